package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.PreviewSeries;
import org.vppworkbench.sample.imports.series.GapFilling;
import org.vppworkbench.sample.imports.source.ImportSource;

/** Real prices in the layouts of their publishers come out as the sample week has them. */
class RoundTripTest {
    private static final MarketSeries WEEK =
            SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow().prices();

    private static void assertHours(TimeSeries expectedQuarters, FolderSeries series) {
        assertEquals(Duration.ofHours(1), series.step());
        assertEquals(Instant.parse("2023-08-15T07:00:00Z"), series.first());
        assertEquals(168, series.values().length());
        for (int hour = 0; hour < 168; hour++) {
            assertEquals(expectedQuarters.at(4 * hour), series.values().at(hour), 1e-9, series.role() + " hour " + hour);
        }
    }

    @Test
    void oasisWeekFromThreeFiles() {
        Reading<Imported> reading = new OasisImporter().read(
                List.of(ImportFiles.file(ImportFiles.LMP), ImportFiles.file(ImportFiles.SPIN), ImportFiles.file(ImportFiles.NON_SPIN)),
                ImportOptions.DEFAULTS);
        assertHours(WEEK.energy(), ImportFiles.series(reading, SeriesRole.Type.ENERGY));
        assertHours(WEEK.spin(), ImportFiles.series(reading, SeriesRole.Type.SPIN));
        assertHours(WEEK.nonSpin(), ImportFiles.series(reading, SeriesRole.Type.NON_SPIN));
        FolderSeries spin = ImportFiles.series(reading, SeriesRole.Type.SPIN);
        assertEquals(SeriesKind.REAL, spin.kind());
        assertTrue(spin.note().contains("AS_CAISO_EXP + AS_CAISO + AS_SP26_EXP + AS_SP26"), spin.note());
        assertEquals(3, reading.orThrow().preview().series().size());
        PreviewSeries energy = reading.orThrow().preview().series().get(0);
        assertEquals(168, energy.count());
        assertEquals(1247.63, energy.max(), 0.01);
        assertEquals(Instant.parse("2023-08-22T06:00:00Z"), energy.last());
        assertEquals(0, energy.gaps());
    }

    @Test
    void oasisWeekFromOneZip() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String name : List.of(ImportFiles.LMP, ImportFiles.SPIN, ImportFiles.NON_SPIN)) {
            entries.put(name, ImportFiles.text(name));
        }
        Reading<Imported> zipped = new OasisImporter()
                .read(List.of(ImportSource.of("week.zip", ImportFiles.zip(entries))), ImportOptions.DEFAULTS);
        assertHours(WEEK.energy(), ImportFiles.series(zipped, SeriesRole.Type.ENERGY));
        assertHours(WEEK.nonSpin(), ImportFiles.series(zipped, SeriesRole.Type.NON_SPIN));
        assertEquals("week.zip", ImportFiles.series(zipped, SeriesRole.Type.SPIN).origin());
    }

    @Test
    void gridStatusWeek() {
        Reading<Imported> reading =
                new GridStatusImporter().read(List.of(ImportFiles.file(ImportFiles.GRID_STATUS)), ImportOptions.DEFAULTS);
        assertHours(WEEK.energy(), ImportFiles.series(reading, SeriesRole.Type.ENERGY));
    }

    @Test
    void eiaJuly2023HasEveryQuarterHour() {
        Reading<Imported> reading = new EiaImporter().read(
                List.of(ImportFiles.file(ImportFiles.EIA_REAL_TIME), ImportFiles.file(ImportFiles.EIA_DAY_AHEAD)),
                ImportOptions.DEFAULTS);
        FolderSeries realTime = ImportFiles.series(reading, SeriesRole.Type.REAL_TIME);
        assertEquals(672, realTime.values().length());
        assertEquals(Duration.ofMinutes(15), realTime.step());
        assertEquals(Instant.parse("2023-07-14T07:00:00Z"), realTime.first());
        assertEquals(48.96894, realTime.values().at(0));
        assertEquals(967.99, realTime.values().max(), 0.01);
        assertEquals(SeriesKind.REAL, realTime.kind());
        FolderSeries dayAhead = ImportFiles.series(reading, SeriesRole.Type.ENERGY);
        assertEquals(168, dayAhead.values().length());
        assertEquals(Instant.parse("2023-07-14T07:00:00Z"), dayAhead.first());
        assertEquals(49.01, dayAhead.values().at(0));
        assertTrue(reading.findings().stream().noneMatch(finding -> finding.message().contains("do not add up")));
        for (String zone : List.of("NP15", "SP15", "ZP26")) {
            Reading<Imported> other = new EiaImporter().read(
                    List.of(ImportFiles.file(ImportFiles.EIA_REAL_TIME)), ImportOptions.DEFAULTS.withZone(zone));
            assertEquals(672, ImportFiles.series(other, SeriesRole.Type.REAL_TIME).values().length(), zone);
        }
    }

    @Test
    void theHoleOfAugust2024IsRefusedOrFilled() {
        List<ImportSource> files = List.of(ImportFiles.file(ImportFiles.EIA_HOLE));
        ImportFiles.refused(new EiaImporter().read(files, ImportOptions.DEFAULTS), ImportFiles.EIA_HOLE + ", row ", "gap before this row");
        Reading<Imported> filled =
                new EiaImporter().read(files, ImportOptions.DEFAULTS.withFill(GapFilling.LINEAR));
        FolderSeries series = ImportFiles.series(filled, SeriesRole.Type.REAL_TIME);
        assertEquals(672, series.values().length());
        assertEquals(SeriesKind.DERIVED, series.kind());
        assertTrue(series.note().contains("1 of 672 values") && series.note().contains("linear interpolation"), series.note());
        int hole = (int) Duration.between(series.first(), Instant.parse("2024-08-21T21:00:00Z")).toMinutes() / 15;
        assertEquals((series.values().at(hole - 1) + series.values().at(hole + 1)) / 2, series.values().at(hole), 1e-12);
        assertEquals(1, filled.orThrow().preview().series().get(0).gaps());
        FolderSeries before = ImportFiles.series(
                new EiaImporter().read(files, ImportOptions.DEFAULTS.withFill(GapFilling.DAY_BEFORE)), SeriesRole.Type.REAL_TIME);
        assertEquals(before.values().at(hole - 96), before.values().at(hole));
    }

    @Test
    void forecasts() {
        Reading<Imported> reading = new ForecastImporter().read(
                List.of(ImportFiles.file(ImportFiles.LOAD_FORECAST), ImportFiles.file(ImportFiles.SOLAR_FORECAST)),
                ImportOptions.DEFAULTS);
        FolderSeries load = ImportFiles.series(reading, SeriesRole.Type.LOAD_FORECAST);
        assertEquals(168, load.values().length());
        assertEquals(30062.95, load.values().at(0));
        assertEquals(45933, load.values().max(), 1);
        FolderSeries solar = ImportFiles.series(reading, SeriesRole.Type.SOLAR_FORECAST);
        assertEquals(88.3, solar.values().mean(0, 24) * 24 / 1000, 0.05);
    }
}
