package org.vppworkbench.negotiation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

class ProsumerAgentTest {
    private static final Opportunity PEAK = new Opportunity(Product.ENERGY, 19, 25, 400);
    private static final ProsumerAgent AGENT =
            new ProsumerAgent(
                    new Wording(new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES)));

    private static ProsumerTurn called(TestDesk desk, int round) {
        Letterhead head = new Letterhead(PEAK, round, desk.prosumer(), 0);
        return new ProsumerTurn(desk, PEAK, MarketRules.RESEARCH, head, 5, Stage.CALLED, "call", null, null, false);
    }

    private static ProsumerTurn bid(TestDesk desk, int round, double kw, double price) {
        Letterhead head = new Letterhead(PEAK, round, desk.prosumer(), 0);
        Offer own = new Offer("own", new Terms(desk.mostKw(), 0, 390), 5);
        Offer bid = new Offer("bid", new Terms(kw, kw, price), 5);
        return new ProsumerTurn(
                desk, PEAK, MarketRules.RESEARCH, head, 5, Stage.COUNTERED, "call", own, bid, round == 5);
    }

    private static <T extends NegotiationMessage> T reply(Class<T> kind, ProsumerTurn turn) {
        return assertInstanceOf(kind, AGENT.reply(turn).orElseThrow());
    }

    private static Refusal refusal(TestDesk desk) {
        return reply(Refusal.class, called(desk, 1));
    }

    @Test
    void opensWithItsMarkupOnTheGapToThePublishedPrice() {
        TestDesk desk = TestDesk.of("a", 5, 100);
        Terms terms = reply(Proposal.class, called(desk, 1)).terms();
        assertEquals(new Terms(5, 0, 100 + 0.9 * 300), terms);
    }

    @Test
    void firstAskMayBeDearerThanTheMarket() {
        TestDesk desk = TestDesk.of("a", 5, 100).style(1, 1.3);
        assertEquals(490, reply(Proposal.class, called(desk, 1)).terms().pricePerMwh(), 1e-9);
    }

    @Test
    void lastAskIsTheReservationPrice() {
        TestDesk desk = TestDesk.of("a", 5, 123.456);
        assertEquals(123.46, reply(Proposal.class, called(desk, 5)).terms().pricePerMwh(), 1e-9);
    }

    @Test
    void lastAskIsNotBelowThePriceFloor() {
        TestDesk desk = TestDesk.of("a", 5, 100).floor(250);
        assertEquals(250, reply(Proposal.class, called(desk, 5)).terms().pricePerMwh(), 1e-9);
    }

    @Test
    void sellsTheQuantityWithTheLargestJointGain() {
        TestDesk desk = TestDesk.of("a", 8, 0).slope(100); // (400 − 100·kW)·kW is largest at 2 kW
        assertEquals(2, reply(Proposal.class, called(desk, 1)).terms().kw(), 1e-9);
    }

    @Test
    void sellsNoMoreThanIsBought() {
        assertEquals(
                25, reply(Proposal.class, called(TestDesk.of("a", 60, 10), 1)).terms().kw(), 1e-9);
    }

    @Test
    void refusesWithTheBindingConstraintWhenNothingIsDeliverable() {
        Refusal refusal = refusal(TestDesk.of("a", 0, 100));
        assertEquals(RefusalReason.NOT_DELIVERABLE, refusal.reason());
        assertEquals(BindingConstraint.ENERGY_FLOOR, refusal.binding());
        assertTrue(refusal.envelope().rationale().contains("stored energy above the owner's floor"));
    }

    @Test
    void refusesWhenThePublishedPriceDoesNotCoverItsCost() {
        Refusal refusal = refusal(TestDesk.of("a", 5, 401));
        assertEquals(RefusalReason.NOT_WORTHWHILE, refusal.reason());
        assertTrue(refusal.envelope().rationale().contains("401.00 $/MWh"));
    }

    @Test
    void refusesBelowItsPriceFloor() {
        assertEquals(
                RefusalReason.PRICE_FLOOR, refusal(TestDesk.of("a", 5, 100).floor(450)).reason());
    }

    @Test
    void refusesWhenItsDayIsFull() {
        assertEquals(
                RefusalReason.EVENT_LIMIT, refusal(TestDesk.of("a", 5, 100).events(2, 2)).reason());
    }

    @Test
    void takesABidThatIsAsGoodAsItsOwnNextAsk() {
        TestDesk desk = TestDesk.of("a", 5, 100); // next ask in round 3: 100 + 0.9·300/2 = 235
        Acceptance acceptance = reply(Acceptance.class, bid(desk, 3, 5, 235));
        assertEquals(235, acceptance.terms().pricePerMwh());
        assertEquals("bid", acceptance.envelope().inReplyTo());
    }

    @Test
    void countersABidThatIsNot() {
        TestDesk desk = TestDesk.of("a", 5, 100);
        CounterOffer counter = reply(CounterOffer.class, bid(desk, 3, 5, 234.99));
        assertEquals(235, counter.terms().pricePerMwh(), 1e-9);
    }

    @Test
    void neverTakesABidBelowItsReservationPrice() {
        TestDesk desk = TestDesk.of("a", 5, 100);
        Rejection rejection = reply(Rejection.class, bid(desk, 5, 5, 99.99));
        assertEquals(RejectionReason.BELOW_RESERVATION, rejection.reason());
    }

    @Test
    void judgesAReducedQuantityByItsOwnCost() {
        TestDesk dearWhenSmall = TestDesk.of("a", 5, 150).slope(-10); // 100 at 5 kW, 130 at 2 kW
        reply(Rejection.class, bid(dearWhenSmall, 5, 2, 120));
        reply(Acceptance.class, bid(dearWhenSmall, 5, 5, 120));
    }

    @Test
    void standsByAnAskThatDidNotMove() {
        TestDesk desk = TestDesk.of("a", 5, 100).style(0.02, 0.9);
        Offer own = new Offer("own", new Terms(5, 0, 370), 5);
        Letterhead head = new Letterhead(PEAK, 2, "a", 0);
        ProsumerTurn turn =
                new ProsumerTurn(desk, PEAK, MarketRules.RESEARCH, head, 5, Stage.ASKED, "call", own, null, false);
        assertEquals(Optional.empty(), AGENT.reply(turn));
    }

    @Test
    void saysWhyInNumbersWithUnitsAndLocalTime() {
        TestDesk desk = TestDesk.of("a", 5, 62.4);
        String words = reply(Proposal.class, called(desk, 1)).envelope().rationale();
        assertEquals(
                "Selling 5.00 kW at 19:00 would cost me 0.31 $ in bill and wear, so I need at least"
                        + " 62.40 $/MWh; I open at 366.24 $/MWh, below the published 400.00 $/MWh.",
                words);
    }
}
