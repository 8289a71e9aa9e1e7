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
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.AgentTalk.Said;
import org.vppworkbench.negotiation.external.AgentTalk.Tools;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/** A program of the user as the aggregator: one list of actions a turn, at most one per home. */
final class ExternalAggregator implements AggregatorPolicy {
    private final AgentTalk talk;
    private final Notebook notebook;
    private final Horizon horizon;
    private final CoalitionSolver solver;
    private final AggregatorPolicy rule;

    ExternalAggregator(
            AgentTalk talk, Notebook notebook, Horizon horizon, CoalitionSolver solver, AggregatorPolicy rule) {
        this.talk = talk;
        this.notebook = notebook;
        this.horizon = horizon;
        this.solver = solver;
        this.rule = rule;
    }

    @Override
    public MessageSource source() {
        return talk.present() ? MessageSource.EXTERNAL : rule.source();
    }

    @Override
    public List<NegotiationMessage> reply(AggregatorTurn turn) {
        if (!talk.present()) {
            return rule.reply(turn);
        }
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
            throw new UnusableReplyException(AgentTalk.CHECK, "the program of " + talk.id() + " is gone", false);
        }
        return again(turn, verdict, prosumer).stream().findFirst();
    }

    private List<NegotiationMessage> again(AggregatorTurn turn, GateVerdict verdict, @Nullable String prosumer) {
        int number = talk.nextTurn() - 1;
        LineWriter line = ExternalProsumer.refused(verdict, number).put("home", prosumer);
        return decoded(turn, talk.askAgain(line, tools(turn, number)), prosumer);
    }

    private Tools tools(AggregatorTurn turn, int number) {
        return new ExternalAggregatorTools(solver, turn, notebook, number);
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
            if (!said.type().equals("reply")) {
                throw new ReplyFault("unknown type " + LineFields.shown(said.type())
                        + "; now allowed: reply, or the tools coalition and market");
            }
            Map<String, Position> positions = new HashMap<>();
            turn.positions().forEach(position -> positions.put(position.prosumer(), position));
            List<NegotiationMessage> messages = new ArrayList<>();
            for (LineFields action : said.fields().objects("actions")) {
                String home = action.text("home");
                if (only != null && !home.equals(only)) {
                    throw new ReplyFault("speaks to " + LineFields.shown(home) + ", but only " + only
                            + " is asked about again");
                }
                messages.add(message(turn, action, LineFields.oneLine(home, 100), positions.get(home), said.line()));
                action.nothingElse();
            }
            said.fields().nothingElse();
            return messages;
        } catch (ReplyFault e) {
            throw new UnusableReplyException(
                    AgentTalk.CHECK, "the program of " + talk.id() + " sent what cannot be used: " + e.words(), true);
        }
    }

    private static NegotiationMessage message(
            AggregatorTurn turn, LineFields action, String home, @Nullable Position position, String line)
            throws ReplyFault {
        Offer ask = position == null ? null : position.ask();
        int validUntil = Math.min(turn.round() + 1, turn.deadlineRound());
        Envelope envelope = ReplyEnvelope.read(
                action, turn.letterhead(), home, ask == null ? null : ask.messageId(), validUntil, line);
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
