package org.vppworkbench.negotiation.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

class AuctionTest {
    private static final Wording WORDING =
            new Wording(new Horizon(java.time.LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES));
    private static final int SCALE = Integer.getInteger("vpp.random.scale", 1);

    static Agreement trade(PaymentRule rule, MarketRules rules, TestSession session) {
        return new AuctionTrader(rule, AgentSettings.DEFAULT, rules, new MeritOrderCoalition(), WORDING).trade(session);
    }

    /** 10 kW wanted at 100 $/MWh; a 6 kW at 20, b 8 kW at 50, c 4 kW at 70 $/MWh. */
    private static TestSession town() {
        return TestSession.of(
                10, 100, TestDesk.of("a", 6, 20), TestDesk.of("b", 8, 50), TestDesk.of("c", 4, 70));
    }

    static void assertContract(Contract contract, String home, double kw, double price) {
        assertEquals(home, contract.prosumer());
        assertEquals(kw, contract.kw(), 1e-9, home);
        assertEquals(price, contract.pricePerMwh(), 1e-6, home);
    }

    /** By hand: all of a and 4 kW of b fill 10 kW; b's 50 $/MWh is the dearest ask accepted and paid to both. */
    @Test
    void uniformPricePaysEverybodyTheDearestAskAccepted() {
        TestSession session = town();
        Agreement agreement = trade(PaymentRule.UNIFORM_PRICE, MarketRules.RESEARCH, session);
        assertEquals(2, agreement.contracts().size());
        assertContract(agreement.contracts().get(0), "a", 6, 50);
        assertContract(agreement.contracts().get(1), "b", 4, 50);
        assertEquals(50, agreement.offerPricePerMwh(), 1e-9);
        assertEquals(1, session.messages(NegotiationMessage.CallForProposals.class).size());
        assertEquals(3, session.messages(NegotiationMessage.Proposal.class).size());
        assertEquals(2, session.messages(NegotiationMessage.Award.class).size());
        NegotiationMessage.Rejection no = session.messages(NegotiationMessage.Rejection.class).getFirst();
        assertEquals("c", no.envelope().receiver());
        assertEquals(NegotiationMessage.RejectionReason.NOT_NEEDED, no.reason());
    }

    /** By hand: asks halfway to 100 are 60, 75 and 85 $/MWh; the same homes sell, each at its own. */
    @Test
    void payAsBidPaysEverybodyTheOwnAsk() {
        TestSession session = town();
        Agreement agreement = trade(PaymentRule.PAY_AS_BID, MarketRules.RESEARCH, session);
        assertContract(agreement.contracts().get(0), "a", 6, 60);
        assertContract(agreement.contracts().get(1), "b", 4, 75);
        assertEquals(75, agreement.offerPricePerMwh(), 1e-9);
        RunEvent.CoalitionFormed formed = formed(session);
        assertEquals((40 * 6 + 25 * 4) / 1000.0, formed.expectedProfitUsd(), 1e-9);
        assertNull(formed.gapUsd(), "proven best");
    }

    /**
     * By hand: V(N) = 6·80 + 4·50 = 680, V without a = 8·50 + 2·30 = 460, V without b = 6·80 + 4·30 = 600 (all $/1000). a is
     * paid 6·20 + 680 − 460 = 340, which is what the 4 kW of b and 2 kW of c would ask that it displaces; b is paid
     * 4·50 + 680 − 600 = 280, what 4 kW of c would ask. Per MWh 56.67 and 70. c sells nothing and is paid nothing.
     */
    @Test
    void vcgPaysWhatTheHomeDisplaces() {
        TestSession session = town();
        Agreement agreement = trade(PaymentRule.VCG, MarketRules.RESEARCH, session);
        assertEquals(2, agreement.contracts().size());
        assertContract(agreement.contracts().get(0), "a", 6, 340 / 6.0);
        assertContract(agreement.contracts().get(1), "b", 4, 70);
        assertEquals(12, session.messages(NegotiationMessage.Proposal.class).size(), "four quarters of three homes");
        assertEquals(1 - 0.62, formed(session).expectedProfitUsd(), 1e-9, "10 kW at 100 $/MWh less 0.34 $ and 0.28 $");
    }

    /**
     * By hand, at least 100 kW: a 60 kW and b 40 kW, both at 50 $/MWh, forecast 100. V(N) = 100·50 = 5 $, without either 0. a
     * is paid 3 + 5 = 8 $, b 2 + 5 = 7 $; the market pays 10 $: a deficit of 5 $. The offer stays at the forecast, so it clears.
     */
    @Test
    void vcgRunsADeficitWhereEverybodyIsNeeded() {
        TestSession session = TestSession.of(105, 100, TestDesk.of("a", 60, 50), TestDesk.of("b", 40, 50));
        Agreement agreement = trade(PaymentRule.VCG, MarketRules.CAISO_DERA, session);
        assertContract(agreement.contracts().get(0), "a", 60, 8000 / 60.0);
        assertContract(agreement.contracts().get(1), "b", 40, 175);
        assertEquals(100, agreement.offerPricePerMwh(), 1e-9);
        assertEquals(-5, formed(session).expectedProfitUsd(), 1e-9);
    }

