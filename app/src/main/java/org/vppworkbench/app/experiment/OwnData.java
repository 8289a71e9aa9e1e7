package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.ProjectFile.DataKind;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.SeriesCsv;

/**
 * Data that a user brought, as they were when they were read.
 *
 * @param kind a folder of series, or a CSV of prices in place of those of a sample
 * @param path where they were read from
 * @param label how the user labels prices; folders say it themselves
 * @param sha256 of their files, by name as bundles name them
 */
public record OwnData(DataKind kind, Path path, SeriesKind label, Map<String, String> sha256) {
    public OwnData {
        sha256 = Map.copyOf(sha256);
    }

    /**
     * Data with where they came from.
     *
     * @param source what was read
     * @param reference the name a scenario has for them
     */
    public record Loaded(OwnData source, DataSet data, String reference) {}

    /** Opens a folder of series. */
    public static Reading<Loaded> folder(Path folder) {
        Reading<DataFolder> reading = DataFolder.open(folder);
        DataFolder opened = reading.value();
        return opened == null
                ? new Reading<>(null, reading.findings())
                : new Reading<>(
                        new Loaded(
                                new OwnData(DataKind.FOLDER, folder, SeriesKind.REAL, opened.sha256()), opened.data(),
                                opened.reference()),
                        reading.findings());
    }

    /**
     * Opens a CSV of prices.
     *
     * @param base the sample whose prices they replace
     * @param label how the user labels them
     */
    public static Reading<Loaded> prices(Path file, DataSet base, SeriesKind label) {
        Reading<DataSet> reading = SeriesCsv.read(file, base, label);
        DataSet data = reading.value();
        if (data == null) {
            return new Reading<>(null, reading.findings());
        }
        try {
            Map<String, String> hash = new TreeMap<>(Map.of(String.valueOf(file.getFileName()), Sha256.of(file)));
            return new Reading<>(
                    new Loaded(new OwnData(DataKind.PRICES, file, label, hash), data, base.id()), reading.findings());
        } catch (IOException e) {
            return new Reading<>(null, List.of(Finding.error(
                    file.toString(), null, "cannot be read: " + NewFolder.reason(e), "a file you may read")));
        }
    }
}
