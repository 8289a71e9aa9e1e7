package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.PresentationOrder;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.persona.AggregatorBriefing;
import org.vppworkbench.negotiation.persona.AggregatorPrompts;
import org.vppworkbench.negotiation.persona.Fence;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.persona.RecordedWords;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorReplies;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;

/**
 * A language model that speaks for the aggregator: one question per turn about all homes whose ask stands, with the coalition
 * problem as a tool. It is asked nothing where nothing can be decided, and in the closing of a negotiation at most twice: for
 * last bids, and for yes or no to what is then left. Made for one run and used by one thread.
 */
public final class LanguageAggregator implements AggregatorPolicy {
    /** Quantities below one meter step are not bought [kW]. */
    private static final double LEAST_KW = 0.01;

    private static final Set<String> FIELDS = Set.of("action", "moves", "offers", "rationale");

    private final DecisionLoop loop;
    private final AggregatorPrompts prompts;
    private final AggregatorBriefing briefing;
    private final LanguageAggregatorTools tools;
    private final Figures figures;
    private final Fence fence;
    private final List<AggregatorAction> offered;
    private final int mostShown;
    private @Nullable Talk last;

    /**
     * @param seed master seed of the run
     */
    public LanguageAggregator(
            DecisionLoop loop,
            PromptLibrary library,
            LanguageSettings settings,
            Figures figures,
            CoalitionSolver solver,
            long seed) {
        this.loop = loop;
        this.figures = figures;
        this.fence = new Fence(seed);
        this.offered = AggregatorAction.all(settings.tool());
        this.prompts = AggregatorPrompts.aggregator(
                library, settings, fence, offered.stream().map(Enum::name).toList());
        this.briefing = new AggregatorBriefing(figures, fence, new PresentationOrder(settings.order(), seed));
        this.tools = new LanguageAggregatorTools(solver, figures, settings, seed);
        this.mostShown = ReplyRoom.MOVES.items(settings);
    }

    @Override
    public MessageSource source() {
        return MessageSource.LLM;
    }

    @Override
    public MessageSource asked(AggregatorTurn turn) {
        boolean nothing = turn.leftKw() < LEAST_KW || briefing.asking(turn, mostShown).isEmpty();
        return nothing ? MessageSource.RULE : MessageSource.LLM;
    }

    @Override
    public List<NegotiationMessage> reply(AggregatorTurn turn) {
        return speak(turn, CancelToken.NEVER).messages();
    }

    @Override
    public AggregatorReplies speak(AggregatorTurn turn, CancelToken cancel) {
        List<Position> shown = briefing.asking(turn, mostShown);
        if (asked(turn) != MessageSource.LLM) {
            return AggregatorReplies.NOTHING;
        }
        Talk talk = new Talk(origin(turn, 0), prompts.about(briefing.task(turn, shown)));
        return decide(turn, shown, talk, cancel);
    }

    @Override
    public AggregatorReplies speakAgain(AggregatorTurn turn, GateVerdict verdict, CancelToken cancel) {
        Talk before = last;
        if (before == null) {
            return speak(turn, cancel);
        }
        String words = prompts.repair(verdict.check(), fence.clean(verdict.detail(), RecordedWords.MOST_OF_FAULT));
        return decide(turn, briefing.asking(turn, mostShown), before.again(words), cancel);
    }

    @Override
    public AggregatorReplies repair(AggregatorTurn turn, Map<String, GateVerdict> refused, CancelToken cancel) {
        List<Position> shown = briefing.asking(turn, mostShown).stream()
                .filter(home -> refused.containsKey(home.prosumer()))
                .toList();
        if (shown.isEmpty() || turn.leftKw() < LEAST_KW) {
            return AggregatorReplies.NOTHING;
        }
        Talk talk = new Talk(origin(turn, 1), prompts.about(briefing.repair(turn, shown, refused)));
        return decide(turn, shown, talk, cancel);
    }

    @Override
    public void over(Opportunity opportunity, List<RunEvent.Member> bought) {
        tools.remember(opportunity, bought);
    }

    private AggregatorReplies decide(AggregatorTurn turn, List<Position> shown, Talk talk, CancelToken cancel) {
        Outcome<PerHome<AggregatorMove>> outcome =
                loop.decide(talk, prompts.schema(), reply -> read(turn, shown, reply), cancel);
        last = outcome.talk();
        Outcome.Decided<PerHome<AggregatorMove>> decided =
                Asking.decided(outcome, Envelope.AGGREGATOR, talk.origin().attempt() > 0);
        return replies(turn, shown, decided.decision(), decided.rawHash());
    }

    private Move<PerHome<AggregatorMove>> read(AggregatorTurn turn, List<Position> shown, ReplyObject reply)
            throws ReplyFault {
        reply.only(FIELDS);
        List<ReplyObject> offers = reply.has("offers") ? reply.objects("offers", mostShown) : List.of();
        return switch (reply.choice("action", AggregatorAction.class, offered)) {
            case COALITION -> told(List.of(tools.coalition(turn, shown, offers)));
            case MARKET -> told(List.of(tools.market(turn)));
            case HISTORY -> told(tools.history());
            case DECIDE -> {
                List<String> homes = shown.stream().map(Position::prosumer).toList();
                String why = fence.clean(reply.text("rationale", RecordedWords.MOST_SAID), RecordedWords.MOST_KEPT);
                yield new Move.Decided<>(PerHome.read(
                        reply.objects("moves", 2 * mostShown), homes, "move", (home, item) -> AggregatorMove.read(item), why));
            }
        };
    }

    private Move<PerHome<AggregatorMove>> told(List<String> lines) {
        return new Move.Tool<>(fence.block(lines) + "\nYour reply:");
    }

    private AggregatorReplies replies(
            AggregatorTurn turn, List<Position> shown, PerHome<AggregatorMove> decision, String hash) {
        List<NegotiationMessage> messages = new ArrayList<>();
        Map<String, GateVerdict> failures = new LinkedHashMap<>(decision.failures());
        for (Position home : shown) {
            AggregatorMove move = decision.items().get(home.prosumer());
            Offer ask = home.ask();
            if (move == null || ask == null) {
                continue;
            }
            Envelope envelope = turn.letterhead().envelope(
                    home.prosumer(),
                    ask.messageId(),
                    Math.min(turn.round() + 1, turn.deadlineRound()),
                    decision.why(),
                    MessageSource.LLM,
                    hash);
            switch (move.kind()) {
                case COUNTER -> {
                    if (AggregatorBriefing.lastWord(turn)) {
                        failures.put(home.prosumer(), PerHome.schema("nothing can be bid any more"));
                    } else {
                        double price = figures.unscaled(move.pricePerMwh());
                        messages.add(new CounterOffer(envelope, ask.terms().part(move.kw(), price)));
                    }
                }
                case ACCEPT -> messages.add(new Acceptance(envelope, ask.terms()));
                case REJECT -> messages.add(new Rejection(envelope, reason(turn, ask.terms())));
                case WAIT -> {}
            }
        }
        return new AggregatorReplies(messages, failures, decision.strays());
    }

    private static RejectionReason reason(AggregatorTurn turn, Terms ask) {
        return ask.kw() <= turn.leftKw() || ask.pricePerMwh() > turn.topPrice()
                ? RejectionReason.TOO_EXPENSIVE
                : RejectionReason.NOT_NEEDED;
    }

    private static Origin origin(AggregatorTurn turn, int attempt) {
        return new Origin(
                Envelope.AGGREGATOR, turn.opportunity().id(), turn.round(), turn.letterhead().part(), attempt, 0);
    }
}
