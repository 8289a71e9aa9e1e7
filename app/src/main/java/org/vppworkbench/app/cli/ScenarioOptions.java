package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Option;

/** The options that say what is run: data, fleet, days, requirement. */
final class ScenarioOptions {
    @Option(names = "--sample", paramLabel = "ID", defaultValue = SampleLibrary.LOS_ANGELES_2023_08,
            description = "sample data (default: ${DEFAULT-VALUE}); 'vpp samples' lists them")
    String sample = SampleLibrary.LOS_ANGELES_2023_08;

    @Option(names = "--fleet", paramLabel = "FILE|ID",
            description = "fleet file, JSON or CSV, or the id of a sample fleet (default: la-20)")
    @Nullable String fleet;

    @Option(names = "--prices", paramLabel = "FILE",
            description = "CSV with your own prices in place of the sample's")
    @Nullable Path prices;

    @Option(names = "--prices-kind", paramLabel = "KIND", defaultValue = "SYNTHETIC",
            description = "how you label these prices: ${COMPLETION-CANDIDATES} "
                    + "(default: ${DEFAULT-VALUE})")
    SeriesKind pricesKind = SeriesKind.SYNTHETIC;

    @Option(names = "--from", paramLabel = "DATE", defaultValue = "2023-08-15",
            description = "first local day (default: ${DEFAULT-VALUE})")
    LocalDate from = LocalDate.of(2023, 8, 15);

    @Option(names = "--days", paramLabel = "N", defaultValue = "1",
            description = "number of days (default: ${DEFAULT-VALUE})")
    int days = 1;

    @Option(names = "--energy-kw", paramLabel = "KW", defaultValue = "25",
            description = "energy bought per hour, at most (default: ${DEFAULT-VALUE} kW)")
    double energyKw = 25;

    @Option(names = "--spin-kw", paramLabel = "KW", defaultValue = "15",
            description = "spinning reserve bought per hour, at most (default: ${DEFAULT-VALUE} kW)")
    double spinKw = 15;

    @Option(names = "--nonspin-kw", paramLabel = "KW", defaultValue = "15",
            description = "non-spinning reserve bought per hour, at most (default: ${DEFAULT-VALUE} kW)")
    double nonSpinKw = 15;

    @Option(names = "--min-stake", paramLabel = "USD", defaultValue = "0.25",
            description = "opportunities with a smaller gross stake are skipped "
                    + "(default: ${DEFAULT-VALUE} $)")
    double minStakeUsd = 0.25;

    ScenarioRequest request(String mechanism, long seed) {
        String chosen = fleet == null ? SampleLibrary.LOS_ANGELES_20 : fleet;
        boolean isSample = SampleLibrary.fleetIds().contains(chosen);
        Scenario scenario =
                new Scenario(
                        sample,
                        from,
                        days,
                        chosen,
                        new Requirement(energyKw, spinKw, nonSpinKw),
                        minStakeUsd,
                        mechanism,
                        AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT,
                        1,
                        seed);
        return new ScenarioRequest(scenario, isSample ? null : Path.of(chosen), prices, pricesKind);
    }
}
