package org.vppworkbench.negotiation.protocol;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/**
 * The protocol state machine of the aggregator and one home (contract net, Smith 1980, with
 * counter-offers).
 *
 * <pre>
 * CALLED    -- home: Proposal -> ASKED, Refusal -> CLOSED
 * ASKED     -- home: Proposal (a better one) -> ASKED, Withdrawal -> CLOSED
 *           -- aggregator: CounterOffer -> COUNTERED, Acceptance -> AGREED, Rejection -> CLOSED
 * COUNTERED -- home: CounterOffer -> ASKED, Acceptance -> AGREED, Rejection, Withdrawal -> CLOSED
 *              (silence: the home stands by its ask -> ASKED)
 * AGREED    -- aggregator: Award, Rejection -> CLOSED
 *           -- home: Withdrawal (what is bought of it no longer pays) -> CLOSED
 * CLOSED    -- nothing
 * </pre>
 */
public final class Conversation {
    private final String prosumer;
    private final boolean sharesRationales;
    private Stage stage = Stage.CALLED;
    private @Nullable Offer ask;
    private @Nullable Offer counter;
    private @Nullable Offer agreed;

    public Conversation(String prosumer) {
        this(prosumer, false);
    }

    /**
     * @param sharesRationales whether offers carry the words of who made them; else nothing but typed terms is handed over.
     *     Words of rules are never handed over: they are written for the reader and name the home's cost
     */
    public Conversation(String prosumer, boolean sharesRationales) {
        this.prosumer = prosumer;
        this.sharesRationales = sharesRationales;
    }

    /** A conversation as one of its parties knows it: for a question to the gate, apart from the one that is led. */
    public static Conversation as(Position known) {
        Conversation conversation = new Conversation(known.prosumer());
        conversation.stage = known.stage();
        conversation.ask = known.ask();
        conversation.counter = known.counter();
        conversation.agreed = known.agreed();
        return conversation;
    }

    public String prosumer() {
        return prosumer;
    }

    public Stage stage() {
        return stage;
    }

    public @Nullable Offer ask() {
        return ask;
    }

    /** The aggregator's standing counter-offer; {@code null} where none waits for an answer. */
    public @Nullable Offer counter() {
        return stage == Stage.COUNTERED ? counter : null;
    }

    public @Nullable Offer agreed() {
        return agreed;
    }

    /** What the aggregator sees. */
    public Position position() {
        return new Position(prosumer, stage, ask, counter, agreed);
    }

    /** What a side may say now. */
    public Set<Performative> legal(boolean aggregator) {
        return switch (stage) {
            case CALLED ->
                    aggregator ? Set.of() : Set.of(Performative.PROPOSAL, Performative.REFUSAL);
            case ASKED ->
                    aggregator
                            ? Set.of(
                                    Performative.COUNTER_OFFER, Performative.ACCEPTANCE, Performative.REJECTION)
                            : Set.of(Performative.PROPOSAL, Performative.WITHDRAWAL);
            case COUNTERED ->
                    aggregator
                            ? Set.of()
                            : Set.of(
                                    Performative.COUNTER_OFFER,
                                    Performative.ACCEPTANCE,
                                    Performative.REJECTION,
                                    Performative.WITHDRAWAL);
            case AGREED ->
                    aggregator
                            ? Set.of(Performative.AWARD, Performative.REJECTION)
                            : Set.of(Performative.WITHDRAWAL);
            case CLOSED -> Set.of();
        };
    }

    /** The offer an acceptance by this side would refer to, or {@code null}. */
    public @Nullable Offer acceptable(boolean aggregator) {
        return aggregator ? ask : counter();
    }

    /** The home says nothing to a counter-offer: its ask stands again. */
    public void standBy() {
        if (stage == Stage.COUNTERED) {
            stage = Stage.ASKED;
        }
    }

    /** A counter-offer that was not answered in time lapses: the ask stands again. */
    public void lapse(int round) {
        Offer standing = counter();
        if (standing != null && standing.validUntilRound() < round) {
            standBy();
        }
    }

    /**
     * Moves on.
     *
     * @throws IllegalStateException if the message is not legal now; the gate keeps agents from that
     */
    public void apply(NegotiationMessage message) {
        boolean aggregator = message.envelope().sender().equals(Envelope.AGGREGATOR);
        Performative performative = Performative.of(message);
        if (!legal(aggregator).contains(performative)) {
            throw new IllegalStateException(
                    message.envelope().id() + ": " + performative.words() + " while the conversation "
                            + stage.words());
        }
        switch (performative) {
            case PROPOSAL -> asked(offer(message));
            case COUNTER_OFFER -> {
                if (aggregator) {
                    counter = offer(message);
                    stage = Stage.COUNTERED;
                } else {
                    asked(offer(message));
                }
            }
            case ACCEPTANCE -> {
                agreed = offer(message);
                stage = Stage.AGREED;
            }
            case REFUSAL, REJECTION, WITHDRAWAL, AWARD -> stage = Stage.CLOSED;
            case CALL_FOR_PROPOSALS, PROTOCOL_VIOLATION -> throw new IllegalStateException();
        }
    }

    private void asked(Offer offer) {
        ask = offer;
        stage = Stage.ASKED;
    }

    private Offer offer(NegotiationMessage message) {
        Terms terms = Performative.terms(message);
        if (terms == null) {
            throw new IllegalStateException(message.envelope().id() + " carries no terms");
        }
        boolean shared = sharesRationales && message.envelope().source() != MessageSource.RULE;
        String words = shared ? message.envelope().rationale() : "";
        return new Offer(message.envelope().id(), terms, message.envelope().validUntilRound(), words);
    }
}
