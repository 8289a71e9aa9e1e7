package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.AgentTalk.Said;
import org.vppworkbench.negotiation.external.AgentTalk.Tools;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/** A program of the user, or a person, as the aggregator: one list of actions a turn, at most one per home. */
final class ExternalAggregator implements AggregatorPolicy {
    private final AgentTalk talk;
    private final Notebook notebook;
    private final Horizon horizon;
    private final CoalitionSolver solver;
    private final AggregatorPolicy rule;
    private final @Nullable MessageGate gate;
    private MessageSource spoke;

    /**
     * @param gate for a person, who may ask what it would say before a move; {@code null} for a program
     */
    ExternalAggregator(
            AgentTalk talk,
            Notebook notebook,
            Horizon horizon,
            CoalitionSolver solver,
            AggregatorPolicy rule,
            @Nullable MessageGate gate) {
        this.talk = talk;
        this.notebook = notebook;
        this.horizon = horizon;
        this.solver = solver;
        this.rule = rule;
        this.gate = gate;
        this.spoke = talk.party().source();
    }

    @Override
    public MessageSource source() {
        return !talk.present() ? rule.source() : spoke;
    }

    @Override
    public MessageSource asked(AggregatorTurn turn) {
        return talk.asked(turn.opportunity().hour()) ? talk.party().source() : rule.source();
    }

    @Override
    public List<NegotiationMessage> reply(AggregatorTurn turn) {
        if (!talk.asked(turn.opportunity().hour())) {
            spoke = rule.source();
            return rule.reply(turn);
        }
        spoke = talk.party().source();
        notebook.announce(turn.opportunity());
        int number = talk.nextTurn();
        return decoded(turn, talk.ask(message(turn, number), tools(turn, number)), null);
    }

    @Override
    public List<NegotiationMessage> retry(AggregatorTurn turn, GateVerdict verdict) {
        return again(turn, verdict, null);
    }

    @Override
    public Optional<NegotiationMessage> retry(AggregatorTurn turn, String prosumer, GateVerdict verdict) {
        if (!talk.present()) {
            throw new UnusableReplyException(talk.party().check(), talk.party().words() + " is gone", false);
        }
        return again(turn, verdict, prosumer).stream().findFirst();
    }

    private List<NegotiationMessage> again(AggregatorTurn turn, GateVerdict verdict, @Nullable String prosumer) {
        int number = talk.nextTurn() - 1;
        spoke = talk.party().source();
        LineWriter line = ExternalProsumer.refused(verdict, number).put("home", prosumer);
        return decoded(turn, talk.askAgain(line, tools(turn, number)), prosumer);
    }

    private Tools tools(AggregatorTurn turn, int number) {
        Tools tools = new ExternalAggregatorTools(solver, turn, notebook, number);
        MessageGate judge = gate;
        return judge == null
                ? tools
                : (type, question) -> type.equals("check")
                        ? checked(judge, turn, number, question)
                        : tools.answer(type, question);
    }

    /** What the gate would say to actions that are not taken, in the order of the homes. */
    private LineWriter checked(MessageGate judge, AggregatorTurn turn, int number, LineFields question) throws ReplyFault {
        List<NegotiationMessage> actions = actions(turn, question, "", null);
        question.nothingElse();
        List<LineWriter> verdicts = new ArrayList<>();
        double left = turn.leftKw();
        for (Position position : turn.positions()) {
            for (NegotiationMessage action : actions) {
                if (action.envelope().receiver().equals(position.prosumer())) {
                    GateVerdict verdict = judge.judge(new Submission(
                            action, talk.party().source(), turn.rules(), turn.letterhead(), Conversation.as(position),
                            UnseenDesk.OF_A_HOME, turn.deadlineRound(), left, false));
                    Terms terms = Performative.terms(action);
                    left -= verdict.passed() && terms != null ? terms.kw() : 0;
                    verdicts.add(ExternalProsumer.verdict(new LineWriter().put("home", position.prosumer()), verdict));
                }
            }
        }
        return LineWriter.of("check_result").put("turn", number).put("leftKw", left).objects("verdicts", verdicts);
    }

