package org.vppworkbench.negotiation.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vppworkbench.negotiation.auction.AuctionTest.assertContract;
import static org.vppworkbench.negotiation.auction.AuctionTest.formed;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;

/**
 * Payments worked by hand, of all three auctions, from the desks of the homes to the contracts: gains in the comments are
 * $/1000, forecast 100 $/MWh throughout.
 */
class PaymentExamplesTest {
    /** What a home sells at which price; nothing where it is not named. */
    private record Sale(String home, double kw, double pricePerMwh) {}

    private static TestSession assertSales(
            PaymentRule rule, MarketRules rules, double required, List<TestDesk> homes, Sale... sales) {
        TestSession session = TestSession.of(required, 100, homes.toArray(ProsumerDesk[]::new));
        Agreement agreement = AuctionTest.trade(rule, rules, session);
        List<Contract> contracts = new ArrayList<>(agreement.contracts());
        assertEquals(sales.length, contracts.size(), contracts.toString());
        for (int i = 0; i < sales.length; i++) {
            assertContract(contracts.get(i), sales[i].home(), sales[i].kw(), sales[i].pricePerMwh());
        }
        return session;
    }

    private static void assertAll(
            MarketRules rules, double required, List<TestDesk> homes, Sale[] uniform, Sale[] asBid, Sale[] vcg) {
        assertSales(PaymentRule.UNIFORM_PRICE, rules, required, homes, uniform);
        assertSales(PaymentRule.PAY_AS_BID, rules, required, homes, asBid);
        assertSales(PaymentRule.VCG, rules, required, homes, vcg);
    }

    private static Sale[] sales(Sale... sales) {
        return sales;
    }

    /**
     * Three homes with 6 kW at 40 $/MWh, 10 kW wanted: ties go by name, a sells all and b 4 kW. Without either of them c
     * fills the gap at the same cost, so with VCG nobody's presence is worth anything: everybody is paid the own cost.
     */
    @Test
    void tiesGoByNameAndCompetitionLeavesNothing() {
        List<TestDesk> homes = List.of(TestDesk.of("c", 6, 40), TestDesk.of("a", 6, 40), TestDesk.of("b", 6, 40));
        assertAll(
                MarketRules.RESEARCH, 10, homes,
                sales(new Sale("a", 6, 40), new Sale("b", 4, 40)),
                sales(new Sale("a", 6, 70), new Sale("b", 4, 70)),
                sales(new Sale("a", 6, 40), new Sale("b", 4, 40)));
    }

    /** One home alone: its own ask, halfway, or all that the market pays: V(N) = 6·60 = 360 and V(∅) = 0. */
    @Test
    void oneBidderIsPaidItsAskOrEverything() {
        List<TestDesk> homes = List.of(TestDesk.of("a", 6, 40));
        assertAll(
                MarketRules.RESEARCH, 10, homes,
                sales(new Sale("a", 6, 40)), sales(new Sale("a", 6, 70)), sales(new Sale("a", 6, 100)));
    }

    /**
     * a costs nothing. V(N) = 6·100 + 4·50 = 800, without a 8·50 = 400: a is paid 0 + 400, 66.67 $/MWh; without b 6·100 =
     * 600: b is paid 4·50 + 200 = 400, all that the market pays. A cost below 0 is bid as 0.
     */
    @Test
    void whoCostsNothingIsPaidTheSameAsTheOthers() {
        for (double cost : new double[] {0, -20}) {
            List<TestDesk> homes = List.of(TestDesk.of("a", 6, cost), TestDesk.of("b", 8, 50));
            assertAll(
                    MarketRules.RESEARCH, 10, homes,
                    sales(new Sale("a", 6, 50), new Sale("b", 4, 50)),
                    sales(new Sale("a", 6, 50), new Sale("b", 4, 75)),
                    sales(new Sale("a", 6, 400 / 6.0), new Sale("b", 4, 100)));
        }
    }

