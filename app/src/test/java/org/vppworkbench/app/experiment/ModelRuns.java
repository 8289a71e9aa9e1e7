package org.vppworkbench.app.experiment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.sample.SampleLibrary;

/** Runs with a language model over real HTTP, against a stand-in on this machine. */
final class ModelRuns {
    static final String KEY = "AIza-secret-of-the-tests-0123456789";
    static final String MODEL = "gemini-x";

    /** Nobody waits long for a stand-in, and nothing is tried twice. */
    static final Limits IMPATIENT = new Limits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofSeconds(5), 0, null, null, 64);

    private ModelRuns() {}

    /** The first homes of the sample fleet. */
    static ResolvedScenario scenario(
            int homes, LocalDate from, int days, Requirement requirement, double leastStake, @Nullable String mechanism,
            @Nullable LanguageSettings language) {
        Fleet all = SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow();
        Fleet fleet = new Fleet("some", "Some homes", all.homes().stream().limit(homes).toList());
        Scenario scenario = new Scenario(
                SampleLibrary.LOS_ANGELES_2023_08, from, days, "some.json", requirement, leastStake, "rule",
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 7);
        Scenario chosen = mechanism == null ? scenario : scenario.withMechanism(mechanism, language);
        return ScenarioResolver.resolve(
                        chosen, fleet, SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow())
                .orThrow();
    }

    /** Models at a stand-in, reached through the gateway with a key. */
    static LanguageModels models(Limits limits) {
        Map<String, String> environment = Map.of("GEMINI_API_KEY", KEY, "OPENAI_API_KEY", KEY);
        return new LiveModels(environment::get, limits, PriceList.builtIn(), null, (destination, settings) -> {}, findings -> {});
    }

    static LanguageSettings gemini(StandInServer server) {
        return LanguageSettings.of("gemini", MODEL, server.geminiBase());
    }

    static ExperimentResult run(ResolvedScenario scenario, LanguageModels models, boolean optimum) {
        return new ExperimentRunner(MechanismCatalogue.standard(), models, SmallRuns.CLOCK).run(
                scenario, new ExperimentOptions(optimum, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    static LanguageRecord language(ExperimentResult run) {
        return Objects.requireNonNull(run.language());
    }

    static List<String> words(ExperimentResult run) {
        return run.events().stream().map(Object::toString).toList();
    }
}
