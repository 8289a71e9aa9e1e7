package org.vppworkbench.sample.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.sample.folder.SeriesFolder;

/**
 * What came out of the files.
 *
 * @param folder the series, ready to be written
 * @param tables rows that are not series; mostly none
 * @param preview the series at a glance
 */
public record Imported(SeriesFolder folder, List<ImportedTable> tables, Preview preview) {
    public Imported {
        tables = List.copyOf(tables);
    }

    /** Series in which nothing was filled, and no tables. */
    public static Imported of(SeriesFolder folder) {
        return new Imported(folder, List.of(), Preview.of(folder));
    }

    /** The tables as files of a folder: {@code table-NAME.csv} to CSV text. */
    public Map<String, String> csvFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        tables.forEach(table -> files.put("table-" + table.name() + ".csv", table.csv()));
        return files;
    }
}
