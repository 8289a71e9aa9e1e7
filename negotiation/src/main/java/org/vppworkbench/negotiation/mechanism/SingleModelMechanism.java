package org.vppworkbench.negotiation.mechanism;

import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.agent.language.DecisionLoop;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.single.SingleModelTrader;

/** The mechanism {@code llm-single}. */
final class SingleModelMechanism {
    static final String ID = "llm-single";

    private SingleModelMechanism() {}

    /**
     * @param label names the model; nothing about live or replayed, for it stands in the events
     */
    static Mechanism of(String label, LanguageModel model, LanguageSettings settings, CoalitionSolver solver) {
        return new TradingMechanism(ID, label, brief -> trader(brief, model, settings, solver));
    }

    private static OpportunityTrader trader(
            TraderBrief brief, LanguageModel model, LanguageSettings settings, CoalitionSolver solver) {
        LanguageSettings.Drawing drawing = settings.sampling();
        Sampling sampling =
                new Sampling(drawing.temperature(), drawing.topP(), drawing.seed(), drawing.maxOutputTokens());
        OpportunityTrader single =
                new SingleModelTrader(brief, solver, new DecisionLoop(model, sampling), new PromptLibrary(), settings);
        OpportunityTrader rules =
                NegotiationTrader.rules(brief.agents(), brief.rules(), solver, new Wording(brief.horizon()));
        return session -> session.opportunity().forecastPrice() * session.opportunity().requiredKw() / 1000
                        < settings.leastStakeUsd()
                ? rules.trade(session)
                : single.trade(session);
    }
}
