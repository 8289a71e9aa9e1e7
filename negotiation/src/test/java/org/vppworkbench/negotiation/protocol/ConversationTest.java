package org.vppworkbench.negotiation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;

class ConversationTest {
    private static final Opportunity PEAK = new Opportunity(Product.ENERGY, 19, 10, 400);
    private static final Terms TERMS = new Terms(5, 0, 100);

    private static Envelope home() {
        return new Letterhead(PEAK, 1, "home-001", 0)
                .envelope(Envelope.AGGREGATOR, null, 5, "");
    }

    private static Envelope aggregator() {
        return new Letterhead(PEAK, 1, Envelope.AGGREGATOR, 0).envelope("home-001", null, 5, "");
    }

    private static Conversation after(NegotiationMessage... messages) {
        Conversation conversation = new Conversation("home-001");
        for (NegotiationMessage message : messages) {
            conversation.apply(message);
        }
        return conversation;
    }

    private static NegotiationMessage proposal() {
        return new NegotiationMessage.Proposal(home(), TERMS);
    }

    private static NegotiationMessage counter() {
        return new NegotiationMessage.CounterOffer(aggregator(), TERMS);
    }

    @Test
    void runsFromCallToAward() {
        Conversation conversation =
                after(
                        proposal(),
                        counter(),
                        new NegotiationMessage.CounterOffer(home(), TERMS),
                        counter(),
                        new NegotiationMessage.Acceptance(home(), TERMS));
        assertEquals(Stage.AGREED, conversation.stage());
        assertNotNull(conversation.agreed());
        conversation.apply(new NegotiationMessage.Award(aggregator(), TERMS));
        assertEquals(Stage.CLOSED, conversation.stage());
    }

    @Test
    void refusalClosesIt() {
        Conversation conversation =
                after(
                        new NegotiationMessage.Refusal(
                                home(),
                                NegotiationMessage.RefusalReason.NOT_WORTHWHILE,
                                BindingConstraint.NONE));
        assertEquals(Stage.CLOSED, conversation.stage());
    }

    @Test
    void silenceLeavesTheAskStanding() {
        Conversation conversation = after(proposal(), counter());
        assertNotNull(conversation.counter());
        conversation.standBy();
        assertEquals(Stage.ASKED, conversation.stage());
        assertNull(conversation.counter());
    }

    @ParameterizedTest
    @EnumSource(Performative.class)
    void nothingIsLegalOnceClosed(Performative performative) {
        Conversation conversation =
                after(proposal(), new NegotiationMessage.Withdrawal(home()));
        assertTrue(!conversation.legal(true).contains(performative));
        assertTrue(!conversation.legal(false).contains(performative));
    }

    @Test
    void aHomeCannotAcceptItsOwnAsk() {
        Conversation conversation = after(proposal());
        NegotiationMessage acceptance = new NegotiationMessage.Acceptance(home(), TERMS);
        assertThrows(IllegalStateException.class, () -> conversation.apply(acceptance));
    }

    @Test
    void theAggregatorCannotAwardWhatIsNotAgreed() {
        Conversation conversation = after(proposal());
        NegotiationMessage award = new NegotiationMessage.Award(aggregator(), TERMS);
        assertThrows(IllegalStateException.class, () -> conversation.apply(award));
    }

    /** A rule writes its own cost for the reader, also where it carries out the strategy of a model. */
    @ParameterizedTest
    @EnumSource(MessageSource.class)
    void wordsOfRulesAreNotHandedOverEvenWhereWordsAreShared(MessageSource source) {
        Envelope said = new Letterhead(PEAK, 1, "home-001", 0)
                .envelope(Envelope.AGGREGATOR, null, 5, "It costs me 60.25 $/MWh.", source, "5eed");
        Conversation shared = new Conversation("home-001", true);
        shared.apply(new NegotiationMessage.Proposal(said, TERMS));
        Offer ask = shared.ask();
        assertNotNull(ask);
        assertEquals(source == MessageSource.RULE ? "" : "It costs me 60.25 $/MWh.", ask.words());
        Offer unshared = after(new NegotiationMessage.Proposal(said, TERMS)).ask();
        assertNotNull(unshared);
        assertEquals("", unshared.words());
    }

    @Test
    void messageIdsTellOpportunityRoundAndSender() {
        assertEquals("ENERGY@19/r1/home-001", home().id());
        assertEquals("ENERGY@19/r1/aggregator>home-001", aggregator().id());
        assertEquals(
                "ENERGY@19/r2/home-001/2",
                new Letterhead(PEAK, 2, "home-001", 1).id(Envelope.AGGREGATOR));
    }
}
