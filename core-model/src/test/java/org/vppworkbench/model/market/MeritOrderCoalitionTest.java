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
}
