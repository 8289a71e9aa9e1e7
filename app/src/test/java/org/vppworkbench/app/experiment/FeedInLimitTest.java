package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SeriesCsv;

/**
 * Batteries that buy at retail and resell at once while their meter is at its feed-in limit. Rounding there once made the
 * solver's point lose the whole sale. The expected optimum was computed with another solver from the same inputs.
 */
class FeedInLimitTest {
    private static final double OTHER_SOLVER = 120.55483;

    private static String resource(String name) throws IOException {
        try (InputStream in = FeedInLimitTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theOptimumIsCertifiedAndEqualsAnotherSolvers() throws IOException {
        Fleet fleet = FleetJson.read(resource("feed-in-limit.json"), "feed-in-limit.json").orThrow();
        DataSet data = SeriesCsv.read(resource("energy-only.csv"), "energy-only.csv", RandomScenarios.DATA, SeriesKind.SYNTHETIC)
                .orThrow();
        Scenario scenario = new Scenario(
                data.id(), LocalDate.of(2023, 8, 15), 1, fleet.id(), Requirement.LOS_ANGELES_20, 0.25, "aware",
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        RunInputs inputs = ScenarioResolver.resolve(scenario, fleet, data).orThrow().inputs();
        OptimumResult aware = CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.OPTIMAL, aware.status());
        assertEquals(OTHER_SOLVER, aware.objectiveUsd(), 1e-3);
    }
}
