package org.vppworkbench.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.vppworkbench.app.io.download.Download;
import org.vppworkbench.app.io.download.PvwattsQuery;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.home.PvwattsImporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp download pvwatts}. */
@Command(
        name = "pvwatts",
        mixinStandardHelpOptions = true,
        description = {
            "The hourly yield of a PV system in a typical year from NREL PVWatts v8, laid onto the days asked for;"
                + " needs NREL_API_KEY in the environment.",
            "A typical year knows nothing of the weather of these days."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the folder is written",
            "1:refused; the message says why, nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class DownloadPvwattsCommand implements Callable<Integer> {
    private final DownloadRun run;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final DownloadOptions options = new DownloadOptions();

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
        this.run = run;
    }

    @Override
    public Integer call() {
        PvwattsQuery query = new PvwattsQuery(
                latitude, longitude, capacity, tilt, azimuth, arrayType, moduleType, losses, dataset);
        ImportOptions how = ImportOptions.DEFAULTS.withProfile(new ProfileOptions(name, options.from, options.days));
        return run.run(
                spec,
                options,
                (downloads, progress, cancel) -> listed(downloads.pvwatts().fetch(query, progress, cancel)),
                new DownloadRun.Use(new PvwattsImporter(), how, List.of()));
    }

    private static Reading<List<Download>> listed(Reading<Download> reading) {
        Download one = reading.value();
        return new Reading<>(one == null ? null : List.of(one), reading.findings());
    }
}
