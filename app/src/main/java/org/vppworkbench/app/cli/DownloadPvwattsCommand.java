package org.vppworkbench.app.cli;

import java.util.List;
import org.vppworkbench.app.io.download.Download;
import org.vppworkbench.app.io.download.PvwattsQuery;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.home.PvwattsImporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vpp download pvwatts}. */
@Command(
        name = "pvwatts",
        description = {
            "The hourly yield of a PV system in a typical year from NREL PVWatts v8, laid onto the days asked for;"
                + " needs NREL_API_KEY in the environment.",
            "A typical year knows nothing of the weather of these days."
        })
final class DownloadPvwattsCommand extends DownloadSubcommand {
    @Option(names = "--lat", paramLabel = "DEGREES", required = true, description = "latitude, north")
    private double latitude;

    @Option(names = "--lon", paramLabel = "DEGREES", required = true, description = "longitude, east; Los Angeles is -118.25")
    private double longitude;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "pvwatts",
            description = "name of the profile (default: ${DEFAULT-VALUE})")
    private String name = "pvwatts";

    @Option(names = "--capacity", paramLabel = "KW", defaultValue = "4",
            description = "nameplate in kWdc; the yield is per kWdc (default: ${DEFAULT-VALUE})")
    private double capacity = 4;

    @Option(names = "--tilt", paramLabel = "DEGREES", defaultValue = "20", description = "(default: ${DEFAULT-VALUE})")
    private double tilt = 20;

    @Option(names = "--azimuth", paramLabel = "DEGREES", defaultValue = "180",
            description = "180 is south, 270 west (default: ${DEFAULT-VALUE})")
    private double azimuth = 180;

    @Option(names = "--array-type", paramLabel = "N", defaultValue = "1",
            description = "0 open rack, 1 roof, 2 one axis, 3 one axis with backtracking, 4 two axes (default: ${DEFAULT-VALUE})")
    private int arrayType = 1;

    @Option(names = "--module-type", paramLabel = "N", defaultValue = "0",
            description = "0 standard, 1 premium, 2 thin film (default: ${DEFAULT-VALUE})")
    private int moduleType;

    @Option(names = "--losses", paramLabel = "PERCENT", defaultValue = "14",
            description = "losses of the system (default: ${DEFAULT-VALUE})")
    private double losses = 14;

    @Option(names = "--dataset", paramLabel = "NAME", defaultValue = "nsrdb",
            description = "weather: nsrdb, tmy2, tmy3, intl (default: ${DEFAULT-VALUE})")
    private String dataset = "nsrdb";

    DownloadPvwattsCommand(DownloadRun run) {
        super(run);
    }

    @Override
    public Integer call() {
        PvwattsQuery query = new PvwattsQuery(
                latitude, longitude, capacity, tilt, azimuth, arrayType, moduleType, losses, dataset);
        ImportOptions how = ImportOptions.DEFAULTS.withProfile(new ProfileOptions(name, options.from, options.days));
        return run(
                (downloads, progress, cancel) -> listed(downloads.pvwatts().fetch(query, progress, cancel)),
                new DownloadRun.Use(new PvwattsImporter(), how, List.of()));
    }

    private static Reading<List<Download>> listed(Reading<Download> reading) {
        Download one = reading.value();
        return new Reading<>(one == null ? null : List.of(one), reading.findings());
    }
}