    private LineWriter message(AggregatorTurn turn, int number) {
        List<LineWriter> positions = new ArrayList<>();
        for (Position position : turn.positions()) {
            positions.add(new LineWriter()
                    .put("home", position.prosumer())
                    .put("stage", position.stage().name())
                    .put("ask", position.ask())
                    .put("counter", position.counter())
                    .put("agreed", position.agreed()));
        }
        return LineWriter.of(turn.closing() ? "last_word" : "offers")
                .put("turn", number)
                .put("opportunity", LineWriter.opportunity(turn.opportunity(), horizon))
                .put("round", turn.round())
                .put("deadlineRound", turn.deadlineRound())
                .put("leftKw", turn.leftKw())
                .put("topUsdPerMwh", turn.topPrice())
                .objects("positions", positions);
    }

    /**
     * The messages of a reply.
     *
     * @param only the home that is asked about again, or {@code null} for all
     */
    private List<NegotiationMessage> decoded(AggregatorTurn turn, Said said, @Nullable String only) {
        try {
            if (talk.party().human()) {
                List<NegotiationMessage> byRule = rule.reply(turn).stream()
                        .filter(m -> only == null || m.envelope().receiver().equals(only))
                        .toList();
                talk.note(choice(byRule));
                if (said.type().equals("rule")) {
                    talk.left(said, turn.opportunity().hour());
                    spoke = rule.source();
                    return byRule;
                }
            }
            if (!said.type().equals("reply")) {
                throw new ReplyFault("unknown type " + LineFields.shown(said.type())
                        + "; now allowed: reply, or the tools coalition and market");
            }
            List<NegotiationMessage> messages = actions(turn, said.fields(), said.line(), only);
            said.fields().nothingElse();
            return messages;
        } catch (ReplyFault e) {
            throw new UnusableReplyException(
                    talk.party().check(), talk.party().words() + " sent what cannot be used: " + e.words(), true);
        }
    }

    /** What the rule would have said in this turn, noted after the person has decided. */
    private static LineWriter choice(List<NegotiationMessage> byRule) {
        return LineWriter.of("rule_choice").objects("actions", byRule.stream()
                .map(m -> new LineWriter()
                        .put("home", m.envelope().receiver())
                        .put("said", Performative.of(m).name())
                        .put("terms", Performative.terms(m)))
                .toList());
    }

    private List<NegotiationMessage> actions(AggregatorTurn turn, LineFields fields, String line, @Nullable String only)
            throws ReplyFault {
        Map<String, Position> positions = new HashMap<>();
        turn.positions().forEach(position -> positions.put(position.prosumer(), position));
        List<NegotiationMessage> messages = new ArrayList<>();
        for (LineFields action : fields.objects("actions")) {
            String home = action.text("home");
            if (only != null && !home.equals(only)) {
                throw new ReplyFault("speaks to " + LineFields.shown(home) + ", but only " + only + " is asked about again");
            }
            messages.add(message(turn, action, LineFields.oneLine(home, 100), positions.get(home), line));
            action.nothingElse();
        }
        return messages;
    }

    private NegotiationMessage message(
            AggregatorTurn turn, LineFields action, String home, @Nullable Position position, String line)
            throws ReplyFault {
        Offer ask = position == null ? null : position.ask();
        int validUntil = Math.min(turn.round() + 1, turn.deadlineRound());
        Envelope envelope = ReplyEnvelope.read(
                action, talk.party().source(), turn.letterhead(), home, ask == null ? null : ask.messageId(), validUntil, line);
        String type = action.text("action");
        return switch (type) {
            case "accept" ->
                    new Acceptance(envelope, ExternalProsumer.accepted(action, ask == null ? null : ask.terms()));
            case "counter" -> new CounterOffer(envelope, ExternalProsumer.terms(action));
            case "reject" -> new Rejection(
                    envelope, action.constant("reason", RejectionReason.class, RejectionReason.TOO_EXPENSIVE));
            default -> throw new ReplyFault(
                    "unknown action " + LineFields.shown(type) + "; allowed: accept, counter, reject");
        };
    }
}
