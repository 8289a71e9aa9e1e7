package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.vppworkbench.app.bench.OptimumRow;

/** The table of {@code vpp bench optimum}. */
public final class OptimumBenchCsv {
    public static final List<String> COLUMNS = List.of(
            "homes", "intervals", "programs", "columns", "rows", "entries", "largest_columns", "solver", "verdict", "runs",
            "build_s", "wall_s", "cpu_s", "iterations", "welfare_usd", "upper_bound_usd", "max_violation", "yardstick_usd",
            "relative_gap", "replay_s", "certificate_s", "certificate_share", "heap_mb", "resident_mb");

    private OptimumBenchCsv() {}

    public static String text(List<OptimumRow> rows) {
        StringWriter out = new StringWriter();
        try {
            CsvText.write(out, COLUMNS, printer -> {
                for (OptimumRow row : rows) {
                    printer.row(cells(row));
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toString();
    }

    private static Object[] cells(OptimumRow row) {
        return new Object[] {
            row.size().homes(), row.size().intervals(), row.program().programs(), row.program().columns(),
            row.program().rows(), row.program().entries(), row.program().largest(), row.solver(), row.verdict(), row.runs(),
            number(row.buildSeconds()), number(row.wallSeconds()), number(row.cpuSeconds()),
            row.iterations() == 0 ? "" : row.iterations(),
            number(row.welfareUsd()), number(row.upperBoundUsd()), number(row.violation()), number(row.yardstickUsd()),
            number(row.relativeGap()), number(row.replaySeconds()), number(row.certificateSeconds()),
            number(row.certificateShare()), number(row.heapMegabytes()), number(row.residentMegabytes())
        };
    }

    /** Empty where it was not measured. */
    private static String number(double value) {
        return Double.isFinite(value) ? CsvText.number(value) : "";
    }
}
