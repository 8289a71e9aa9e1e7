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
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * A program of the user, or a person, as the agent of a home. It is shown what the home's rule agent is shown, and nothing else; every reply
 * passes the gate. Once it is gone the rules decide.
 */
final class ExternalProsumer implements ProsumerPolicy {
    private final AgentTalk talk;
    private final Notebook notebook;
    private final Horizon horizon;
    private final ProsumerPolicy rule;
    private final @Nullable MessageGate gate;
    private MessageSource spoke;

    /**
     * @param gate for a person, who may ask what it would say before a move; {@code null} for a program
     */
    ExternalProsumer(
            AgentTalk talk, Notebook notebook, Horizon horizon, ProsumerPolicy rule, @Nullable MessageGate gate) {
        this.talk = talk;
        this.notebook = notebook;
        this.horizon = horizon;
        this.rule = rule;
        this.gate = gate;
        this.spoke = talk.party().source();
    }

    @Override
    public MessageSource source() {
        return talk.present() ? talk.party().source() : rule.source();
    }

    /** A person may leave single turns to the rules. */
    @Override
    public MessageSource source(ProsumerTurn turn) {
        return talk.party().human() ? spoke : source();
    }

    @Override
    public MessageSource asked(ProsumerTurn turn) {
        return talk.asked(turn.opportunity().hour()) ? talk.party().source() : rule.source();
    }

    /** A program is asked when its turn has come; nobody else thinks ahead for it. */
    @Override
    public Optional<ProsumerTurn> handed(ProsumerTurn turn) {
        return Optional.empty();
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        if (!talk.asked(turn.opportunity().hour())) {
            spoke = rule.source();
            return rule.reply(turn);
        }
        spoke = talk.party().source();
        notebook.announce(turn.opportunity());
        int number = talk.nextTurn();
        return decoded(turn, talk.ask(message(turn, number), tools(turn, number)));
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        int number = talk.nextTurn() - 1;
        return decoded(turn, talk.askAgain(refused(verdict, number), tools(turn, number)));
    }

    private AgentTalk.Tools tools(ProsumerTurn turn, int number) {
        AgentTalk.Tools tools = new ExternalHomeTools(turn.desk(), horizon, number);
        MessageGate judge = gate;
        return judge == null
                ? tools
                : (type, question) -> type.equals("check")
                        ? checked(judge, turn, number, question)
                        : tools.answer(type, question);
    }

    /** What the gate would say to a move that is not made. */
    private LineWriter checked(MessageGate judge, ProsumerTurn turn, int number, LineFields question) throws ReplyFault {
        String say = question.text("say");
        boolean due = turn.stage() == Stage.CALLED || turn.lastWord();
        Optional<NegotiationMessage> move = message(turn, new Said(say, question, ""));
        question.nothingElse();
        Position known = new Position(turn.desk().prosumer(), turn.stage(), turn.ownAsk(), turn.counter(), null);
        GateVerdict verdict = move.map(said -> judge.judge(new Submission(
                        said, talk.party().source(), turn.rules(), turn.letterhead(), Conversation.as(known), turn.desk(),
                        turn.deadlineRound(), turn.opportunity().requiredKw(), turn.lastWord())))
                .orElseGet(() -> due ? MessageGate.silence() : GateVerdict.PASSED);
        return verdict(LineWriter.of("check_result").put("turn", number), verdict);
    }

    static LineWriter verdict(LineWriter line, GateVerdict verdict) {
        return line.put("passed", verdict.passed()).put("check", verdict.check()).put("detail", verdict.detail());
    }

    /** What the gate said to a reply; another one is due. */
    static LineWriter refused(GateVerdict verdict, int turn) {
        return verdict(LineWriter.of("verdict").put("turn", turn), verdict);
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
            if (talk.party().human()) {
                Optional<NegotiationMessage> byRule = rule.reply(turn);
                talk.note(choice(byRule.orElse(null)));
                if (said.type().equals("rule")) {
                    talk.left(said, turn.opportunity().hour());
                    spoke = rule.source();
                    return byRule;
                }
            }
            Optional<NegotiationMessage> message = message(turn, said);
            said.fields().nothingElse();
            return message;
        } catch (ReplyFault e) {
            throw new UnusableReplyException(
                    talk.party().check(), talk.party().words() + " sent what cannot be used: " + e.words(), true);
        }
    }

    /** What the rule would have said in this turn, noted after the person has decided. */
    private static LineWriter choice(@Nullable NegotiationMessage byRule) {
        return LineWriter.of("rule_choice")
                .put("said", byRule == null ? "STAND" : Performative.of(byRule).name())
                .put("terms", byRule == null ? null : Performative.terms(byRule));
    }

    private Optional<NegotiationMessage> message(ProsumerTurn turn, Said said) throws ReplyFault {
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

    private Envelope envelope(ProsumerTurn turn, Said said, String inReplyTo) throws ReplyFault {
        return ReplyEnvelope.read(
                said.fields(), talk.party().source(), turn.letterhead(), Envelope.AGGREGATOR, inReplyTo, turn.deadlineRound(), said.line());
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
