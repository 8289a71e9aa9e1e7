package org.vppworkbench.negotiation.single;

import java.util.Optional;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.ProsumerWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/** A home that lays open the largest quantity it would sell and its cost, or says why it sells nothing. */
record TruthfulHome(ProsumerWords words) implements ProsumerPolicy {
    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        ProsumerDesk desk = turn.desk();
        Opportunity opportunity = turn.opportunity();
        return Optional.of(switch (Willingness.at(desk, turn.topPrice(), opportunity.requiredKw())) {
            case Unwilling no -> new Refusal(
                    envelope(turn, words.refusal(desk, opportunity, opportunity.forecastPrice(), no)),
                    no.reason(),
                    no.binding());
            case Willing yes -> {
                CostTable table = CostTable.of(desk, turn.topPrice(), opportunity.requiredKw());
                double kw = table.points().isEmpty() ? yes.whatIf().deliverableKw() : table.points().getLast().kw();
                WhatIfResult about = desk.about(kw);
                double least = CostTable.least(desk, about);
                String why = words.proposal(desk, opportunity, about, least, least);
                yield new Proposal(envelope(turn, why), new Terms(kw, Math.min(Willingness.LEAST_KW, kw), least));
            }
        });
    }

    private static Envelope envelope(ProsumerTurn turn, String why) {
        return turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), why);
    }
}
