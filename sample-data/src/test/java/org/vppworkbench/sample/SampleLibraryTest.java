package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

class SampleLibraryTest {
    private static final DataSet WEEK =
            SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();

    private static double[] dailyMeans(TimeSeries series) {
        double[] means = new double[7];
        for (int day = 0; day < 7; day++) {
            means[day] = series.mean(96 * day, 96 * day + 96);
        }
        return means;
    }

    @Test
    void theWeekIsTheWeek() {
        assertEquals("la-2023-08", SampleLibrary.ids().get(0));
        assertEquals(Instant.parse("2023-08-15T07:00:00Z"), WEEK.horizon().start());
        assertEquals(Instant.parse("2023-08-22T07:00:00Z"), WEEK.horizon().end());
        assertEquals(672, WEEK.horizon().intervals());
        assertEquals(672, WEEK.prices().energy().length());
        assertEquals(672, WEEK.prices().spin().length());
        assertEquals(672, WEEK.prices().nonSpin().length());
        assertEquals(672, WEEK.prices().realTime().length());
    }

    /** Prices, tariffs, loads and roofs of version 0.1, bit by bit: results of that time can be repeated. */
    @Test
    void theSeriesAreThoseOfTheFirstRelease() throws NoSuchAlgorithmException {
        List<TimeSeries> all = new ArrayList<>(List.of(
                WEEK.prices().energy(), WEEK.prices().spin(), WEEK.prices().nonSpin(), WEEK.prices().realTime()));
        WEEK.retail().values().forEach(r -> {
            all.add(r.importPrice());
            all.add(r.filedExportCredit());
        });
        all.addAll(WEEK.loadKw().values());
        all.addAll(WEEK.pvYield().values());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (TimeSeries series : all) {
            ByteBuffer bytes = ByteBuffer.allocate(8 * series.length());
            for (double value : series.toArray()) {
                bytes.putDouble(value);
            }
            digest.update(bytes.array());
        }
        assertEquals(
                "c501de99994f3a1d2fb66c9a3f448a639ad0dbddd03d33446e19df3bb72a847d",
                HexFormat.of().formatHex(digest.digest()));
        assertEquals(List.of(), SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).findings());
    }

    /** Published forecasts: the first and the largest hour as in the files. */
    @Test
    void driversAreThePublishedForecasts() {
        TimeSeries load = WEEK.drivers().get(DataSet.LOAD_FORECAST_MW);
        TimeSeries solar = WEEK.drivers().get(DataSet.SOLAR_FORECAST_MW);
        assertEquals(30062.95, load.at(0));
        assertEquals(30062.95, load.at(3));
        assertEquals(45933.22, load.max());
        assertEquals(0, solar.at(0));
        assertEquals(9585.07, solar.max());
        assertEquals(9585.07, solar.at(2 * 96 + 4 * 11));
        assertEquals(672, solar.length());
    }

    @Test
    void theWeekFor200HomesIsTheSameWeek() {
        DataSet week = SampleLibrary.load(SampleLibrary.LOS_ANGELES_200_2023_08).orThrow();
        assertEquals(WEEK.prices(), week.prices());
        assertEquals(WEEK.loadKw(), week.loadKw());
        assertEquals("la200-2023-08", week.id());
        assertEquals(new Requirement(250, 150, 150), SampleLibrary.defaultRequirement(week.id()));
        assertEquals(new Requirement(25, 15, 15), SampleLibrary.defaultRequirement(WEEK.id()));
        assertEquals("la-200", SampleLibrary.defaultFleetId(week.id()).orThrow());
        assertEquals("la-20", SampleLibrary.defaultFleetId(WEEK.id()).orThrow());
        assertEquals(200, SampleLibrary.defaultFleet(week.id()).orThrow().homes().size());
        assertEquals(20, SampleLibrary.defaultFleet(SampleLibrary.SYNTHETIC_MONTH).orThrow().homes().size());
    }

    @Test
    void dailyMeansAreThoseOfTheSources() {
        double[] energy = {182.51, 254.70, 95.54, 57.80, 50.85, 51.03, 51.75};
        double[] realTime = {97.77, 139.65, 61.41, 43.98, 37.70, 40.87, 27.53};
        double[] spin = {88.97, 141.29, 20.93, 4.10, 1.35, 1.48, 1.45};
        double[] nonSpin = {88.97, 141.27, 20.88, 3.50, 1.11, 1.47, 1.19};
        assertArrayEquals(energy, dailyMeans(WEEK.prices().energy()), 0.006);
        assertArrayEquals(realTime, dailyMeans(WEEK.prices().realTime()), 0.006);
        assertArrayEquals(spin, dailyMeans(WEEK.prices().spin()), 0.006);
        assertArrayEquals(nonSpin, dailyMeans(WEEK.prices().nonSpin()), 0.006);
    }

    @Test
    void thePeakHourIsStepped() {
        // 16 August, hour ending 20
        int hour = 24 + 19;
        assertEquals(1247.63, WEEK.prices().energy().at(4 * hour), 0.005);
        assertEquals(1247.63, WEEK.prices().energy().at(4 * hour + 3), 0.005);
        assertEquals(1011.72, WEEK.prices().hourMean(Product.SPIN, hour), 0.005);
        assertEquals(134.8, WEEK.prices().realTime().at(4 * hour), 0.05);
    }

    @Test
    void reservePriceIsTheSumOfTheNestedRegions() {
        for (CSVRecord row : SampleTable.of(SampleFile.RESERVES).rows()) {
            double sum = 0;
            for (String region : List.of("as_caiso_exp", "as_caiso", "as_sp26_exp", "as_sp26")) {
                sum += Double.parseDouble(row.get(region));
            }
            assertEquals(sum, Double.parseDouble(row.get("asmp_sp26_usd_mw")), 1e-9, row.toString());
        }
    }

    @Test
    void energyPriceIsTheSumOfItsComponents() {
        for (SampleFile file : List.of(SampleFile.DAY_AHEAD_LMP, SampleFile.REAL_TIME_LMP)) {
            for (CSVRecord row : SampleTable.of(file).rows()) {
                double sum = Double.parseDouble(row.get("mcc_usd_mwh"))
                        + Double.parseDouble(row.get("mce_usd_mwh"))
                        + Double.parseDouble(row.get("mcl_usd_mwh"));
                assertEquals(sum, Double.parseDouble(row.get("lmp_usd_mwh")), 1e-4);
            }
        }
    }

    @Test
    void loadIsAlignedByDayOfTheWeek() {
        List<CSVRecord> rows = SampleTable.of(SampleFile.LOAD).rows();
        // Tuesday 15 August 2023, 00:00 daylight time, is row 361: Monday 15 August 2016, hour ending 24, standard time
        CSVRecord first = rows.get(360);
        assertEquals("361", first.get("row"));
        assertEquals("24", first.get("hour_ending_local"));
        assertEquals("1", first.get("day_type_1mon_7sun_8holiday"));
        assertEquals(2, LocalDate.of(2016, 8, 16).getDayOfWeek().getValue());
        assertEquals(2, WEEK.horizon().firstDay().getDayOfWeek().getValue());
        for (int hour = 0; hour < 168; hour++) {
            CSVRecord row = rows.get(360 + hour);
            int weekday = WEEK.horizon().localStart(4 * hour).minusHours(1).getDayOfWeek().getValue();
            assertEquals(weekday, Integer.parseInt(row.get("day_type_1mon_7sun_8holiday")));
            assertEquals((hour + 23) % 24 + 1, Integer.parseInt(row.get("hour_ending_local")));
            double kwh = Double.parseDouble(row.get("building_7"));
            TimeSeries load = WEEK.loadKw().get("fontana-load-07");
            assertEquals(kwh, load.at(4 * hour));
            assertEquals(kwh, load.at(4 * hour + 3));
        }
        assertEquals(17, WEEK.loadKw().size());
    }

    @Test
    void meterArtefactsStay() {
        assertTrue(WEEK.loadKw().get("fontana-load-12").min() < 1e-6);
        assertTrue(WEEK.loadKw().get("fontana-load-12").min() > 0);
    }

    @Test
    void theStormShowsOnTheRoofs() {
        assertEquals(15, WEEK.pvYield().size());
        assertFalse(WEEK.pvYield().containsKey("fontana-pv-14"));
        assertFalse(WEEK.pvYield().containsKey("fontana-pv-15"));
        // ratios of the SP15 solar forecast in GWh: 88.3, 77.7, 94.2, 89.9, 39.9, 22.8, 68.7
        double[] ratio = {0.937, 0.825, 1, 0.954, 0.424, 0.242, 0.729};
        assertArrayEquals(ratio, new FontanaHomes(WEEK.horizon()).clearness(WEEK.drivers().get(DataSet.SOLAR_FORECAST_MW)), 0.001);
        WEEK.pvYield().forEach((name, yield) -> {
            double[] daily = dailyMeans(yield);
            for (int day = 0; day < 7; day++) {
                assertEquals(ratio[day], daily[day] / daily[2], 0.001, name);
                // dark at midnight, bright at noon
                assertEquals(0, yield.at(96 * day), name);
                assertEquals(0, yield.at(96 * day + 95), name);
                assertTrue(yield.at(96 * day + 52) > 0.05, name);
            }
            assertTrue(yield.max() <= 0.85 && yield.min() >= 0, name + " " + yield.max());
            assertTrue(24 * daily[0] > 3.9 && 24 * daily[0] < 6, name + " " + 24 * daily[0]);
            assertTrue(24 * daily[5] > 1 && 24 * daily[5] < 1.5, name + " " + 24 * daily[5]);
        });
        double mean = WEEK.pvYield().values().stream()
                .mapToDouble(y -> 24 * dailyMeans(y)[0])
                .average()
                .orElseThrow();
        assertTrue(mean > 4.5 && mean < 5, "" + mean);
    }

    /** Sunrise at 06:16 and sunset at 19:38 daylight time on 18 August in Los Angeles. */
    @Test
    void theSunRisesAndSetsWhenItDoes() {
        double[] hourly = new double[24];
        WEEK.pvYield().values().forEach(y -> {
            for (int hour = 0; hour < 24; hour++) {
                hourly[hour] += y.at(96 * 3 + 4 * hour);
            }
        });
        for (int hour = 0; hour < 24; hour++) {
            boolean light = hour >= 6 && hour < 20;
            assertEquals(light, hourly[hour] > 0, "hour " + hour + ": " + hourly[hour]);
        }
        assertTrue(hourly[18] > hourly[19] && hourly[18] > 0.05, "the late sun is missing");
    }

    @Test
    void tariffsOfAugust2023() {
        DataSet.Retail prime = WEEK.retail().get(TariffPlan.TOU_D_PRIME_NBT);
        DataSet.Retail four = WEEK.retail().get(TariffPlan.TOU_D_4_9PM_NEM2);
        int tuesday = 0;
        int saturday = 4 * 96;
        assertEquals(0.25, prime.importPrice().at(tuesday + 4 * 16 - 1));
        assertEquals(0.66, prime.importPrice().at(tuesday + 4 * 16));
        assertEquals(0.66, prime.importPrice().at(tuesday + 4 * 21 - 1));
        assertEquals(0.25, prime.importPrice().at(tuesday + 4 * 21));
        assertEquals(0.39, prime.importPrice().at(saturday + 4 * 16));
        assertEquals(0.59, four.importPrice().at(tuesday + 4 * 20));
        assertEquals(0.48, four.importPrice().at(saturday + 4 * 20));
        assertEquals(0.37, four.importPrice().at(saturday));
        assertEquals(0.565, four.filedExportCredit().at(tuesday + 4 * 20), 1e-12);
        // export credit plus the ACC Plus adder
        assertEquals(0.552 + 0.04, prime.filedExportCredit().at(tuesday + 4 * 19), 0.0005);
        assertEquals(0.061 + 0.04, prime.filedExportCredit().at(tuesday), 0.0005);
        assertEquals(0.443 + 0.04, prime.filedExportCredit().at(saturday + 4 * 19), 0.0005);
        assertEquals(0.035 + 0.04, prime.filedExportCredit().at(saturday + 4 * 8), 0.0005);
    }

    /** Fact 4 of the domain reference: how often the wholesale price beats the retail prices. */
    @Test
    void theOutsideOptionUsuallyBeatsTheWholesalePrice() {
        DataSet.Retail prime = WEEK.retail().get(TariffPlan.TOU_D_PRIME_NBT);
        int aboveImport = 0;
        int aboveCredit = 0;
        int aboveCreditAndAdder = 0;
        for (int hour = 0; hour < 168; hour++) {
            double perKwh = WEEK.prices().hourMean(Product.ENERGY, hour) / 1000;
            double filed = prime.filedExportCredit().at(4 * hour);
            aboveImport += perKwh > prime.importPrice().at(4 * hour) ? 1 : 0;
            aboveCredit += perKwh > filed - SceTariffs.ACC_PLUS_ADDER ? 1 : 0;
            aboveCreditAndAdder += perKwh > filed ? 1 : 0;
        }
        assertEquals(List.of(7, 74, 12), List.of(aboveImport, aboveCredit, aboveCreditAndAdder));
    }

    /** The estimate for 2023 must lie in the neighbourhood of the sheet of 2025. */
    @Test
    void importPricesAreNearThoseOf2025() {
        Map<String, Double> summer = SampleTable.of(SampleFile.PRIME_2025).rows().stream()
                .filter(row -> row.get("season").equals("Summer"))
                .collect(Collectors.toMap(
                        row -> row.get("day_type") + row.get("hour_beginning_local"),
                        row -> Double.parseDouble(row.get("usd_per_kwh"))));
        TimeSeries prime = WEEK.retail().get(TariffPlan.TOU_D_PRIME_NBT).importPrice();
        for (int hour = 0; hour < 24; hour++) {
            double then = prime.at(4 * hour);
            assertEquals(1, then / summer.get("Weekday" + hour), 0.2, "hour " + hour);
        }
    }

    @Test
    void everySeriesSaysWhereItCameFrom() {
        Map<String, SeriesKind> kinds =
                WEEK.provenance().stream().collect(Collectors.toMap(Provenance::series, Provenance::kind));
        assertEquals(SeriesKind.REAL, kinds.get("day-ahead LMP SP15 [$/MWh]"));
        assertEquals(SeriesKind.REAL, kinds.get("day-ahead spin SP26 [$/MW-h]"));
        assertEquals(SeriesKind.REAL, kinds.get("day-ahead non-spin SP26 [$/MW-h]"));
        assertEquals(SeriesKind.DERIVED, kinds.get("real-time LMP SP15 [$/MWh]"));
        assertEquals(SeriesKind.DERIVED, kinds.get("home load, fontana-load-01 to 17 [kW]"));
        for (Provenance entry : WEEK.provenance()) {
            assertFalse(entry.source().isBlank(), entry.toString());
            assertFalse(entry.note().isBlank(), entry.toString());
            if (!entry.file().isEmpty()) {
                assertTrue(entry.sha256().matches("[0-9a-f]{64}"), entry.toString());
                assertFalse(entry.licence().isBlank(), entry.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SampleFile.class)
    void filesAreThoseOfTheRecordedHash(SampleFile file) {
        byte[] bytes = file.bytes();
        assertTrue(file.tampered(bytes).isEmpty());
        bytes[bytes.length / 2] ^= 1;
        Finding finding = file.tampered(bytes).orElseThrow();
        assertTrue(finding.isError());
        assertTrue(finding.where().contains(file.path()));
    }

    @ParameterizedTest
    @EnumSource(SampleFile.class)
    void provenancePageNamesEveryFileAndHash(SampleFile file) throws IOException {
        try (InputStream in = SampleLibrary.class.getResourceAsStream("PROVENANCE.md")) {
            assertNotNull(in);
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(page.contains(file.path().replaceAll(".*/", "")), file.path());
            assertTrue(page.contains(SampleFile.sha256(file.bytes())), file.path());
        }
    }

    @Test
    void unknownIdsAreFindingsThatNameTheKnownOnes() {
        for (Reading<?> reading : List.of(
                SampleLibrary.load("la-2099"),
                SampleLibrary.defaultFleet("la-2099"),
                SampleLibrary.defaultFleetId("la-2099"),
                SampleLibrary.temperature("la-2099"))) {
            assertNull(reading.value());
            assertEquals("\"la-2099\"", reading.findings().get(0).value());
            assertTrue(reading.findings().get(0).allowed().contains("la-2023-08"));
        }
        assertEquals("la-20, la-200", SampleLibrary.fleet("la-7").findings().get(0).allowed());
    }

    @Test
    void temperatureCoversTheWeek() {
        TimeSeries celsius = SampleLibrary.temperature("la-2023-08").orThrow();
        assertEquals(672, celsius.length());
        double[] dailyMaxima = {22.2, 23.3, 21.1, 22.2, 23.3, 24.4, 24.4};
        for (int day = 0; day < 7; day++) {
            assertEquals(dailyMaxima[day], celsius.slice(96 * day, 96 * day + 96).max(), 1e-9);
        }
        assertEquals(Horizon.LOS_ANGELES, WEEK.horizon().zone());
    }
}
