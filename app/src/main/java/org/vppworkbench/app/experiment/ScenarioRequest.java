package org.vppworkbench.app.experiment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.SeriesKind;

/**
 * A scenario with the files it is to be read from.
 *
 * @param scenario what the user chose
 * @param dataFolder the user's data; {@code null} for those of the sample
 * @param fleetFile the user's fleet, JSON or CSV; {@code null} for a sample fleet or a generated one
 * @param pricesFile the user's prices, CSV; {@code null} for those of the sample
 * @param pricesKind how the user labels these prices
 * @param scenarioFile the file the scenario was read from, or {@code null}
 * @param keys what must not stand in any words of it
 */
public record ScenarioRequest(
        Scenario scenario,
        @Nullable DataFolder dataFolder,
        @Nullable Path fleetFile,
        @Nullable Path pricesFile,
        SeriesKind pricesKind,
        @Nullable Path scenarioFile,
        KeyMask keys) {
    /** The same files with another scenario. */
    public ScenarioRequest with(Scenario other) {
        return new ScenarioRequest(other, dataFolder, fleetFile, pricesFile, pricesKind, scenarioFile, keys);
    }

    /** The same with keys that are known. */
    public ScenarioRequest with(KeyMask known) {
        return new ScenarioRequest(scenario, dataFolder, fleetFile, pricesFile, pricesKind, scenarioFile, known);
    }
}
