package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.SampleLibrary;

/** Short runs of the sample that several tests share. */
public final class SmallRuns {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private static final LocalDate DAY = LocalDate.of(2023, 8, 16);

    private SmallRuns() {}

    /** Four homes of the sample fleet on its busiest day. */
    public static ResolvedScenario scenario(String mechanism, long seed) {
        Fleet all = SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow();
        List<Home> homes = all.homes().stream().limit(4).toList();
        Scenario scenario =
                new Scenario(
                        SampleLibrary.LOS_ANGELES_2023_08,
                        DAY,
                        1,
                        "four.json",
                        new Requirement(6, 4, 4),
                        0.25,
                        mechanism,
                        AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT,
                        1,
                        seed);
        return ScenarioResolver.resolve(
                        scenario,
                        new Fleet("four", "Four homes", homes),
                        SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow())
                .orThrow();
    }

    public static ExperimentResult run(String mechanism, long seed, boolean optimum) {
        return new ExperimentRunner(MechanismCatalogue.standard(), CLOCK)
                .run(
                        scenario(mechanism, seed),
                        new ExperimentOptions(optimum, 1e-3),
                        EventSink.NONE,
                        ProgressSink.NONE,
                        CancelToken.NEVER);
    }
}
