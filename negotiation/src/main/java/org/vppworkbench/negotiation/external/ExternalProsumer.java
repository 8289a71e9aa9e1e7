package org.vppworkbench.negotiation.external;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.AgentTalk.Said;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * A program of the user as the agent of a home. It is shown what the home's rule agent is shown, and nothing else; every reply
 * passes the gate. Once it is gone the rules decide.
 */
final class ExternalProsumer implements ProsumerPolicy {
    private final AgentTalk talk;
    private final Notebook notebook;
    private final Horizon horizon;
    private final ProsumerPolicy rule;

    ExternalProsumer(AgentTalk talk, Notebook notebook, Horizon horizon, ProsumerPolicy rule) {
        this.talk = talk;
        this.notebook = notebook;
        this.horizon = horizon;
        this.rule = rule;
    }

    @Override
    public MessageSource source() {
        return talk.present() ? MessageSource.EXTERNAL : rule.source();
    }

    /** A program is asked when its turn has come; nobody else thinks ahead for it. */
    @Override
    public Optional<ProsumerTurn> handed(ProsumerTurn turn) {
        return Optional.empty();
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        if (!talk.present()) {
            return rule.reply(turn);
        }
        notebook.announce(turn.opportunity());
        int number = talk.nextTurn();
        return decoded(turn, talk.ask(message(turn, number), new ExternalHomeTools(turn.desk(), horizon, number)));
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        int number = talk.nextTurn() - 1;
        return decoded(turn, talk.askAgain(refused(verdict, number), new ExternalHomeTools(turn.desk(), horizon, number)));
    }

    /** What the gate said to a reply; another one is due. */
    static LineWriter refused(GateVerdict verdict, int turn) {
        return LineWriter.of("verdict")
                .put("turn", turn)
                .put("passed", false)
                .put("check", verdict.check())
                .put("detail", verdict.detail());
    }

    private LineWriter message(ProsumerTurn turn, int number) {
        return LineWriter.of(type(turn))
                .put("turn", number)
                .put("opportunity", LineWriter.opportunity(turn.opportunity(), horizon))
                .put("round", turn.round())
                .put("deadlineRound", turn.deadlineRound())
                .texts("may", may(turn))
                .put("topUsdPerMwh", turn.topPrice())
                .put("contractsThatDay", turn.desk().contractsThatDay())
                .put("ownAsk", turn.ownAsk())
                .put("counter", turn.counter());
    }

    private static String type(ProsumerTurn turn) {
        if (turn.lastWord()) {
            return "last_word";
        }
        return switch (turn.stage()) {
            case CALLED -> "call_for_proposals";
            case COUNTERED -> "counter_offer";
            case ASKED -> "ask_stands";
            case AGREED, CLOSED -> "agreed";
        };
    }

    private static List<String> may(ProsumerTurn turn) {
        if (turn.lastWord()) {
            return List.of("accept", "reject", "withdraw");
        }
        return switch (turn.stage()) {
            case CALLED -> List.of("propose", "refuse");
            case ASKED -> List.of("propose", "withdraw", "stand");
            case COUNTERED -> List.of("accept", "counter", "reject", "withdraw", "stand");
            case AGREED -> List.of("withdraw", "stand");
            case CLOSED -> List.of();
        };
    }

    private Optional<NegotiationMessage> decoded(ProsumerTurn turn, Said said) {
        try {
            Optional<NegotiationMessage> message = message(turn, said);
            said.fields().nothingElse();
            return message;
        } catch (ReplyFault e) {
            throw new UnusableReplyException(
                    AgentTalk.CHECK, "the program of " + talk.id() + " sent what cannot be used: " + e.words(), true);
        }
    }

    private static Optional<NegotiationMessage> message(ProsumerTurn turn, Said said) throws ReplyFault {
        LineFields fields = said.fields();
        Offer counter = turn.counter();
        String answered = counter == null || turn.stage() == Stage.CALLED ? turn.callId() : counter.messageId();
        return switch (said.type()) {
            case "stand" -> Optional.empty();
            case "propose" -> Optional.of(new Proposal(envelope(turn, said, turn.callId()), terms(fields)));
            case "counter" -> Optional.of(new CounterOffer(envelope(turn, said, answered), terms(fields)));
            case "accept" -> Optional.of(
                    new Acceptance(envelope(turn, said, answered), accepted(fields, counter == null ? null : counter.terms())));
            case "reject" -> Optional.of(new Rejection(
                    envelope(turn, said, answered),
                    fields.constant("reason", RejectionReason.class, RejectionReason.BELOW_RESERVATION)));
            case "withdraw" -> Optional.of(new Withdrawal(envelope(turn, said, answered)));
            case "refuse" -> Optional.of(new Refusal(
                    envelope(turn, said, turn.callId()),
                    fields.constant("reason", RefusalReason.class, RefusalReason.NOT_WORTHWHILE),
                    BindingConstraint.NONE));
            default -> throw new ReplyFault(String.format(
                    Locale.ROOT, "unknown type %s; now allowed: %s, or the tools what_if, market and home",
                    LineFields.shown(said.type()), may(turn)));
        };
    }

    private static Envelope envelope(ProsumerTurn turn, Said said, String inReplyTo) throws ReplyFault {
        return ReplyEnvelope.read(
                said.fields(), turn.letterhead(), Envelope.AGGREGATOR, inReplyTo, turn.deadlineRound(), said.line());
    }

    static Terms terms(LineFields fields) throws ReplyFault {
        Double least = fields.optionalNumber("minKw");
        return new Terms(fields.number("kw"), least == null ? 0 : least, fields.number("usdPerMwh"));
    }

    /** What is accepted: the standing terms, unless the program names others, which the gate then refuses. */
    static Terms accepted(LineFields fields, @Nullable Terms standing) throws ReplyFault {
        Terms offered = standing == null ? new Terms(1, 0, 0) : standing;
        Double kw = fields.optionalNumber("kw");
        Double price = fields.optionalNumber("usdPerMwh");
        return new Terms(
                kw == null ? offered.kw() : kw,
                kw == null ? offered.minKw() : Math.min(offered.minKw(), kw),
                price == null ? offered.pricePerMwh() : price);
    }
}
