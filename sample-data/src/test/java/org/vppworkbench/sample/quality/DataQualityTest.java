package org.vppworkbench.sample.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.sample.FolderExamples.HOUR;
import static org.vppworkbench.sample.FolderExamples.QUARTER;
import static org.vppworkbench.sample.FolderExamples.folder;
import static org.vppworkbench.sample.FolderExamples.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.FolderExamples;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;

class DataQualityTest {
    private static final Instant MIDNIGHT = Instant.parse("2022-06-06T07:00:00Z");

    private static FolderSeries energy() {
        return series("energy", MIDNIGHT, HOUR, 72, FolderExamples::price);
    }

    private static QualityRow row(QualityReport report, String check, String series, String words) {
        return report.rows().stream()
                .filter(r -> r.check().equals(check) && r.series().equals(series) && r.detail().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(check + ", " + series + ", " + words + " in " + report.rows()));
    }

    private static List<QualityRow> warnings(QualityReport report) {
        return report.rows().stream().filter(r -> r.result() == QualityResult.WARNING).toList();
    }

    static List<String> samples() {
        return SampleLibrary.ids();
    }

    /** 31 August 2023 takes 4 August 2016, when the sun set half an hour later. */
    private static final Instant LATE_SUN = Instant.parse("2023-09-01T02:00:00Z");

    /** What is to say against the samples is known: meters of some loads stand still, and the invented month ends bright. */
    @ParameterizedTest
    @MethodSource("samples")
    void samplesAreGoodButForStandingMetersAndOneEvening(String id) {
        QualityReport report = DataQuality.assess(SampleLibrary.load(id).orThrow());
        for (QualityRow warning : warnings(report)) {
            if (id.equals(SampleLibrary.SYNTHETIC_MONTH) && warning.check().equals("clear sky")) {
                assertEquals(List.of(LATE_SUN), warning.where());
            } else {
                assertEquals("standstill", warning.check());
                assertTrue(warning.series().startsWith("load:fontana-load-"), warning.toString());
            }
        }
        assertEquals(
                report.rows().size(),
                report.count(QualityResult.GOOD) + report.count(QualityResult.NOTE) + report.count(QualityResult.WARNING));
        assertEquals(
                report.rows().size() - report.count(QualityResult.GOOD), report.findings().size());
    }

    @Test
    void theHeatWaveIsRecognised() {
        QualityReport report = DataQuality.assess(SampleLibrary.load("la-2023-08").orThrow());
        QualityRow peak = row(report, "plausibility", "energy", "16 August");
        assertEquals(QualityResult.GOOD, peak.result());
        assertTrue(peak.detail().contains("1247.6"), peak.detail());
        assertEquals(QualityResult.NOTE, row(report, "statistics", "realTime", "hourly").result());
        // the same prices turned round in time are not that week
        Instant start = Instant.parse("2023-08-15T07:00:00Z");
        double[] prices = SampleLibrary.load("la-2023-08").orThrow().prices().energy().toArray();
        TimeSeries turned = TimeSeries.generate(prices.length, i -> prices[prices.length - 1 - i]);
        QualityReport wrong = DataQuality.assess(folder(series("energy", start, QUARTER, turned, "")));
        assertEquals(QualityResult.WARNING, row(wrong, "plausibility", "energy", "16 August").result());
    }

    @Test
    void theFilledQuarterHourIsANoteWithItsTime() {
        QualityReport report = DataQuality.assess(SampleLibrary.load("sp15-2024-08").orThrow());
        QualityRow filled = row(report, "gaps and duplicates", "realTime", "filled 1 of 672");
        assertEquals(QualityResult.NOTE, filled.result());
        assertEquals(List.of(Instant.parse("2024-08-21T21:00:00Z")), filled.where());
    }

    @Test
    void manyFilledValuesAreAWarning() {
        TimeSeries prices = energy().values();
        String few = "fetched; 1 of 720 values (0.14 %) were missing and were filled: linear interpolation; hourly";
        String many = "8 of 720 values (1.11 %) were missing and were filled: linear interpolation";
        QualityReport good = DataQuality.assess(folder(series("energy", MIDNIGHT, HOUR, prices, few)));
        assertEquals(
                "1 of 720 values (0.14 %) were missing and were filled: linear interpolation",
                row(good, "gaps and duplicates", "energy", "1 of 720").detail());
        assertEquals(QualityResult.NOTE, row(good, "gaps and duplicates", "energy", "1 of 720").result());
        QualityReport bad = DataQuality.assess(folder(series("energy", MIDNIGHT, HOUR, prices, many)));
        assertEquals(QualityResult.WARNING, row(bad, "gaps and duplicates", "energy", "8 of 720").result());
    }