    /**
     * a costs 20 $/MWh but takes nothing below 80. All of b and 2 kW of a fill 10 kW. V(N) = 8·50 + 2·20 = 440; without a
     * 8·50 + 2·10 = 420: a is paid 2·80 + 20 = 180; without b 4·20 + 4·10 = 120: b is paid 8·50 + 320 = 720. Both 90
     * $/MWh.
     */
    @Test
    void aPriceFloorCountsAsACost() {
        List<TestDesk> homes =
                List.of(TestDesk.of("a", 4, 20).floor(80), TestDesk.of("b", 8, 50), TestDesk.of("c", 4, 90));
        assertAll(
                MarketRules.RESEARCH, 10, homes,
                sales(new Sale("a", 2, 80), new Sale("b", 8, 80)),
                sales(new Sale("a", 2, 90), new Sale("b", 8, 75)),
                sales(new Sale("a", 2, 90), new Sale("b", 8, 90)));
    }

    /**
     * Nobody sells less than 0.05 kW. With 6.03 kW wanted, all of a earns 360, but 5.98 kW of it and 0.05 kW of b at 60
     * earn 358.8 + 2. At 99.9 $/MWh b would bring 0.005 for the 1.2 that a loses: it is left out.
     */
    @Test
    void theLeastQuantityIsSoldOrTheHomeIsLeftOut() {
        assertSales(
                PaymentRule.UNIFORM_PRICE, MarketRules.RESEARCH, 6.03,
                List.of(TestDesk.of("a", 6, 40), TestDesk.of("b", 4, 60)),
                new Sale("a", 5.98, 60), new Sale("b", 0.05, 60));
        assertSales(
                PaymentRule.UNIFORM_PRICE, MarketRules.RESEARCH, 6.03,
                List.of(TestDesk.of("a", 6, 40), TestDesk.of("b", 4, 99.9)),
                new Sale("a", 6, 40));
    }

    /**
     * b costs 130 − 10 $/MWh per kW: 2 kW are too dear, 4 kW cost 360, 6 kW 420, 8 kW 400: it sells 4 to 8 kW or nothing.
     * Beside a (8 kW at 40) 10 kW are wanted. 8 of b and 2 of a gain 400 + 120 = 520, a alone 480, 4 of b and 6 of a 400.
     * Without a 400: a is paid 2·40 + 120 = 200; without b 480: b is paid 400 + 40 = 440. With 5 kW wanted b sells 3.75 to
     * 5 kW or nothing, and 5 kW of a gain most, 300; without a 5 kW of b gain 100: a is paid 5·40 + 200 = 400.
     */
    @Test
    void aCurveThatBeginsLateIsBoughtAboveItsBeginning() {
        List<TestDesk> homes = List.of(TestDesk.of("a", 8, 40), TestDesk.of("b", 8, 130).slope(-10));
        assertSales(PaymentRule.VCG, MarketRules.RESEARCH, 10, homes, new Sale("a", 2, 100), new Sale("b", 8, 55));
        assertSales(PaymentRule.VCG, MarketRules.RESEARCH, 5, homes, new Sale("a", 5, 80));
    }

    /**
     * At least 100 kW in tens, 105 wanted: 60 kW of a at 20 and 40 kW of b at 50. V(N) = 60·80 + 40·50 = 6,800 and 0
     * without either: a is paid 1,200 + 6,800 = 8,000 and b 2,000 + 6,800 = 8,800, while the market pays 10,000: 6.80 $
     * are missing.
     */
    @Test
    void theLeastOfferOfTheMarketIsFilledInSteps() {
        List<TestDesk> homes = List.of(TestDesk.of("a", 60, 20), TestDesk.of("b", 60, 50));
        assertAll(
                MarketRules.CAISO_DERA, 105, homes,
                sales(new Sale("a", 60, 50), new Sale("b", 40, 50)),
                sales(new Sale("a", 60, 60), new Sale("b", 40, 75)),
                sales(new Sale("a", 60, 8000 / 60.0), new Sale("b", 40, 220)));
        TestSession vcg = TestSession.of(105, 100, homes.toArray(ProsumerDesk[]::new));
        AuctionTest.trade(PaymentRule.VCG, MarketRules.CAISO_DERA, vcg);
        assertEquals(-6.8, formed(vcg).expectedProfitUsd(), 1e-9);
    }
}
