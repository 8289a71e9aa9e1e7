package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.negotiation.text.HomeDefaults;

/** Described homes in the data of a sample: which profiles they get, and what a day of one alone is worth. */
public final class DescribedHomes {
    private final DataSet data;
    private final HomeDefaults defaults;
    private final Clock clock;

    /**
     * @param data profiles and prices
     * @throws IllegalArgumentException if it has no load or no yield profile
     */
    public DescribedHomes(DataSet data, Clock clock) {
        this.data = data;
        this.clock = clock;
        this.defaults = defaults(data);
    }

    /** The profiles described homes get: the first of each kind, by name. */
    public HomeDefaults defaults() {
        return defaults;
    }

    /**
     * The same without the rest.
     *
     * @throws IllegalArgumentException if the data has no load or no yield profile
     */
    public static HomeDefaults defaults(DataSet data) {
        String load = data.loadKw().keySet().stream().sorted().findFirst()
                .orElseThrow(() -> new IllegalArgumentException(data.id() + " has no load profile"));
        String yield = data.pvYield().keySet().stream().sorted().findFirst()
                .orElseThrow(() -> new IllegalArgumentException(data.id() + " has no yield profile"));
        TimeSeries kw = java.util.Objects.requireNonNull(data.loadKw().get(load));
        return new HomeDefaults(load, kw.sum() * Horizon.DELTA_HOURS / data.horizon().days(), yield);
    }

    /**
     * Welfare of one home alone on a day with the rule mechanism.
     *
     * @param day as an offset from the first day of the data
     * @return welfare W [$], or {@code null} where the home cannot be run that day
     */
    public @Nullable Double welfare(Home home, int day, CancelToken cancel) {
        Scenario scenario = new Scenario(
                data.id(), data.horizon().firstDay().plusDays(day), 1, "described", new Requirement(5, 0, 0), 0,
                "rule", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 0, 1);
        Resolution resolution = org.vppworkbench.model.scenario.ScenarioResolver.resolve(
                scenario, new Fleet("described", "described", List.of(home)), data);
        ResolvedScenario resolved = resolution.resolved();
        if (resolved == null) {
            return null;
        }
        ExperimentResult result = new ExperimentRunner(MechanismCatalogue.standard(), clock)
                .run(resolved, new ExperimentOptions(false, 0.001), EventSink.NONE, ProgressSink.NONE, cancel);
        return result.settlement().total().welfareUsd();
    }
}
