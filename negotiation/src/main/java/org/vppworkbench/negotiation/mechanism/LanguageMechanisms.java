package org.vppworkbench.negotiation.mechanism;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.negotiation.agent.AbleHome;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.agent.language.BatchedProsumer;
import org.vppworkbench.negotiation.agent.language.DecisionLoop;
import org.vppworkbench.negotiation.agent.language.LanguageAggregator;
import org.vppworkbench.negotiation.agent.language.LanguageProsumer;
import org.vppworkbench.negotiation.agent.language.Samplings;
import org.vppworkbench.negotiation.agent.language.StrategyProsumer;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.persona.BatchBriefing;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.single.SingleModelTrader;

/** The mechanisms in which language models decide. */
public final class LanguageMechanisms {
    /** Language models at the table of the ordinary negotiation. */
    public static final String LLM = "llm";

    /** One language model that sees everything and settles everything, without a negotiation. */
    public static final String LLM_SINGLE = "llm-single";

    private static final List<String> IDS = List.of(LLM, LLM_SINGLE);

    private LanguageMechanisms() {}

    /** Ids. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * {@code llm}: homes and aggregator decided by a model, in the negotiation of {@code rule}; {@code llm-single}: one
     * model that sees the cost of every home and settles all contracts at once. The label names the model and neither
     * host nor tape, so that a replay has the same events; the honest label of a run is {@code model.identity().label()}.
     *
     * @param model live or on a tape
     * @param solver solves the coalition problem
     * @throws IllegalArgumentException if the id is not one of {@link #ids()}
     * @throws IllegalStateException where a prompt is missing
     */
    public static Mechanism byId(String id, LanguageModel model, LanguageSettings settings, CoalitionSolver solver) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("mechanism " + id + " is not known here. Maybe one of " + IDS);
        }
        String label = "LLM " + model.identity().model();
        PromptLibrary library = new PromptLibrary();
        return new TradingMechanism(id, label, brief -> {
            OpportunityTrader models = id.equals(LLM)
                    ? negotiation(brief, model, settings, solver, library)
                    : new SingleModelTrader(brief, solver, new DecisionLoop(model, Samplings.of(settings)), library, settings);
            OpportunityTrader rules =
                    NegotiationTrader.rules(brief.agents(), brief.rules(), solver, new Wording(brief.horizon()));
            return new LanguageTrader(models, rules, settings.leastStakeUsd());
        });
    }

    private static OpportunityTrader negotiation(
            TraderBrief brief, LanguageModel model, LanguageSettings settings, CoalitionSolver solver, PromptLibrary library) {
        Wording wording = new Wording(brief.horizon());
        Figures figures = new Figures(brief.horizon(), settings.guards());
        HomeBriefing briefing = new HomeBriefing(library, settings, figures, brief.seed());
        ProsumerPolicy ruleHome = new ProsumerAgent(wording);
        Homes homes = homes(brief, model, settings, library, briefing, ruleHome);
        // a strategy is for the whole day and carried out by the rule anyway
        ProsumerPolicy asked = settings.mode() == LanguageSettings.Mode.DAILY_STRATEGY
                ? homes.policy()
                : new AbleHome(homes.policy(), ruleHome);
        AggregatorPolicy aggregator = settings.aggregatorByModel()
                ? new LanguageAggregator(
                        new DecisionLoop(model, Samplings.of(settings)), library, settings, figures, solver, brief.seed())
                : new AggregatorAgent(solver, wording);
        Chosen chosen = new Chosen(settings.homes());
        OpportunityTrader models = new NegotiationTrader(
                brief.agents(), brief.rules(), solver, wording,
                home -> chosen.has(home) ? asked : ruleHome,
                aggregator,
                (turns, cancel) -> homes.preparation().prepare(chosen.of(turns), cancel),
                settings.shareRationales());
        return session -> {
            chosen.from(session.desks());
            return models.trade(session);
        };
    }

    private static Homes homes(
            TraderBrief brief,
            LanguageModel model,
            LanguageSettings settings,
            PromptLibrary library,
            HomeBriefing briefing,
            ProsumerPolicy rules) {
        return switch (settings.mode()) {
            case EVERY_ROUND -> Homes.of(new LanguageProsumer(model, briefing, settings, brief.seed()));
            case DAILY_STRATEGY -> Homes.of(new StrategyProsumer(rules, model, briefing, settings));
            case BATCHED -> Homes.of(new BatchedProsumer(
                    model, briefing, new BatchBriefing(library, settings, briefing, brief.seed()), settings, brief.seed()));
        };
    }

    private record Homes(ProsumerPolicy policy, Preparation preparation) {
        static <T extends ProsumerPolicy & Preparation> Homes of(T homes) {
            return new Homes(homes, homes);
        }
    }

    /** The homes decided by the model: the first of the fleet. */
    private static final class Chosen {
        private final int homes;
        private final Set<String> ids = new HashSet<>();

        Chosen(int homes) {
            this.homes = homes;
        }

        void from(List<ProsumerDesk> desks) {
            if (ids.isEmpty()) {
                desks.stream().limit(homes < 0 ? desks.size() : homes).map(ProsumerDesk::prosumer).forEach(ids::add);
            }
        }

        boolean has(String home) {
            return ids.contains(home);
        }

        List<ProsumerTurn> of(List<ProsumerTurn> turns) {
            return turns.stream().filter(turn -> has(turn.desk().prosumer())).toList();
        }
    }
}
