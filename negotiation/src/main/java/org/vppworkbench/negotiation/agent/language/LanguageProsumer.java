package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import java.util.Optional;
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
    private final LanguageHomeTools tools;
    private final LanguageSettings settings;
    private final HomeThoughts thoughts;
    private volatile CancelToken cancel = CancelToken.NEVER;

    public LanguageProsumer(LanguageModel model, HomeBriefing briefing, LanguageSettings settings, long seed) {
        this.loop = new DecisionLoop(model, Samplings.of(settings));
        this.briefing = briefing;
        this.settings = settings;
        this.tools = new LanguageHomeTools(briefing.words(), settings, seed);
        this.thoughts = new HomeThoughts(
                briefing, settings, this::think, (turn, first, words) -> ask(turn, first.talk().again(words)));
    }

    @Override
    public MessageSource source() {
        return MessageSource.LLM;
    }

    @Override
    public void prepare(List<ProsumerTurn> turns, CancelToken token) {
        cancel = token;
        thoughts.keep(SideBySide.map(turns, this::think, token));
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        return thoughts.reply(turn);
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        return thoughts.retry(turn, verdict);
    }

    /** Asks, and once more at once where the reply cannot be read: that needs no word of the engine. */
    private HomeThoughts.Thought think(ProsumerTurn turn) {
        Origin origin = new Origin(
                turn.desk().prosumer(), turn.opportunity().id(), turn.round(), turn.letterhead().part(), 0, 0);
        return new HomeThoughts.Thought(turn, Asking.safely(origin, () -> {
            Outcome<HomeDecision> first = ask(turn, new Talk(origin, briefing.bargaining(turn, tools.known(turn))));
            return Asking.mended(first, words -> ask(turn, first.talk().again(briefing.repair(Asking.CHECK, words))));
        }));
    }

    private Outcome<HomeDecision> ask(ProsumerTurn turn, Talk talk) {
        List<HomeAction> offered = HomeAction.allowed(turn, settings.tool());
        HomeReader reader =
                new HomeReader(turn, briefing, tools, settings.tool(), offered, talk.origin().step());
        return loop.decide(talk, briefing.schema(), reader, cancel);
    }
}