    /**
     * b costs 98 − 6 $/MWh per kW: 50 $/MWh for all 8 kW, but 74 for the 4 kW that are left beside a. It withdraws, and c sells
     * them at 70.
     */
    @Test
    void aHomeThatItsCutLeavesWorseOffWithdraws() {
        TestSession session = TestSession.of(
                10, 100, TestDesk.of("a", 6, 20), TestDesk.of("b", 8, 98).slope(-6), TestDesk.of("c", 4, 70));
        Agreement agreement = trade(PaymentRule.UNIFORM_PRICE, MarketRules.RESEARCH, session);
        assertContract(agreement.contracts().get(0), "a", 6, 70);
        assertContract(agreement.contracts().get(1), "c", 4, 70);
        assertEquals("b", session.messages(NegotiationMessage.Withdrawal.class).getFirst().envelope().sender());
    }

    /**
     * By hand: with costs per kW that fall, b is worth more whole. 8 kW of b and 2 kW of a gain 400 + 110 = 510, 4 kW of b and
     * 6 kW of a 104 + 330 = 434, 6 and 4 kW 228 + 220 = 448 ($/1000). Without b 6 kW of a and 4 of c gain 334: b is paid
     * 8·50 + 510 − 334 = 576. Without a 8 kW of b and 2 of c gain 402: a is paid 2·45 + 510 − 402 = 198.
     */
    @Test
    void vcgBuysWhereTheCurveIsCheap() {
        TestSession session = TestSession.of(
                10, 100, TestDesk.of("a", 6, 45), TestDesk.of("b", 8, 98).slope(-6), TestDesk.of("c", 4, 99));
        Agreement agreement = trade(PaymentRule.VCG, MarketRules.RESEARCH, session);
        assertContract(agreement.contracts().get(0), "a", 2, 99);
        assertContract(agreement.contracts().get(1), "b", 8, 72);
        assertEquals(List.of(), session.messages(NegotiationMessage.Withdrawal.class));
    }

    @ParameterizedTest
    @EnumSource(PaymentRule.class)
    void ownersLimitsEnterTheAuction(PaymentRule rule) {
        TestSession session = TestSession.of(
                10, 100,
                TestDesk.of("floor", 4, 20).floor(80),
                TestDesk.of("dear", 4, 20).floor(120),
                TestDesk.of("tired", 4, 20).events(2, 2),
                TestDesk.of("empty", 0, 0));
        Agreement agreement = trade(rule, MarketRules.RESEARCH, session);
        assertEquals(1, agreement.contracts().size());
        assertEquals("floor", agreement.contracts().getFirst().prosumer());
        assertTrue(agreement.contracts().getFirst().pricePerMwh() >= 80);
        assertEquals(3, session.messages(NegotiationMessage.Refusal.class).size());
        for (Terms terms : session.messages(NegotiationMessage.Proposal.class).stream().map(p -> p.terms()).toList()) {
            assertTrue(terms.minKw() > 0, "a home names the least quantity that is worth a contract");
        }
    }

    @ParameterizedTest
    @EnumSource(PaymentRule.class)
    void nobodyBidsAndNothingIsBought(PaymentRule rule) {
        TestSession session = TestSession.of(10, 10, TestDesk.of("a", 6, 20));
        Agreement agreement = trade(rule, MarketRules.RESEARCH, session);
        assertEquals(RunEvent.Outcome.NO_PROPOSAL, agreement.outcome());
        TestSession small = TestSession.of(105, 100, TestDesk.of("a", 60, 20));
        Agreement none = trade(rule, MarketRules.CAISO_DERA, small);
        assertEquals(RunEvent.Outcome.NO_AGREEMENT, none.outcome());
        assertEquals(1, small.messages(NegotiationMessage.Rejection.class).size());
    }

    /** A bidder that breaks the protocol is refused twice, recorded, and replaced by the rule. */
    @Test
    void aBidThatTheGateRefusesIsReplacedByTheRule() {
        ProsumerPolicy liar = turn -> Optional.of(new NegotiationMessage.Proposal(
                turn.letterhead().envelope("aggregator", turn.callId(), 1, "trust me, 99 kW"), new Terms(99, 0, 30)));
        TestSession session = TestSession.of(10, 100, TestDesk.of("a", 6, 20));
        Agreement agreement = new AuctionTrader(
                        PaymentRule.UNIFORM_PRICE, AgentSettings.DEFAULT, MarketRules.RESEARCH,
                        new MeritOrderCoalition(), WORDING, liar)
                .trade(session);
        assertContract(agreement.contracts().getFirst(), "a", 6, 20);
        assertFalse(session.messages(NegotiationMessage.ProtocolViolation.class).isEmpty());
    }