    @Test
    void reservesComputedFromTheEnergyPriceAreFoundOut() {
        FolderSeries spin = series("spin", MIDNIGHT, HOUR, 72, t -> 0.15 * FolderExamples.price(t));
        FolderSeries nonSpin = series("nonSpin", MIDNIGHT, HOUR, 72, t -> 0.1 * FolderExamples.price(t));
        QualityReport report = DataQuality.assess(folder(energy(), spin, nonSpin));
        assertEquals(2, warnings(report).size());
        assertTrue(row(report, "plausibility", "spin", "constant share").detail().contains("mean 0.150, sd 0.000"));
        row(report, "plausibility", "nonSpin", "constant share");
        assertTrue(report.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING
                && f.where().equals("my-week, spin")));
        FolderSeries rounded = series("spin", MIDNIGHT, HOUR, 72, t -> Math.round(15 * FolderExamples.price(t)) / 100.0);
        row(DataQuality.assess(folder(energy(), rounded)), "plausibility", "spin", "constant share");
    }

    @Test
    void spinBelowNonSpinIsPointedAt() {
        FolderSeries spin = series("spin", MIDNIGHT, HOUR, 72, t -> 5 + t.getHour());
        FolderSeries nonSpin = series("nonSpin", MIDNIGHT, HOUR, 72, t -> t.getDayOfMonth() == 7 && t.getHour() == 3 ? 9 : 5);
        QualityRow row = row(DataQuality.assess(folder(energy(), spin, nonSpin)), "plausibility", "spin, nonSpin", "below");
        assertEquals(4, row.where().size());
        assertEquals(Instant.parse("2022-06-07T10:00:00Z"), row.where().get(0));
        assertEquals(QualityResult.WARNING, row.result());
    }

    @Test
    void pricesOutOfRangeArePointedAt() {
        FolderSeries wild = series("energy", MIDNIGHT, HOUR, 72,
                t -> t.getDayOfMonth() == 8 && t.getHour() == 20 ? 2000.01 : FolderExamples.price(t));
        QualityRow row = row(DataQuality.assess(folder(wild)), "range", "energy", "1 of 72");
        assertEquals(List.of(Instant.parse("2022-06-09T03:00:00Z")), row.where());
        FolderSeries negative = series("spin", MIDNIGHT, HOUR, 72, t -> -t.getHour());
        assertEquals(69, row(DataQuality.assess(folder(energy(), negative)), "range", "spin", "outside [0, 2000]").where().size());
    }

    @Test
    void shiftedDaysAndRepeatedDaysAreNoticed() {
        FolderSeries night = series("energy", MIDNIGHT, HOUR, 72, t -> FolderExamples.price(t.plusHours(12)));
        QualityRow shifted = row(DataQuality.assess(folder(night)), "plausibility", "energy", "not dearer");
        assertTrue(shifted.detail().contains("3 of 3 days: 2022-06-06, 2022-06-07, 2022-06-08"), shifted.detail());
        FolderSeries copied = series("energy", MIDNIGHT, HOUR, 72,
                t -> FolderExamples.price(t.getDayOfMonth() == 8 ? t.minusDays(2) : t));
        QualityRow repeated = row(DataQuality.assess(folder(copied)), "plausibility", "energy", "repeats");
        assertTrue(repeated.detail().contains("1 day repeats an earlier one: 2022-06-08"), repeated.detail());
    }

    @Test
    void aValueThatStaysIsNoticed() {
        FolderSeries stuck = series("energy", MIDNIGHT, HOUR, 72,
                t -> t.getDayOfMonth() == 7 && t.getHour() < 7 ? 33 : FolderExamples.price(t));
        QualityRow row = row(DataQuality.assess(folder(stuck)), "standstill", "energy", "33 for 7 h");
        assertTrue(row.detail().endsWith("from 2022-06-07T07:00:00Z"), row.detail());
        FolderSeries night = series("pvYield:villa", MIDNIGHT, HOUR, 72, t -> 0);
        assertEquals(QualityResult.GOOD,
                row(DataQuality.assess(folder(energy(), night)), "standstill", "pvYield:villa", "no value").result());
    }

    private static double noon(ZonedDateTime t, double peak) {
        return Math.max(0, peak * Math.cos((t.getHour() + 0.5 - 13) * Math.PI / 12));
    }

    /** A day in June under a clear sky, an array of twice the size, one with its clock six hours off, one elsewhere. */
    @Test
    void yieldsAboveTheClearSkyArePointedAt() {
        QualityReport fair = DataQuality.assess(folder(energy(), series("pvYield:villa", MIDNIGHT, HOUR, 72, t -> noon(t, 0.7))));
        assertEquals(QualityResult.GOOD, row(fair, "clear sky", "pvYield:villa", "no hour and no day").result());

        QualityReport big = DataQuality.assess(folder(energy(), series("pvYield:villa", MIDNIGHT, HOUR, 72, t -> noon(t, 1.4))));
        QualityRow hours = row(big, "clear sky", "pvYield:villa", "hours above a clear sky");
        assertEquals(QualityResult.WARNING, hours.result());
        assertTrue(hours.where().contains(Instant.parse("2022-06-06T20:00:00Z")), hours.where().toString());
        assertEquals(QualityResult.WARNING, row(big, "clear sky", "pvYield:villa", "3 of 3 days above the best").result());

        QualityReport late = DataQuality.assess(
                folder(energy(), series("pvYield:villa", MIDNIGHT, HOUR, 72, t -> noon(t.minusHours(6), 0.7))));
        List<Instant> night = row(late, "clear sky", "pvYield:villa", "hours above").where();
        assertTrue(night.contains(Instant.parse("2022-06-07T05:00:00Z")), "22:00 of the 6th: " + night);
        assertFalse(night.contains(Instant.parse("2022-06-06T22:00:00Z")), "15:00 of the 6th: " + night);
    }

    @Test
    void augustYieldsInDecemberAreAboveItsSky() {
        Instant december = Instant.parse("2022-12-06T08:00:00Z");
        QualityReport report = DataQuality.assess(folder(
                series("energy", december, HOUR, 24, FolderExamples::price),
                series("pvYield:villa", december, HOUR, 24, t -> noon(t, 0.7))));
        assertEquals(QualityResult.WARNING, row(report, "clear sky", "pvYield:villa", "hours above").result());
    }

    @Test
    void withoutAKnownPlaceYieldsAreNotHeldAgainstTheSky() {
        SeriesFolder here = folder(series("pvYield:villa", MIDNIGHT, HOUR, 24, t -> 1.4));
        QualityReport report = DataQuality.assess(
                new SeriesFolder(here.id(), here.title(), ZoneId.of("Europe/Berlin"), here.series()));
        assertEquals(QualityResult.NOTE, row(report, "clear sky", "pvYield:villa", "not tested").result());
    }

    @Test
    void aSeriesThatCoversPartOfTheDaysIsAWarning() {
        FolderSeries spin = series("spin", MIDNIGHT, HOUR, 36, t -> 5 + t.getHour());
        QualityRow row = row(DataQuality.assess(folder(energy(), spin)), "completeness", "spin", "50 %");
        assertEquals(QualityResult.WARNING, row.result());
    }

    @Test
    void clockChangesAreTold() {
        FolderSeries march = series("energy", Instant.parse("2023-03-11T08:00:00Z"), HOUR, 47, FolderExamples::price);
        QualityRow row = row(DataQuality.assess(folder(march)), "clock change", "all", "2023-03-12 has 23 hours");
        assertEquals(QualityResult.NOTE, row.result());
        FolderSeries november = series("energy", Instant.parse("2023-11-05T07:00:00Z"), HOUR, 25, FolderExamples::price);
        row(DataQuality.assess(folder(november)), "clock change", "all", "has 25 hours; every series that covers it has 100");
    }

    @Test
    void aFolderWithoutEnergyPricesIsStillLookedAt() {
        QualityReport report = DataQuality.assess(folder(series("load:villa", MIDNIGHT, HOUR, 24, t -> 1.0 + t.getHour())));
        assertEquals(QualityResult.NOTE, row(report, "completeness", "load:villa", "24 values").result());
        assertEquals(QualityResult.NOTE, row(report, "plausibility", "energy", "not tested").result());
        assertFalse(DataQuality.assess(folder()).rows().isEmpty());
    }

    @Test
    void whatTheImportFoundIsInTheReport() {
        Finding components = Finding.warning("prices.csv, row 7", "80", "LMP is not the sum of its components", null);
        QualityReport report =
                DataQuality.assess(folder(energy()), List.of(components, Finding.info("prices.csv", "rows were sorted")));
        assertEquals(QualityResult.WARNING, row(report, "import", "all", "row 7: LMP is not the sum").result());
        assertEquals(QualityResult.NOTE, row(report, "import", "all", "sorted").result());
    }

    @Test
    void profilesThatSayTheSameAreOneRow() {
        QualityReport report = DataQuality.assess(SampleLibrary.load("la-2023-08").orThrow());
        assertEquals(QualityResult.GOOD, row(report, "range", "17 loads", "[0, 100000] kW").result());
        assertEquals(QualityResult.GOOD, row(report, "completeness", "15 roofs", "100 %").result());
        assertEquals(QualityResult.GOOD, row(report, "clear sky", "15 roofs", "34.05 N, 118.24 W").result());
        assertEquals(1, report.rows().stream().filter(r -> r.check().equals("range") && r.series().contains("load")
                && !r.series().contains("Mw")).count());
    }
}
