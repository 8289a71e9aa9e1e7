package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.utility.UtilityPoint;

/** {@code utility.csv}: deals in utility space, one a row, with what each is. */
public final class UtilityCsv {
    /** Name of the file. */
    public static final String FILE = "utility.csv";

    /** {@code what} is {@code deal}, {@code front}, {@code nash}, {@code kalai-smorodinsky}, {@code ask}, {@code bid} or {@code agreement}. */
    public static final List<String> COLUMNS = List.of("what", "kw", "price_usd_per_mwh", "home_usd", "aggregator_usd");

    /** Deals of one kind. */
    public record Rows(String what, List<UtilityPoint> points) {
        public Rows {
            points = List.copyOf(points);
        }
    }

    private UtilityCsv() {}

    public static void write(List<Rows> all, Writer out) throws IOException {
        CsvText.write(out, COLUMNS, printer -> {
            for (Rows rows : all) {
                for (UtilityPoint point : rows.points()) {
                    printer.row(
                            rows.what(), CsvText.number(point.kw()), CsvText.number(point.pricePerMwh()),
                            CsvText.number(point.homeUsd()), CsvText.number(point.aggregatorUsd()));
                }
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
    public static void write(List<Rows> rows, List<BundleContent.Picture> pictures, Path target, CancelToken cancel) {
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
