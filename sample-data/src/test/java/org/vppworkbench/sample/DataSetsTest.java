package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.sample.FolderExamples.HOUR;
import static org.vppworkbench.sample.FolderExamples.QUARTER;
import static org.vppworkbench.sample.FolderExamples.folder;
import static org.vppworkbench.sample.FolderExamples.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;

/** Folders of imported series as data sets. */
class DataSetsTest {
    /** Midnight of Monday 6 June 2022 in Los Angeles. */
    private static final Instant MIDNIGHT = Instant.parse("2022-06-06T07:00:00Z");

    private static FolderSeries energy(int hours) {
        return series("energy", MIDNIGHT, HOUR, hours, FolderExamples::price);
    }

    private static Provenance provenance(DataSet data, String series) {
        return data.provenance().stream().filter(p -> p.series().startsWith(series)).findFirst().orElseThrow();
    }

    @Test
    void aFolderWithHomesAndTariffsOfItsDays() {
        FolderSeries realTime = series("realTime", MIDNIGHT, QUARTER, 192, t -> t.getMinute());
        Reading<DataSet> reading = DataSets.of(folder(energy(48), realTime));
        DataSet data = reading.orThrow();
        assertEquals(List.of(), reading.findings());
        assertEquals("my-week", data.id());
        assertEquals(LocalDate.of(2022, 6, 6), data.horizon().firstDay());
        assertEquals(2, data.horizon().days());
        // hourly prices are held, 15-minute prices taken as they are
        assertEquals(data.prices().energy().at(4), data.prices().energy().at(7));
        assertEquals(FolderExamples.price(data.horizon().localStart(70)), data.prices().energy().at(70));
        assertEquals(45, data.prices().realTime().at(3));
        assertNull(data.prices().spin());
        assertEquals(17, data.loadKw().size());
        assertEquals(0.66, data.retail().get(TariffPlan.TOU_D_PRIME_NBT).importPrice().at(4 * 17));
        Provenance source = provenance(data, "energy [$/MWh]");
        assertEquals(SeriesKind.REAL, source.kind());
        assertEquals("source of energy", source.source());
        assertEquals("ab".repeat(32), source.sha256());
        assertEquals("hourly values, each held over its four quarter hours", source.note());
        assertEquals("", provenance(data, "realTime").note());
        assertTrue(provenance(data, "NBT").note().contains("rates of 2023 applied to 2022"));
    }

    @Test
    void onlyWholeLocalDaysAreTaken() {
        FolderSeries late = series("energy", MIDNIGHT.plus(HOUR), HOUR, 24 + 24 + 5, FolderExamples::price);
        Reading<DataSet> reading = DataSets.of(folder(late));
        assertEquals(LocalDate.of(2022, 6, 7), reading.orThrow().horizon().firstDay());
        assertEquals(1, reading.orThrow().horizon().days());
        assertEquals(Finding.Severity.INFO, reading.findings().get(0).severity());
        assertTrue(reading.findings().get(0).message().contains("2022-06-07 to 2022-06-07"));
        // the value of the hour, not that of the first row
        assertEquals(FolderExamples.price(reading.orThrow().horizon().localStart(0)),
                reading.orThrow().prices().energy().at(0));
    }

    @Test
    void withoutAWholeDayOfEnergyPricesThereIsNoDataSet() {
        for (SeriesFolder folder : List.of(
                folder(),
                folder(series("spin", MIDNIGHT, HOUR, 48, t -> 1)),
                folder(energy(23)),
                folder(series("energy", MIDNIGHT.plus(HOUR), HOUR, 46, FolderExamples::price)))) {
            Reading<DataSet> reading = DataSets.of(folder);
            assertNull(reading.value());
            assertTrue(reading.findings().get(0).isError());
            assertTrue(reading.findings().get(0).allowed() != null);
        }
    }

