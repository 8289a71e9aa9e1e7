package org.vppworkbench.negotiation.protocol;

import java.util.Optional;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;

/** Decides for a home. Every reply passes the gate before the engine acts on it. */
public interface ProsumerPolicy {
    /** Who decides; the gate refuses messages that claim another source. */
    default MessageSource source() {
        return MessageSource.RULE;
    }

    /** Who decided what was just replied, where that differs from turn to turn; asked after the reply. */
    default MessageSource source(ProsumerTurn turn) {
        return source();
    }

    /**
     * Who makes the decision that the reply to a turn needs; {@code RULE} where it was made before, or is nobody else's.
     * Asked before the reply.
     */
    default MessageSource asked(ProsumerTurn turn) {
        return source(turn);
    }

    /**
     * The turn as whoever decides is handed it, or empty where nobody is asked. What a {@link Preparation} thinks ahead
     * about.
     */
    default Optional<ProsumerTurn> handed(ProsumerTurn turn) {
        return Optional.of(turn);
    }

    /**
     * The home's reply, or empty to stand by its ask. At the call the home must say whether it takes
     * part, and a last word must be answered.
     *
     * @throws UnusableReplyException where nothing that can be judged came; the engine goes on with it
     */
    Optional<NegotiationMessage> reply(ProsumerTurn turn);

    /**
     * A second try after the gate refused the first reply; the reason is in the verdict.
     *
     * @throws UnusableReplyException where nothing that can be judged came
     */
    default Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        return reply(turn);
    }
}
