package org.vppworkbench.negotiation.single;

import java.util.concurrent.CancellationException;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.PresentationOrder;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.agent.language.DecisionLoop;
import org.vppworkbench.negotiation.agent.language.ReplyRoom;
import org.vppworkbench.negotiation.persona.AggregatorPrompts;
import org.vppworkbench.negotiation.persona.Fence;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.PromptLibrary;

/**
 * Sells opportunities by the word of one model that sees the cost of every home and settles all contracts at once, without a
 * negotiation: what communication is compared with. Keeps nothing between sessions.
 */
public final class SingleModelTrader implements OpportunityTrader {
    private final TraderBrief brief;
    private final CoalitionSolver solver;
    private final DecisionLoop loop;
    private final Figures figures;
    private final AggregatorPrompts prompts;
    private final SingleBriefing briefing;
    private final int mostShown;

    public SingleModelTrader(
            TraderBrief brief, CoalitionSolver solver, DecisionLoop loop, PromptLibrary library, LanguageSettings settings) {
        this.brief = brief;
        this.solver = solver;
        this.loop = loop;
        this.figures = new Figures(brief.horizon(), settings.guards());
        Fence fence = new Fence(brief.seed());
        this.prompts = AggregatorPrompts.single(library, settings, fence);
        this.briefing = new SingleBriefing(figures, fence, new PresentationOrder(settings.order(), brief.seed()));
        this.mostShown = ReplyRoom.CONTRACTS.items(settings);
    }

    @Override
    public Agreement trade(TradingSession session) {
        try {
            return new SingleModelSession(
                            session, brief, solver, new Wording(brief.horizon()), loop, figures, prompts, briefing, mostShown)
                    .run();
        } catch (CancellationException stopped) {
            if (!session.cancel().cancelled()) {
                throw stopped;
            }
            return SingleModelSession.none(RunEvent.Outcome.NO_AGREEMENT, "stopped by the user");
        }
    }
}
