package org.vppworkbench.negotiation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.Stage;

class AggregatorAgentTest {
    private static final Opportunity PEAK = new Opportunity(Product.ENERGY, 19, 10, 400);
    private static final AggregatorAgent AGENT =
            new AggregatorAgent(
                    new MeritOrderCoalition(),
                    new Wording(new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES)));

    private static List<NegotiationMessage> replies(int round, boolean closing, double... asks) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < asks.length; i++) {
            Offer ask = new Offer("ask-" + i, new Terms(4, 0, asks[i]), 5);
            positions.add(new Position("home-" + i, Stage.ASKED, ask, null, null));
        }
        Letterhead head = new Letterhead(PEAK, round, Envelope.AGGREGATOR, 0);
        return AGENT.reply(
                new AggregatorTurn(PEAK, MarketRules.RESEARCH, AgentSettings.DEFAULT, head, 5, positions, closing));
    }

    private static Terms terms(NegotiationMessage message) {
        Terms terms = Performative.terms(message);
        if (terms == null) {
            throw new AssertionError(message);
        }
        return terms;
    }

    @Test
    void opensAtItsOpeningShareOfThePublishedPrice() {
        List<NegotiationMessage> replies = replies(1, false, 390, 500);
        assertEquals(2, replies.size());
        for (NegotiationMessage reply : replies) {
            assertEquals(120, terms(assertInstanceOf(CounterOffer.class, reply)).pricePerMwh());
        }
    }

    @Test
    void bidsForNoMoreThanTheRequirement() {
        List<NegotiationMessage> replies = replies(1, false, 390, 380, 370, 360);
        assertEquals(10, replies.stream().mapToDouble(m -> terms(m).kw()).sum(), 1e-9);
        assertFalse(
                replies.stream().anyMatch(m -> m.envelope().receiver().equals("home-0")),
                "the dearest home must wait");
    }

    @Test
    void acceptsAnAskWithinItsNextBid() {
        assertInstanceOf(Acceptance.class, replies(3, false, 220).getFirst());
        assertInstanceOf(CounterOffer.class, replies(3, false, 220.01).getFirst());
    }

    @Test
    void usesTheAskOfAHomeLeftOutsideAsItsLimit() {
        List<NegotiationMessage> replies = replies(4, false, 200, 210, 220, 230);
        Terms marginal = terms(replies.get(2));
        assertInstanceOf(CounterOffer.class, replies.get(2));
        assertEquals(new Terms(2, 0, 220), marginal);
        assertEquals(3, replies.size());
    }

    @Test
    void neverBidsAboveThePublishedPrice() {
        for (int round = 1; round <= 5; round++) {
            for (NegotiationMessage reply : replies(round, false, 900, 1200)) {
                assertTrue(terms(reply).pricePerMwh() <= 400);
            }
        }
    }

    @Test
    void turnsDownWhatIsTooDearAtTheEnd() {
        List<NegotiationMessage> replies = replies(5, true, 100, 385);
        assertInstanceOf(Acceptance.class, replies.get(0));
        Rejection rejection = assertInstanceOf(Rejection.class, replies.get(1));
        assertEquals(RejectionReason.TOO_EXPENSIVE, rejection.reason());
    }

    @Test
    void keepsOthersWaitingWhileAReducedQuantityIsUnanswered() {
        List<NegotiationMessage> replies = replies(5, true, 100, 110, 120, 130);
        assertEquals(3, replies.size());
        assertEquals(new Terms(2, 0, 120), terms(replies.get(2)));
    }

    @Test
    void cannotReachADeskFromWhatItIsHanded() {
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(AggregatorTurn.class, Position.class));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (seen.add(type) && type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    open.push(component.getType());
                }
            }
        }
        assertFalse(seen.contains(ProsumerDesk.class));
        assertFalse(seen.contains(WhatIfResult.class));
    }
}
