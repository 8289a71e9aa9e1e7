package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.persona.HomeAction;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * Homes decided by a language model, asked at every turn. The model proposes, its tools compute, the gate decides. All homes
 * of a round are asked side by side; the engine takes the answers in fleet order, so that a run depends on the answers and
 * not on which came first. One instance serves all homes of one run.
 */
public final class LanguageProsumer implements ProsumerPolicy, Preparation {
    private final DecisionLoop loop;
    private final HomeBriefing briefing;
    private final HomeTools tools;
    private final LanguageSettings settings;
    private final Map<String, Thought> thoughts = new ConcurrentHashMap<>();
    private volatile CancelToken cancel = CancelToken.NEVER;

    /**
     * What a home's model answered.
     *
     * @param turn the turn it answered; an answer to another turn is of no use
     */
    private record Thought(ProsumerTurn turn, Asking<HomeDecision> asking) {}

    public LanguageProsumer(LanguageModel model, HomeBriefing briefing, LanguageSettings settings, long seed) {
        this.loop = new DecisionLoop(model, Samplings.of(settings));
        this.briefing = briefing;
        this.settings = settings;
        this.tools = new HomeTools(briefing.words(), settings, seed);
    }

    @Override
    public MessageSource source() {
        return MessageSource.LLM;
    }

    @Override
    public void prepare(List<ProsumerTurn> turns, CancelToken token) {
        cancel = token;
        List<Thought> answers = SideBySide.map(turns, this::think, token);
        answers.forEach(thought -> thoughts.put(thought.turn().desk().prosumer(), thought));
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        return message(turn, thought(turn).asking().first(), false);
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        Asking<HomeDecision> asking = thought(turn).asking();
        Outcome<HomeDecision> second = asking.second();
        return message(turn, second == null ? repaired(turn, asking.first(), verdict) : second, true);
    }

    private Optional<NegotiationMessage> message(ProsumerTurn turn, Outcome<HomeDecision> outcome, boolean last) {
        Outcome.Decided<HomeDecision> decided = Asking.decided(outcome, turn.desk().prosumer(), last);
        return HomeMessages.message(turn, decided.decision(), decided.rawHash());
    }

    private Thought thought(ProsumerTurn turn) {
        Thought prepared = thoughts.get(turn.desk().prosumer());
        if (prepared != null && prepared.turn().equals(turn)) {
            return prepared;
        }
        Thought now = think(turn);
        thoughts.put(turn.desk().prosumer(), now);
        return now;
    }

    /** Asks, and once more at once where the reply cannot be read: that needs no word of the engine. */
    private Thought think(ProsumerTurn turn) {
        Origin origin = new Origin(
                turn.desk().prosumer(), turn.opportunity().id(), turn.round(), turn.letterhead().part(), 0, 0);
        Outcome<HomeDecision> first =
                ask(turn, new Talk(origin, briefing.bargaining(turn, tools.known(turn))));
        @Nullable Outcome<HomeDecision> second =
                first instanceof Outcome.Failed<HomeDecision> failed && failed.repairable()
                        ? ask(turn, failed.talk().again(briefing.repair(Asking.CHECK, failed.words())))
                        : null;
        return new Thought(turn, new Asking<>(first, second));
    }

    private Outcome<HomeDecision> repaired(ProsumerTurn turn, Outcome<HomeDecision> first, GateVerdict verdict) {
        double kw = first instanceof Outcome.Decided<HomeDecision> decided ? quantity(turn, decided.decision()) : 0;
        boolean toolTells = settings.tool() == LanguageSettings.Tool.EXACT;
        String reason = GateWords.of(verdict, turn, kw, briefing.figures(), toolTells);
        return ask(turn, first.talk().again(briefing.repair(verdict.check(), reason)));
    }

    private static double quantity(ProsumerTurn turn, HomeDecision decision) {
        return decision.kw() > 0 || turn.counter() == null ? decision.kw() : turn.counter().terms().kw();
    }

    private Outcome<HomeDecision> ask(ProsumerTurn turn, Talk talk) {
        List<HomeAction> offered = HomeAction.allowed(turn, settings.tool());
        HomeReader reader =
                new HomeReader(turn, briefing, tools, settings.tool(), offered, talk.origin().step());
        return loop.decide(talk, briefing.schema(), reader, cancel);
    }
}
