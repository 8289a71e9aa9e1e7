package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vppworkbench.sample.imports.market.ImportFiles.cell;
import static org.vppworkbench.sample.imports.market.ImportFiles.lines;
import static org.vppworkbench.sample.imports.market.ImportFiles.refused;
import static org.vppworkbench.sample.imports.market.ImportFiles.series;
import static org.vppworkbench.sample.imports.market.ImportFiles.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;

class ForecastImporterTest {
    private static final String LOAD = ImportFiles.text(ImportFiles.LOAD_FORECAST);
    private static final String SOLAR = ImportFiles.text(ImportFiles.SOLAR_FORECAST);

    private static Reading<Imported> read(String text) {
        return read(text, ImportOptions.DEFAULTS);
    }

    private static Reading<Imported> read(String text, ImportOptions options) {
        return new ForecastImporter().read(List.of(ImportFiles.of("f", text)), options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "load_forecast|NaN|not a finite", "load_forecast|3e4x|not a finite", "load_forecast|30 062|not a finite", "load_forecast|Infinity|not a finite",
        "interval_start|2023-08-15 09:00:00|no offset", "interval_start|noon|not a time", "interval_start||empty cell", "interval_end||empty cell",
        "interval_end|2023-08-15 08:00:00+00:00|not 1 to 60 minutes", "interval_end|2023-08-16 08:00:00+00:00|not 1 to 60 minutes"
    })
    void badCells(String column, String value, String message) {
        refused(read(cell(LOAD, 4, column, value == null ? "" : value)), "f, row 4, column " + column, message);
    }

    @Test
    void columns() {
        refused(read(LOAD.replace("load_forecast", "load")), "f, row 1, column load_forecast", "missing column");
        refused(read(LOAD.replace("interval_start", "start")), "f, row 1, column interval_start_utc", "missing column");
        refused(read(LOAD.replace("interval_end", "end")), "f, row 1, column interval_end_utc", "missing column");
        refused(read(LOAD.replace(',', ';')), "f, row 1", "missing column");
        refused(read(SOLAR.replace("wind_mw", "solar_mw")), "f, row 1, column solar_mw", "stands here twice");
    }

    @Test
    void valuesAndTimes() {
        refused(read(cell(LOAD, 4, "load_forecast", "-5")), "f, row 4", "out of range");
        refused(read(cell(LOAD, 4, "load_forecast", "")), "f, row 5", "gap before this row");
        refused(read(lines(LOAD, rows -> {
            rows.remove(10);
            return rows;
        })), "f, row 11", "missing are 1 of 168");
        String again = LOAD.lines().skip(4).findFirst().orElseThrow();
        warned(read(LOAD + again + "\n"), "f, row 170", "same value");
        refused(read(LOAD + again.replaceFirst(",[0-9.]+$", ",7") + "\n"), "f, row 170", "different values");
        refused(read(cell(LOAD, 3, "interval_end", "2023-08-15 08:30:00+00:00")), "f, row 3, column load_forecast", "not as long");
        assertEquals(168, series(read(LOAD.replace("+00:00", "Z")), SeriesRole.Type.LOAD_FORECAST).values().length());
    }

    @Test
    void places() {
        String placed = lines(SOLAR, rows -> {
            rows.replaceAll(row -> row.startsWith("interval") ? row + ",location" : row + ",SP15");
            rows.addAll(rows.stream().skip(1).map(row -> row.replace(",SP15", ",NP15")).toList());
            return rows;
        });
        assertEquals(168, series(read(placed), SeriesRole.Type.SOLAR_FORECAST).values().length());
        refused(read(placed.replace("SP15", "X")), "the files", "which place is meant");
        refused(read(placed, ImportOptions.DEFAULTS.withZone("ZP26")), "the files", "no such place");
        refused(read(placed, ImportOptions.DEFAULTS.withZone("Z")), "--zone", "unknown zone");
    }
}
