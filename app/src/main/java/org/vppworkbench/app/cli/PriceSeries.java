package org.vppworkbench.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vppworkbench.app.io.download.GridStatusDataset;
import org.vppworkbench.app.io.download.OasisReport;
import org.vppworkbench.sample.folder.SeriesRole;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A price as a user asks for it, and where each service has it. */
enum PriceSeries {
    ENERGY(SeriesRole.Type.ENERGY, OasisReport.DAY_AHEAD_ENERGY, GridStatusDataset.DAY_AHEAD_ENERGY),
    SPIN(SeriesRole.Type.SPIN, OasisReport.DAY_AHEAD_SPIN, GridStatusDataset.DAY_AHEAD_RESERVES),
    NON_SPIN(SeriesRole.Type.NON_SPIN, OasisReport.DAY_AHEAD_NON_SPIN, GridStatusDataset.DAY_AHEAD_RESERVES),
    REAL_TIME(SeriesRole.Type.REAL_TIME, OasisReport.FIFTEEN_MINUTE_ENERGY, GridStatusDataset.FIFTEEN_MINUTE_ENERGY);

    private final String role;
    private final OasisReport report;
    private final GridStatusDataset dataset;

    PriceSeries(SeriesRole.Type type, OasisReport report, GridStatusDataset dataset) {
        this.role = SeriesRole.of(type).text();
        this.report = report;
        this.dataset = dataset;
    }

    /** The prices a list names, in the order of this type, each once. */
    static List<PriceSeries> parse(CommandSpec spec, List<String> names) {
        List<PriceSeries> found = new ArrayList<>();
        for (String name : names) {
            Optional<PriceSeries> one =
                    Arrays.stream(values()).filter(series -> series.role.equals(name.strip())).findFirst();
            found.add(one.orElseThrow(() -> new ParameterException(
                    spec.commandLine(), "--series " + name + " is unknown; allowed: " + allowed())));
        }
        return found.stream().distinct().sorted().toList();
    }

    static List<SeriesRole> roles(List<PriceSeries> series) {
        return series.stream().map(one -> SeriesRole.parse(one.role).orElseThrow()).toList();
    }

    static String allowed() {
        return Arrays.stream(values()).map(series -> series.role).collect(Collectors.joining(", "));
    }

    /** The reports, with the five-minute dispatch in place of the fifteen-minute market if asked for. */
    static List<OasisReport> reports(List<PriceSeries> series, boolean fiveMinutes) {
        return series.stream()
                .map(one -> one == REAL_TIME && fiveMinutes ? OasisReport.FIVE_MINUTE_ENERGY : one.report)
                .toList();
    }

    /** The datasets, each once. */
    static List<GridStatusDataset> datasets(List<PriceSeries> series, boolean fiveMinutes) {
        return series.stream()
                .map(one -> one == REAL_TIME && fiveMinutes ? GridStatusDataset.FIVE_MINUTE_ENERGY : one.dataset)
                .distinct()
                .toList();
    }
}
