package org.vppworkbench.negotiation.agent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.simulation.Instruction;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * Any agent of a home, under the instructions of its owner: it leaves where the owner refuses, and asks the owner's share
 * of its own price, but never less than what the contract costs the home. Without an instruction it changes nothing.
 *
 * @param agent who decides otherwise
 */
public record InstructedHome(ProsumerPolicy agent) implements ProsumerPolicy {
    @Override
    public MessageSource source() {
        return agent.source();
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        Instruction instruction = turn.desk().instruction();
        if (instruction.equals(Instruction.NONE)) {
            return agent.retry(turn, verdict);
        }
        return leaves(instruction, turn)
                ? reply(turn)
                : agent.retry(meant(turn, instruction), verdict).map(reply -> asked(turn, reply, instruction.askShare()));
    }

    /** As the agent sees it: its own ask as it meant it, before the owner's share. */
    @Override
    public Optional<ProsumerTurn> handed(ProsumerTurn turn) {
        Instruction instruction = turn.desk().instruction();
        if (instruction.equals(Instruction.NONE)) {
            return agent.handed(turn);
        }
        return leaves(instruction, turn)
                ? Optional.empty()
                : agent.handed(meant(turn, instruction));
    }

    private static ProsumerTurn meant(ProsumerTurn turn, Instruction instruction) {
        return turn.withOwnAsk(scaled(turn.ownAsk(), 1 / instruction.askShare()));
    }

    /** Whether the owner's no is the answer. A rule agent says it itself at the call; nobody else is trusted to. */
    private boolean leaves(Instruction instruction, ProsumerTurn turn) {
        return instruction.refuses() && (turn.stage() != Stage.CALLED || agent.source() != MessageSource.RULE);
    }

    /** A no of the owner is a rule, whoever speaks for the home otherwise. */
    @Override
    public MessageSource source(ProsumerTurn turn) {
        return leaves(turn.desk().instruction(), turn) ? MessageSource.RULE : agent.source(turn);
    }

    @Override
    public MessageSource asked(ProsumerTurn turn) {
        return leaves(turn.desk().instruction(), turn) ? MessageSource.RULE : agent.asked(turn);
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        Instruction instruction = turn.desk().instruction();
        if (instruction.equals(Instruction.NONE)) {
            return agent.reply(turn);
        }
        if (leaves(instruction, turn)) {
            if (turn.stage() == Stage.CALLED) {
                String why = "My owner does not want me to sell. I stay out.";
                return Optional.of(new Refusal(
                        turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), why),
                        RefusalReason.OWNER,
                        BindingConstraint.NONE));
            }
            Offer counter = turn.counter();
            String why = "My owner does not want me to sell. I withdraw.";
            return Optional.of(new Withdrawal(turn.letterhead().envelope(
                    Envelope.AGGREGATOR, counter == null ? turn.callId() : counter.messageId(), turn.deadlineRound(), why)));
        }
        return agent.reply(meant(turn, instruction)).map(reply -> asked(turn, reply, instruction.askShare()));
    }

    private static NegotiationMessage asked(ProsumerTurn turn, NegotiationMessage reply, double share) {
        return switch (reply) {
            case Proposal proposal -> new Proposal(proposal.envelope(), scaled(turn, proposal.terms(), share));
            case CounterOffer counter -> {
                Terms terms = scaled(turn, counter.terms(), share);
                Offer bid = turn.counter();
                yield bid != null && bid.terms().pricePerMwh() >= terms.pricePerMwh()
                                && bid.terms().kw() <= terms.kw()
                        ? new Acceptance(counter.envelope(), bid.terms())
                        : new CounterOffer(counter.envelope(), terms);
            }
            default -> reply;
        };
    }

    private static Terms scaled(ProsumerTurn turn, Terms terms, double share) {
        double least = Willingness.reservation(turn.desk(), turn.desk().about(terms.kw()));
        double price = Math.max(least, Cents.up(terms.pricePerMwh() * share));
        return new Terms(terms.kw(), terms.minKw(), price);
    }

    private static @Nullable Offer scaled(@Nullable Offer ask, double share) {
        if (ask == null) {
            return null;
        }
        Terms terms = ask.terms();
        return new Offer(
                ask.messageId(),
                new Terms(terms.kw(), terms.minKw(), terms.pricePerMwh() * share),
                ask.validUntilRound(),
                ask.words());
    }
}
