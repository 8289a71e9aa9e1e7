package org.vppworkbench.negotiation.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;

/**
 * Searches, for one home of random towns, the lie that pays best: costs of 0 to 3 times the truth, all of what it has or a part,
 * through the whole auction. With VCG there is none; that the same search finds what {@code uniform-price} and
 * {@code pay-as-bid} are known to reward shows that it would see one.
 */
class BestResponseTest {
    private static final int SCALE = Integer.getInteger("vpp.random.scale", 1);
    private static final double FORECAST = 100;

    /** A lie that brings this much is worth telling [$]. */
    private static final double WORTH_USD = 1e-3;

    /** One opportunity. */
    private record Town(MarketRules rules, double required, List<TestDesk> desks) {}

    /**
     * @param gainUsd what the home gains at its true cost
     * @param gapUsd certified gap of the coalition problems behind it
     */
    private record Outcome(double gainUsd, double gapUsd) {}

    private record Search(Outcome truth, Outcome best, double factor, double part) {
        double bringsUsd() {
            return best.gainUsd() - truth.gainUsd();
        }
    }

    @Test
    void vcgLeavesNothingToGain() {
        int sold = 0;
        for (Search found : searches(PaymentRule.VCG, 71)) {
            // proofs to 1e-9 of profits of some dollars, and the certified gaps of all problems behind
            double tolerance = 1e-7 + 2 * (found.truth().gapUsd() + found.best().gapUsd());
            assertTrue(found.bringsUsd() <= tolerance, found.toString());
            assertTrue(found.truth().gainUsd() >= -1e-9, found.toString());
            sold += found.truth().gainUsd() > WORTH_USD ? 1 : 0;
        }
        assertTrue(sold > 20 * SCALE, "the truth hardly ever sold anything: " + sold);
    }

    @Test
    void theSearchFindsWhatUniformPriceAndPayAsBidReward() {
        for (PaymentRule rule : List.of(PaymentRule.UNIFORM_PRICE, PaymentRule.PAY_AS_BID)) {
            List<Search> all = searches(rule, 71);
            all.forEach(found -> assertTrue(found.truth().gainUsd() >= -1e-9, found.toString()));
            long pays = all.stream().filter(found -> found.bringsUsd() > WORTH_USD).count();
            assertTrue(pays > all.size() / 4, rule + ": a lie pays in " + pays + " of " + all.size() + " towns only");
        }
    }

    /**
     * By hand, 10 kW wanted: a 6 kW at 20, b 8 kW at 50, c 4 kW at 70 $/MWh. b is at the margin; up to 70 it keeps its 4
     * kW and sets the price: 4·(70 − 50)/1000 = 0.08 $ instead of nothing. Paid as bid it may ask as much as c, 85,
     * instead of 75: 0.14 $ instead of 0.10 $.
     */
    @Test
    void findsTheBestLieOfTheHomeAtTheMargin() {
        Town town = new Town(MarketRules.RESEARCH, 10, List.of(
                TestDesk.of("b", 8, 50), TestDesk.of("a", 6, 20), TestDesk.of("c", 4, 70)));
        Search uniform = search(PaymentRule.UNIFORM_PRICE, town);
        assertEquals(0, uniform.truth().gainUsd(), 1e-12);
        assertEquals(0.08, uniform.best().gainUsd(), 1e-9);
        Search asBid = search(PaymentRule.PAY_AS_BID, town);
        assertEquals(0.1, asBid.truth().gainUsd(), 1e-12);
        assertEquals(0.14, asBid.best().gainUsd(), 1e-9);
        Search vcg = search(PaymentRule.VCG, town);
        assertEquals(0.08, vcg.truth().gainUsd(), 1e-9, "the truth earns what the lie would");
        assertEquals(0, vcg.bringsUsd(), 1e-9);
    }

    /**
     * A home with cost (a + b·x)·x per MWh names four points and the lines between them, which lie above its curve by at
     * most b·(h/2)² for points h apart. So it understates itself, and with VCG no other report can bring more than that:
     * V(N) at the true curve is no more than V(N) at the lines and this.
     */
    @Test
    void aCurvedCostCanBeNamedBetterByNoMoreThanItsDistanceFromItsLines() {
        SplittableRandom random = new SplittableRandom(73);
        int pays = 0;
        for (int k = 0; k < 60 * SCALE; k++) {
            List<TestDesk> desks = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                desks.add(TestDesk.of("h" + i, 1 + 6 * random.nextDouble(), 5 + 60 * random.nextDouble())
                        .slope(5 * random.nextDouble()));
            }
            Town town = new Town(MarketRules.RESEARCH, 4 + 12 * random.nextDouble(), desks);
            Search found = search(PaymentRule.VCG, town);
            double apart = Math.min(desks.getFirst().mostKw(), town.required()) / 4;
            double most = desks.getFirst().slope() * apart * apart / 4 / 1000;
            assertTrue(found.bringsUsd() <= most + 1e-7, found + " but at most " + most);
            pays += found.bringsUsd() > 1e-6 ? 1 : 0;
        }
        assertTrue(pays > 0, "no curve was ever named better: the test shows nothing");
    }

    private static List<Search> searches(PaymentRule rule, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Search> found = new ArrayList<>();
        for (int k = 0; k < 60 * SCALE; k++) {
            boolean stepped = k % 3 == 2;
            double scale = stepped ? 25 : 1;
            List<TestDesk> desks = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                desks.add(TestDesk.of("h" + i, scale * (1 + 6 * random.nextDouble()), 5 + 90 * random.nextDouble()));
            }
            double required = scale * (4 + 12 * random.nextDouble());
            found.add(search(rule, new Town(stepped ? MarketRules.CAISO_DERA : MarketRules.RESEARCH, required, desks)));
        }
        return found;
    }

    /** The best of all lies of the first home. */
    private static Search search(PaymentRule rule, Town town) {
        TestDesk home = town.desks().getFirst();
        Outcome truth = outcome(rule, town, home);
        Search best = new Search(truth, truth, 1, 1);
        for (double part : new double[] {1, 0.7, 0.4}) {
            for (int tenths = 0; tenths <= 30; tenths++) {
                TestDesk lie = TestDesk.of(home.prosumer(), home.mostKw() * part, home.perMwh() * tenths / 10)
                        .slope(home.slope() * tenths / 10);
                Outcome outcome = outcome(rule, town, lie);
                if (outcome.gainUsd() > best.best().gainUsd()) {
                    best = new Search(truth, outcome, tenths / 10.0, part);
                }
            }
        }
        return best;
    }

    private static Outcome outcome(PaymentRule rule, Town town, TestDesk said) {
        TestDesk home = town.desks().getFirst();
        List<ProsumerDesk> desks = new ArrayList<>(town.desks());
        desks.set(0, said);
        TestSession session = TestSession.of(town.required(), FORECAST, desks.toArray(ProsumerDesk[]::new));
        double gain = 0;
        for (Contract c : AuctionTest.trade(rule, town.rules(), session).contracts()) {
            double cost = home.perMwh() + home.slope() * c.kw();
            gain += c.prosumer().equals(home.prosumer()) ? (c.pricePerMwh() - cost) * c.kw() / 1000 : 0;
        }
        double gap = 0;
        for (RunEvent event : session.events()) {
            gap = event instanceof RunEvent.CoalitionFormed formed && formed.gapUsd() != null ? formed.gapUsd() : gap;
        }
        return new Outcome(gain, gap);
    }
}
