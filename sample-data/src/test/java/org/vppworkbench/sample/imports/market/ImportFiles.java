package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.source.ImportSource;

/** Files for the tests: those in the resources, changed ones, ZIPs; and what is expected of a reading. */
final class ImportFiles {
    static final String LMP = "PRC_LMP_DAM_20230815_20230821_layout.csv";
    static final String SPIN = "PRC_AS_DAM_SR_20230815_20230821_layout.csv";
    static final String NON_SPIN = "PRC_AS_DAM_NR_20230815_20230821_layout.csv";
    static final String GRID_STATUS = "gridstatus_caiso_lmp_day_ahead_hourly_layout.csv";
    static final String EIA_REAL_TIME = "caiso_lmp_rt15min_zones_2023-07-14_2023-07-20.csv";
    static final String EIA_DAY_AHEAD = "caiso_lmp_da_hourly_zones_2023-07-14_2023-07-20.csv";
    static final String EIA_HOLE = "caiso_lmp_rt15min_zones_2024-08-15_2024-08-21.csv";
    static final String LOAD_FORECAST = "caiso_load_forecast_hourly_2023-08-15_2023-08-21.csv";
    static final String SOLAR_FORECAST = "caiso_sp15_dam_solar_wind_forecast_hourly_2023-08-15_2023-08-21.csv";

    private ImportFiles() {}

    static String text(String name) {
        try (InputStream in = ImportFiles.class.getResourceAsStream("/org/vppworkbench/sample/imports/" + name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportSource file(String name) {
        return of(name, text(name));
    }

    static ImportSource of(String name, String text) {
        return ImportSource.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines changed in a list that may grow and shrink; the header is line 0. */
    static String lines(String text, UnaryOperator<List<String>> change) {
        return String.join("\n", change.apply(new ArrayList<>(text.lines().toList()))) + "\n";
    }

    /** The cell of one row and column replaced; row 1 is the header. */
    static String cell(String text, int row, String column, String value) {
        return lines(text, lines -> {
            int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
            assertTrue(at >= 0, column);
            String[] cells = lines.get(row - 1).split(",", -1);
            cells[at] = value;
            lines.set(row - 1, String.join(",", cells));
            return lines;
        });
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static FolderSeries series(Reading<Imported> reading, SeriesRole.Type role) {
        return reading.orThrow().folder().find(role).orElseThrow();
    }

    static String told(Reading<Imported> reading) {
        return reading.findings().stream().map(Finding::oneLine).collect(Collectors.joining("\n"));
    }

    /** Nothing is loaded, and some error starts at {@code where} and says {@code message}. */
    static void refused(Reading<Imported> reading, String where, String message) {
        assertNull(reading.value(), "a partial load");
        assertTrue(
                reading.findings().stream()
                        .anyMatch(finding -> finding.isError() && finding.where().startsWith(where)
                                && finding.message().contains(message)),
                () -> "expected an error at \"" + where + "\" with \"" + message + "\" in\n" + told(reading));
    }

    /** Something is loaded, and some warning says {@code message}. */
    static void warned(Reading<Imported> reading, String where, String message) {
        assertNotNull(reading.value(), () -> told(reading));
        assertTrue(
                reading.findings().stream()
                        .anyMatch(finding -> finding.severity() == Finding.Severity.WARNING
                                && finding.where().startsWith(where) && finding.message().contains(message)),
                () -> "expected a warning at \"" + where + "\" with \"" + message + "\" in\n" + told(reading));
    }
}
