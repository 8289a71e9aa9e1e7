package org.vppworkbench.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.download.OasisClient;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.series.GapFilling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which prices to download. */
final class PriceOptions {
    @Option(names = "--series", paramLabel = "LIST", split = ",",
            description = "prices: energy, spin, nonSpin, realTime (default: all)")
    private final List<String> series = new ArrayList<>();

    @Option(names = "--node", paramLabel = "NODE", defaultValue = OasisClient.SP15,
            description = "node or hub of the energy prices (default: ${DEFAULT-VALUE})")
    String node = OasisClient.SP15;

    @Option(names = "--zone", paramLabel = "ZONE",
            description = "zone of the reserves: SP15 (the default), NP15, ZP26")
    private @Nullable String zone;

    @Option(names = "--five-minutes", description = "real-time prices of the five-minute dispatch, as quarter-hour means,"
            + " instead of the fifteen-minute market")
    boolean fiveMinutes;

    @Option(names = "--fill", paramLabel = "METHOD", description = "fill gaps of under 1 %% of the values: linear, day-before")
    private @Nullable String fill;

    List<PriceSeries> series(CommandSpec spec) {
        return series.isEmpty() ? List.of(PriceSeries.values()) : PriceSeries.parse(spec, series);
    }

    ImportOptions importOptions(CommandSpec spec) {
        String method = fill;
        GapFilling filling = method == null
                ? null
                : GapFilling.find(method)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "--fill " + method + " is unknown; allowed: " + GapFilling.allowed()));
        return ImportOptions.DEFAULTS.withNode(node).withZone(zone).withFill(filling);
    }
}
