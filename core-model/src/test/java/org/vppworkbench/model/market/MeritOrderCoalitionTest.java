package org.vppworkbench.model.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;

class MeritOrderCoalitionTest {
    private final CoalitionSolver solver = new MeritOrderCoalition();

    @Test
    void fillsTheRequirementFromTheCheapestAndNeverBuysAboveTheForecast() {
        List<CoalitionSolver.Ask> asks = List.of(
                new CoalitionSolver.Ask("a", 5, 60), new CoalitionSolver.Ask("b", 5, 40), new CoalitionSolver.Ask("c", 5, 120));
        CoalitionSolver.Coalition all = solver.solve(asks, 100, 20);
        assertEquals(List.of(5.0, 5.0, 0.0), all.kw());
        assertEquals((40 * 5 + 60 * 5) / 1000.0, all.expectedProfitUsd(), 1e-12);
        assertEquals(0, all.marginalValuePerMwh(), 1e-12);
        CoalitionSolver.Coalition tight = solver.solve(asks, 100, 7);
        assertEquals(List.of(2.0, 5.0, 0.0), tight.kw());
        assertEquals(40, tight.marginalValuePerMwh(), 1e-12);
    }

    /** The dual bound π·D + Σ q·(margin − π)⁺ equals the profit: a proof of optimality on every random case. */
    @Test
    void profitEqualsItsDualBoundAndDoesNotDependOnTheOrderOfAsks() {
        Random random = new Random(5);
        for (int k = 0; k < RandomHomes.cases(200); k++) {
            List<CoalitionSolver.Ask> asks = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                asks.add(new CoalitionSolver.Ask("h" + i, random.nextDouble() * 6, random.nextInt(6) * 30));
            }
            double required = random.nextDouble() * 20;
            CoalitionSolver.Coalition chosen = solver.solve(asks, 90, required);
            double dual = chosen.marginalValuePerMwh() * required / 1000;
            for (CoalitionSolver.Ask ask : asks) {
                dual += ask.kw() * Math.max(0, 90 - ask.pricePerMwh() - chosen.marginalValuePerMwh()) / 1000;
            }
            assertEquals(dual, chosen.expectedProfitUsd(), 1e-9);
            assertTrue(chosen.kw().stream().mapToDouble(Double::doubleValue).sum() <= required + 1e-9);
            List<CoalitionSolver.Ask> shuffled = new ArrayList<>(asks);
            Collections.shuffle(shuffled, random);
            CoalitionSolver.Coalition again = solver.solve(shuffled, 90, required);
            for (int i = 0; i < shuffled.size(); i++) {
                assertEquals(chosen.kw().get(asks.indexOf(shuffled.get(i))), again.kw().get(i), 1e-12);
            }
        }
    }

    /**
     * By hand, forecast 100 $/MWh, 255 kW wanted under CAISO_DERA: a 60 kW at 50, b 70 kW at 90, c 40 kW at 120. Acceptable:
     * 100 … 170 kW. 130 kW = a + b earn 3.0 + 0.7 = 3.7 $; 140 kW would add 10 kW of c at a loss of 0.2 $; so 130 kW.
     * Without b, 100 kW = a + 40 kW of c earn 3.0 − 0.8 = 2.2 $: an ask above the forecast lifts the offer to the minimum.
     */
    @Test
    void stepAndMinimumOfTheMarketAreMetExactly() {
        CoalitionSolver.Ask a = new CoalitionSolver.Ask("a", 60, 50);
        CoalitionSolver.Ask b = new CoalitionSolver.Ask("b", 70, 90);
        CoalitionSolver.Ask c = new CoalitionSolver.Ask("c", 40, 120);
        CoalitionSolver.Coalition both = solver.solve(List.of(a, b, c), 100, 255, MarketRules.CAISO_DERA);
        assertEquals(List.of(60.0, 70.0, 0.0), both.kw());
        assertEquals(3.7, both.expectedProfitUsd(), 1e-12);
        assertEquals(0, both.marginalValuePerMwh(), 1e-12);
        CoalitionSolver.Coalition lifted = solver.solve(List.of(a, c), 100, 255, MarketRules.CAISO_DERA);
        assertEquals(List.of(60.0, 40.0), lifted.kw());
        assertEquals(2.2, lifted.expectedProfitUsd(), 1e-12);
        assertEquals(List.of(0.0), solver.solve(List.of(a), 100, 255, MarketRules.CAISO_DERA).kw());
        assertEquals(List.of(0.0, 0.0), solver.solve(List.of(a, c), 60, 255, MarketRules.CAISO_DERA).kw());
    }

    /** Against every acceptable quantity and every order of filling it, on small random cases. */
    @Test
    void steppedCoalitionIsTheBestAcceptableOffer() {
        Random random = new Random(7);
        for (int k = 0; k < RandomHomes.cases(100); k++) {
            List<CoalitionSolver.Ask> asks = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                asks.add(new CoalitionSolver.Ask("h" + i, random.nextInt(1, 12) * 10, random.nextInt(40, 130)));
            }
            CoalitionSolver.Coalition chosen = solver.solve(asks, 90, 300, MarketRules.CAISO_DERA);
            double total = chosen.kw().stream().mapToDouble(Double::doubleValue).sum();
            assertEquals(total, MarketRules.CAISO_DERA.acceptable(total), 1e-9);
            assertEquals(best(asks, 0, 0, 0), chosen.expectedProfitUsd(), 1e-9);
        }
    }

    /** Brute force in steps of 10 kW per ask: with whole tens an optimum has whole tens. */
    private static double best(List<CoalitionSolver.Ask> asks, int from, double kw, double profit) {
        if (kw > 300) {
            return 0;
        }
        if (from == asks.size()) {
            return kw >= 100 ? Math.max(0, profit) : 0;
        }
        double best = 0;
        CoalitionSolver.Ask ask = asks.get(from);
        for (double part = 0; part <= ask.kw(); part += 10) {
            best = Math.max(best, best(asks, from + 1, kw + part, profit + (90 - ask.pricePerMwh()) * part / 1000));
        }
        return best;
    }

    /**
     * By hand, forecast 100 $/MWh, 10 kW wanted: a 6 kW at 20, b 8 kW at 30 but not below 7 kW, c 3 kW at 60. In order of price
     * b would get 4 kW, too little. With b: 3 kW of a and 7 kW of b earn 0.24 + 0.49 = 0.73 $; without: 6 kW of a and 3 kW of c
     * earn 0.48 + 0.12 = 0.60 $. With b not below 8 kW, 2 kW of a and 8 kW of b earn 0.16 + 0.56 = 0.72 $.
     */
    @Test
    void noHomeSellsLessThanItsLeastQuantity() {
        CoalitionSolver.Ask a = new CoalitionSolver.Ask("a", 6, 20);
        CoalitionSolver.Ask b = new CoalitionSolver.Ask("b", 8, 7, 30);
        CoalitionSolver.Ask c = new CoalitionSolver.Ask("c", 3, 60);
        CoalitionSolver.Coalition chosen = solver.solve(List.of(a, b, c), 100, 10);
        assertEquals(List.of(3.0, 7.0, 0.0), chosen.kw());
        assertEquals(0.73, chosen.expectedProfitUsd(), 1e-12);
        assertEquals(80, chosen.marginalValuePerMwh(), 1e-9, "one more kW would come from a");
        CoalitionSolver.Ask whole = new CoalitionSolver.Ask("b", 8, 8, 30);
        assertEquals(List.of(2.0, 8.0, 0.0), solver.solve(List.of(a, whole, c), 100, 10).kw());
        CoalitionSolver.Ask large = new CoalitionSolver.Ask("b", 12, 11, 30);
        assertEquals(List.of(6.0, 0.0, 3.0), solver.solve(List.of(a, large, c), 100, 10).kw());
    }

    /** Against brute force over who is taken, under both rules, on small random cases. */
    @Test
    void leastQuantitiesAreMetByTheBestCoalition() {
        Random random = new Random(11);
        int binding = 0;
        for (int k = 0; k < RandomHomes.cases(300); k++) {
            MarketRules rules = k % 2 == 0 ? MarketRules.RESEARCH : MarketRules.CAISO_DERA;
            double scale = k % 2 == 0 ? 1 : 12;
            List<CoalitionSolver.Ask> asks = new ArrayList<>();
            List<CoalitionSolver.Ask> loose = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                double most = scale * (0.5 + random.nextDouble() * 6);
                double least = random.nextInt(3) == 0 ? most : most * random.nextDouble();
                double price = random.nextInt(40, 130);
                asks.add(new CoalitionSolver.Ask("h" + i, most, least, price));
                loose.add(new CoalitionSolver.Ask("h" + i, most, price));
            }
            double required = scale * (2 + random.nextDouble() * 15);
            CoalitionSolver.Coalition chosen = solver.solve(asks, 90, required, rules);
            double total = 0;
            for (int i = 0; i < asks.size(); i++) {
                double kw = chosen.kw().get(i);
                assertTrue(kw == 0 || (kw >= asks.get(i).minKw() - 1e-9 && kw <= asks.get(i).kw() + 1e-9), "case " + k);
                total += kw;
            }
            assertTrue(total <= required + 1e-9);
            assertEquals(total, rules.acceptable(total), 1e-6);
            assertTrue(chosen.proven());
            double best = 0;
            for (int taken = 0; taken < 1 << asks.size(); taken++) {
                best = Math.max(best, bestOf(asks, taken, required, rules));
            }
            assertEquals(best, chosen.expectedProfitUsd(), 1e-9 + 1e-6 * best, "case " + k);
            binding += solver.solve(loose, 90, required, rules).expectedProfitUsd() > best + 1e-6 ? 1 : 0;
        }
        assertTrue(binding > 30, "least quantities hardly ever bound: the test shows nothing, " + binding);
    }

    /** The most a given set of homes earns, each between its least and its most, at every acceptable quantity. */
    private static double bestOf(List<CoalitionSolver.Ask> asks, int taken, double required, MarketRules rules) {
        List<CoalitionSolver.Ask> in = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            if ((taken >> i & 1) == 1) {
                in.add(asks.get(i));
            }
        }
        in.sort(java.util.Comparator.comparingDouble(CoalitionSolver.Ask::pricePerMwh));
        double least = in.stream().mapToDouble(CoalitionSolver.Ask::minKw).sum();
        double most = Math.min(required, in.stream().mapToDouble(CoalitionSolver.Ask::kw).sum());
        double best = 0;
        if (rules.stepKw() == 0) {
            // the profit is piecewise linear in the quantity: its kinks are enough
            double kink = least;
            best = least <= most ? Math.max(profit(in, least), profit(in, most)) : 0;
            for (CoalitionSolver.Ask ask : in) {
                kink += ask.kw() - ask.minKw();
                best = kink <= most ? Math.max(best, profit(in, kink)) : best;
            }
            return best;
        }
        for (double kw = rules.minimumKw(); kw <= most; kw += rules.stepKw()) {
            best = kw >= least ? Math.max(best, profit(in, kw)) : best;
        }
        return best;
    }

    private static double profit(List<CoalitionSolver.Ask> in, double quantity) {
        double left = quantity - in.stream().mapToDouble(CoalitionSolver.Ask::minKw).sum();
        double profit = 0;
        for (CoalitionSolver.Ask ask : in) {
            double more = Math.min(left, ask.kw() - ask.minKw());
            profit += (90 - ask.pricePerMwh()) * (ask.minKw() + more) / 1000;
            left -= more;
        }
        return profit;
    }

    /** Hundreds of asks that are all or nothing: the coalition keeps every least quantity, close to the relaxed bound. */
    @Test
    void manyIndivisibleAsksAreSolvedToo() {
        Random random = new Random(13);
        List<CoalitionSolver.Ask> whole = new ArrayList<>();
        List<CoalitionSolver.Ask> loose = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double kw = 1 + random.nextDouble() * 6;
            double price = 40 + 40 * random.nextDouble();
            whole.add(new CoalitionSolver.Ask("h" + i, kw, kw, price));
            loose.add(new CoalitionSolver.Ask("h" + i, kw, price));
        }
        for (MarketRules rules : List.of(MarketRules.RESEARCH, MarketRules.CAISO_DERA)) {
            CoalitionSolver.Coalition chosen = solver.solve(whole, 90, 250, rules);
            double bound = solver.solve(loose, 90, 250, rules).expectedProfitUsd();
            for (int i = 0; i < 400; i++) {
                double kw = chosen.kw().get(i);
                assertTrue(kw == 0 || Math.abs(kw - whole.get(i).kw()) < 1e-9);
            }
            if (rules == MarketRules.RESEARCH) {
                assertTrue(chosen.expectedProfitUsd() > 0.99 * bound, chosen.expectedProfitUsd() + " of " + bound);
            }
        }
    }
}
