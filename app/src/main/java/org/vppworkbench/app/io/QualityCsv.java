package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.quality.QualityRow;

/** {@code quality.csv}: what was checked of some data, one row per check and series. */
public final class QualityCsv {
    /** Name of the file. */
    public static final String FILE = "quality.csv";

    /** {@code interval_starts_utc} names single intervals, separated by blanks. */
    public static final List<String> COLUMNS = List.of("check", "series", "result", "detail", "interval_starts_utc");

    private QualityCsv() {}

    public static void write(List<QualityRow> rows, Writer out) throws IOException {
        CsvText.write(out, COLUMNS, printer -> {
            for (QualityRow row : rows) {
                printer.row(row.check(), row.series(), row.result(), row.detail(),
                        row.where().stream().map(Instant::toString).collect(Collectors.joining(" ")));
            }
        });
    }

    /**
     * Makes a folder with the table and pictures of it.
     *
     * @param target a folder that is absent or empty
     * @param cancel asked before every file
     * @throws RefusedException where it cannot be made
     * @throws CancellationException where the user cancelled; nothing is left behind
     */
    public static void write(
            List<QualityRow> rows, List<BundleContent.Picture> pictures, Path target, CancelToken cancel) {
        NewFolder.make(target, cancel, part -> {
            try (Writer out = Files.newBufferedWriter(part.resolve(FILE), StandardCharsets.UTF_8)) {
                write(rows, out);
            }
            for (BundleContent.Picture picture : pictures) {
                cancel.check(picture.name() + " was written");
                try (OutputStream out = Files.newOutputStream(part.resolve(picture.name()))) {
                    picture.write(out);
                }
            }
        });
    }
}