    /** Individual rationality and the budget identity of all three, on random towns under both rules. */
    @ParameterizedTest
    @EnumSource(PaymentRule.class)
    void nobodyLosesAndTheMoneyAddsUp(PaymentRule rule) {
        SplittableRandom random = new SplittableRandom(41);
        int contracts = 0;
        for (int k = 0; k < 200 * SCALE; k++) {
            boolean stepped = k % 2 == 1;
            MarketRules rules = stepped ? MarketRules.CAISO_DERA : MarketRules.RESEARCH;
            TestSession session = randomTown(random, stepped ? 30 : 1);
            Agreement agreement = trade(rule, rules, session);
            double paid = 0;
            double sold = 0;
            for (Contract c : agreement.contracts()) {
                assertTrue(c.pricePerMwh() >= c.reservationPerMwh() - 1e-6, "case " + k + " " + c);
                paid += c.pricePerMwh() * c.kw() / 1000;
                sold += c.kw();
                contracts++;
            }
            if (!agreement.contracts().isEmpty()) {
                double forecast = session.opportunity().forecastPrice();
                double profit = formed(session).expectedProfitUsd();
                assertEquals(forecast * sold / 1000, paid + profit, 1e-9, "case " + k);
                assertEquals(sold, rules.acceptable(sold), 1e-6, "case " + k);
                assertTrue(agreement.offerPricePerMwh() <= forecast + 1e-9, "case " + k);
                assertTrue(profit >= -1e-9 || (rule == PaymentRule.VCG && stepped), "case " + k + " loses " + profit);
            }
        }
        assertTrue(contracts > 200, "too few contracts: " + contracts);
    }

    /** Through the whole auction: a home that asks more, less, or offers less than it has gains nothing with VCG. */
    @Test
    void lyingToVcgDoesNotPay() {
        SplittableRandom random = new SplittableRandom(43);
        int told = 0;
        for (int k = 0; k < 150 * SCALE; k++) {
            List<ProsumerDesk> desks = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                desks.add(TestDesk.of("h" + i, 1 + 6 * random.nextDouble(), 5 + 90 * random.nextDouble()));
            }
            double required = 2 + 12 * random.nextDouble();
            TestDesk liar = (TestDesk) desks.getFirst();
            double truth = gain(desks, required, liar);
            double factor = 0.3 + 1.4 * random.nextDouble();
            double part = random.nextBoolean() ? 1 : 0.2 + 0.8 * random.nextDouble();
            List<ProsumerDesk> lied = new ArrayList<>(desks);
            lied.set(0, TestDesk.of("h0", liar.mostKw() * part, liar.perMwh() * factor));
            double lie = gain(lied, required, liar);
            assertTrue(lie <= truth + 1e-7, "case " + k + ": " + lie + " instead of " + truth);
            told += lie < truth - 1e-6 ? 1 : 0;
        }
        assertTrue(told > 10, "no lie ever cost anything: the test shows nothing");
    }

    /** What h0 gains at its true cost [$]. */
    private static double gain(List<ProsumerDesk> desks, double required, TestDesk truth) {
        TestSession session = TestSession.of(required, 100, desks.toArray(ProsumerDesk[]::new));
        double gain = 0;
        for (Contract c : trade(PaymentRule.VCG, MarketRules.RESEARCH, session).contracts()) {
            gain += c.prosumer().equals("h0") ? (c.pricePerMwh() - truth.perMwh()) * c.kw() / 1000 : 0;
        }
        return gain;
    }

    private static TestSession randomTown(SplittableRandom random, double scale) {
        List<ProsumerDesk> desks = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(7); i++) {
            double kw = scale * (0.5 + 6 * random.nextDouble());
            TestDesk desk = TestDesk.of("h" + i, kw, 10 + 70 * random.nextDouble());
            desks.add(desk.slope((random.nextInt(4) - 1) * 5 * random.nextDouble() / scale));
        }
        return TestSession.of(
                scale * (2 + 14 * random.nextDouble()), 60 + 60 * random.nextDouble(), desks.toArray(ProsumerDesk[]::new));
    }

    static RunEvent.CoalitionFormed formed(TestSession session) {
        RunEvent.CoalitionFormed formed = null;
        for (RunEvent event : session.events()) {
            formed = event instanceof RunEvent.CoalitionFormed f ? f : formed;
        }
        assertNotNull(formed);
        return formed;
    }
}
