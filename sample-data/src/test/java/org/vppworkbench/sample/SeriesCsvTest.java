package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;

class SeriesCsvTest {
    private static final DataSet BASE = SampleLibrary.load("la-2023-08").orThrow();

    private static final String HEADER = String.join(",", SeriesCsv.COLUMNS);

    /** Two days from 16 August: energy 100 + row, spin 5, no non-spin, real time 90. */
    private static List<String> rows(int minutes) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        Instant start = Instant.parse("2023-08-16T07:00:00Z");
        for (int i = 0; i < 2 * 24 * 60 / minutes; i++) {
            rows.add(start.plus(Duration.ofMinutes((long) minutes * i)) + "," + (100 + i) + ",5,,90");
        }
        return rows;
    }

    private static Reading<DataSet> read(List<String> rows) {
        return SeriesCsv.read(String.join("\n", rows) + "\n", "prices.csv", BASE, SeriesKind.SYNTHETIC);
    }

    private static Finding refused(List<String> rows, String where) {
        Reading<DataSet> reading = read(rows);
        assertNull(reading.value());
        Finding finding = reading.findings().stream().filter(Finding::isError).findFirst().orElseThrow();
        assertTrue(finding.where().startsWith("prices.csv" + where), finding.oneLine());
        assertNotNull(finding.allowed());
        return finding;
    }

    @Test
    void hourlyRowsAreStepped() {
        DataSet data = read(rows(60)).orThrow();
        assertEquals(192, data.horizon().intervals());
        assertEquals(101, data.prices().energy().at(7));
        assertEquals(5, data.prices().spin().at(191));
        assertNull(data.prices().nonSpin());
        assertEquals(90, data.prices().realTime().at(0));
        assertEquals(BASE.loadKw().get("fontana-load-01").slice(96, 288), data.loadKw().get("fontana-load-01"));
        assertEquals(SeriesKind.SYNTHETIC, data.provenance().get(0).kind());
        assertTrue(data.provenance().stream().noneMatch(p -> p.series().contains("LMP")));
    }

    @Test
    void quarterHourRowsAreUsedAsTheyAre() {
        DataSet data = read(rows(15)).orThrow();
        assertEquals(291, data.prices().energy().at(191));
        assertEquals(192, data.horizon().intervals());
    }

    @Test
    void offsetsAndLineEndsDoNotMatter() {
        List<String> rows = rows(60);
        rows.replaceAll(row -> row.replace("Z,", "+00:00,"));
        assertEquals(
                read(rows(60)).orThrow().prices(),
                SeriesCsv.read(String.join("\r\n", rows), "prices.csv", BASE, SeriesKind.REAL)
                        .orThrow()
                        .prices());
    }

    @Test
    void gapInTime() {
        List<String> rows = rows(60);
        rows.remove(10);
        Finding finding = refused(rows, ", row 11, column interval_start_utc");
        assertTrue(finding.message().contains("gap"));
        assertEquals("2023-08-16T16:00:00Z", finding.allowed());
    }

    @Test
    void duplicateAndUnsortedTimes() {
        List<String> rows = rows(60);
        rows.set(10, rows.get(9));
        assertTrue(refused(rows, ", row 11, column interval_start_utc").message().contains("duplicate"));
        List<String> swapped = rows(60);
        Collections.swap(swapped, 10, 12);
        refused(swapped, ", row 11, column interval_start_utc");
        List<String> reversed = rows(60);
        Collections.reverse(reversed.subList(1, reversed.size()));
        assertTrue(refused(reversed, ", row 3").message().contains("not sorted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "", "Infinity", "-Infinity", "n/a", "1,5", "20000", "-5000"})
    void badPrices(String price) {
        List<String> rows = rows(60);
        String cell = price.contains(",") ? "\"" + price + "\"" : price;
        rows.set(20, rows.get(20).replaceFirst(",[0-9]+,", "," + cell + ","));
        refused(rows, ", row 21, column energy_usd_per_mwh");
    }

    @Test
    void everyBadCellIsToldUpToALimit() {
        List<String> rows = rows(60);
        rows.replaceAll(row -> row.replace(",90", ",NaN"));
        List<Finding> found = read(rows).findings();
        assertEquals(21, found.size());
        assertTrue(found.getLast().message().contains("were not looked at"), found.getLast()::oneLine);
    }

    @Test
    void header() {
        List<String> rows = rows(60);
        rows.set(0, HEADER.replace("spin_usd", "spinning_usd"));
        refused(rows, ", row 1, column ");
    }

    @Test
    void timesWithoutZoneOrOfAnotherStep() {
        List<String> rows = rows(60);
        rows.set(5, rows.get(5).replace("Z,", ","));
        refused(rows, ", row 6, column interval_start_utc");
        List<String> halfHours = rows(60);
        halfHours.set(2, halfHours.get(2).replace("08:00:00Z", "07:30:00Z"));
        assertTrue(refused(halfHours, ", row 3").message().contains("wrong step"));
    }

    @Test
    void daysMustBeWholeAndWithinTheSample() {
        List<String> cut = rows(60);
        cut.remove(cut.size() - 1);
        assertTrue(refused(cut, ", row 48").message().contains("not complete"));
        List<String> late = rows(60);
        late.remove(1);
        assertTrue(refused(late, ", row 2").message().contains("01:00"));
        List<String> otherYear = rows(60);
        otherYear.replaceAll(row -> row.replace("2023-08", "2024-08"));
        assertEquals("2023-08-15 to 2023-08-21", refused(otherYear, ", column interval_start_utc").allowed());
        refused(List.of(HEADER), "");
        refused(List.of(), "");
    }

    @Test
    void missingFile() {
        Reading<DataSet> reading = SeriesCsv.read(Path.of("no", "such", "prices.csv"), BASE, SeriesKind.REAL);
        assertNull(reading.value());
        assertEquals("no such file", reading.findings().get(0).message());
    }
}
