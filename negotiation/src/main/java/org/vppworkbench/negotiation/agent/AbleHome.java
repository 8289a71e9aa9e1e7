package org.vppworkbench.negotiation.agent;

import java.util.Optional;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * An agent whose time costs money, asked only where there is something to decide: a home that can deliver nothing for an
 * opportunity is answered for by the rule, labelled {@code RULE}. That is no fallback; the agent did not fail.
 *
 * @param agent who decides otherwise
 * @param rule says no where nothing can be delivered
 */
public record AbleHome(ProsumerPolicy agent, ProsumerPolicy rule) implements ProsumerPolicy {
    @Override
    public MessageSource source() {
        return agent.source();
    }

    @Override
    public MessageSource source(ProsumerTurn turn) {
        return unable(turn) ? rule.source(turn) : agent.source(turn);
    }

    @Override
    public Optional<ProsumerTurn> handed(ProsumerTurn turn) {
        return unable(turn) ? Optional.empty() : agent.handed(turn);
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        return unable(turn) ? rule.reply(turn) : agent.reply(turn);
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        return unable(turn) ? rule.retry(turn, verdict) : agent.retry(turn, verdict);
    }

    /** Only at the call: who refuses there is not heard again in the negotiation. */
    private static boolean unable(ProsumerTurn turn) {
        return turn.stage() == Stage.CALLED && turn.desk().most().deliverableKw() < Willingness.LEAST_KW;
    }
}