    @Test
    void ownProfilesJoinAndReplace() {
        FolderSeries joins = series("load:villa", MIDNIGHT, HOUR, 24, t -> 2);
        FolderSeries replaces = series("load:fontana-load-01", MIDNIGHT, QUARTER, 96, t -> 3);
        FolderSeries roof = series("pvYield:villa", MIDNIGHT, HOUR, 24, t -> 0.5);
        DataSet data = DataSets.of(folder(energy(24), joins, replaces, roof)).orThrow();
        assertEquals(TimeSeries.constant(96, 2), data.loadKw().get("villa"));
        assertEquals(TimeSeries.constant(96, 3), data.loadKw().get("fontana-load-01"));
        assertEquals(18, data.loadKw().size());
        assertEquals(TimeSeries.constant(96, 0.5), data.pvYield().get("villa"));
        assertEquals("source of load:villa", provenance(data, "load:villa [kW]").source());
        assertEquals("kW per kWdc", provenance(data, "pvYield:villa").series().replaceAll(".*\\[|\\]", ""));
    }

    @Test
    void whatDoesNotCoverTheDaysIsLeftOutWithAWarning() {
        FolderSeries spin = series("spin", MIDNIGHT, HOUR, 47, t -> 1);
        FolderSeries load = series("load:villa", MIDNIGHT.plus(HOUR), HOUR, 47, t -> 1);
        FolderSeries nonSpin = series("nonSpin", MIDNIGHT.minus(HOUR), HOUR, 60, t -> t.getHour());
        Reading<DataSet> reading = DataSets.of(folder(energy(48), spin, load, nonSpin));
        DataSet data = reading.orThrow();
        assertNull(data.prices().spin());
        assertEquals(0, data.prices().nonSpin().at(0));
        assertEquals(23, data.prices().nonSpin().at(95));
        assertEquals(17, data.loadKw().size());
        assertEquals(List.of("my-week, load:villa", "my-week, spin"),
                reading.findings().stream().map(Finding::where).sorted().toList());
        assertTrue(reading.findings().stream().allMatch(f -> f.severity() == Finding.Severity.WARNING));
        assertTrue(data.provenance().stream().noneMatch(p -> p.series().startsWith("spin")));
    }

    @Test
    void driversAndTheCloudOfTheRoofs() {
        FolderSeries load = series("loadForecastMw", MIDNIGHT, HOUR, 48, t -> 30_000);
        FolderSeries solar = series("solarForecastMw", MIDNIGHT, HOUR, 48, t -> t.getDayOfMonth() == 6 ? 100 : 25);
        DataSet data = DataSets.of(folder(energy(48), load, solar)).orThrow();
        assertEquals(30_000, data.drivers().get(DataSet.LOAD_FORECAST_MW).at(191));
        assertEquals(25, data.drivers().get(DataSet.SOLAR_FORECAST_MW).at(191));
        data.pvYield().values().forEach(y -> assertEquals(0.25, y.mean(96, 192) / y.mean(0, 96), 1e-9));
        assertTrue(provenance(data, "PV yield").note().contains("solarForecastMw [MW] (REAL)"));
        DataSet dark = DataSets.of(folder(energy(48), series("solarForecastMw", MIDNIGHT, HOUR, 48, t -> 0))).orThrow();
        assertTrue(provenance(dark, "PV yield").note().contains("no scaling by cloud"));
    }

    @Test
    void daysOf23And25Hours() {
        Instant march = Instant.parse("2023-03-12T08:00:00Z");
        DataSet spring = DataSets.of(folder(series("energy", march, HOUR, 23, FolderExamples::price))).orThrow();
        assertEquals(92, spring.horizon().intervals());
        Instant november = Instant.parse("2023-11-05T07:00:00Z");
        Reading<DataSet> autumn = DataSets.of(folder(series("energy", november, HOUR, 25, FolderExamples::price)));
        assertEquals(100, autumn.orThrow().horizon().intervals());
        assertEquals(100, autumn.orThrow().retail().get(TariffPlan.TOU_D_PRIME_NBT).importPrice().length());
        assertEquals(100, autumn.orThrow().loadKw().get("fontana-load-01").length());
        // homes and prices of another season
        assertEquals(2, autumn.findings().size());
    }
}
