package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** The true 15-minute weeks. Oracles: the statistics in the provenance page of the source. */
class Sp15WeeksTest {
    private static DataSet week(String id) {
        return SampleLibrary.load(id).orThrow();
    }

    private static Map<String, SeriesKind> kinds(DataSet data) {
        return data.provenance().stream().collect(Collectors.toMap(Provenance::series, Provenance::kind));
    }

    @ParameterizedTest
    @CsvSource({
        "sp15-2021-08, 2021-08-15T07:00:00Z, 23.04, 49.98, 110.60, 8.37, 43.04, 104.20",
        "sp15-2023-07, 2023-07-14T07:00:00Z, 34.42, 74.55, 283.37, 26.21, 72.99, 967.99",
    })
    void theWeekIsThatOfTheSource(
            String id, String start, double low, double mean, double high, double rtLow, double rtMean, double rtHigh) {
        DataSet data = week(id);
        assertEquals(Instant.parse(start), data.horizon().start());
        assertEquals(672, data.horizon().intervals());
        TimeSeries energy = data.prices().energy();
        TimeSeries realTime = data.prices().realTime();
        assertEquals(low, energy.min(), 0.005);
        assertEquals(mean, energy.mean(0, 672), 0.005);
        assertEquals(high, energy.max(), 0.005);
        assertEquals(rtLow, realTime.min(), 0.005);
        assertEquals(rtMean, realTime.mean(0, 672), 0.005);
        assertEquals(rtHigh, realTime.max(), 0.005);
        assertNull(data.prices().spin());
        assertNull(data.prices().nonSpin());
        assertEquals(0, data.prices().at(Product.SPIN, 0));
        assertEquals(SeriesKind.REAL, kinds(data).get("day-ahead LMP SP15 [$/MWh]"));
        assertEquals(SeriesKind.REAL, kinds(data).get("real-time LMP SP15 [$/MWh]"));
    }

    /** The interval that ends at 21:15 UTC on 21 August 2024 is missing; its neighbours stand in the file. */
    @Test
    void theOneMissingQuarterHourIsFilledAndTold() {
        DataSet data = week("sp15-2024-08");
        TimeSeries realTime = data.prices().realTime();
        int hole = 6 * 96 + 14 * 4;
        assertEquals(Instant.parse("2024-08-21T21:00:00Z"), data.horizon().intervalStart(hole));
        List<CSVRecord> rows = SampleTable.of(SampleFile.EIA_REAL_TIME_2024).rows();
        assertEquals(671, rows.size());
        assertTrue(rows.stream().noneMatch(row -> row.get("utc_interval_end").equals("2024-08-21 21:15:00")));
        double before = price(rows, "2024-08-21 21:00:00");
        double after = price(rows, "2024-08-21 21:30:00");
        assertEquals(before, realTime.at(hole - 1));
        assertEquals((before + after) / 2, realTime.at(hole), 1e-9);
        assertEquals(after, realTime.at(hole + 1));
        assertEquals(SeriesKind.DERIVED, kinds(data).get("real-time LMP SP15 [$/MWh]"));
        assertEquals(SeriesKind.REAL, kinds(data).get("day-ahead LMP SP15 [$/MWh]"));
        String note = data.provenance().get(1).note();
        assertTrue(note.contains("filled 1 of 672 (2024-08-21T21:00:00Z) by linear interpolation"), note);
        assertEquals(82.51, data.prices().energy().max(), 0.005);
    }

    private static double price(List<CSVRecord> rows, String end) {
        return rows.stream()
                .filter(row -> row.get("utc_interval_end").equals(end))
                .mapToDouble(row -> Double.parseDouble(row.get("sp15_lmp")))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(value = SampleFile.class, names = "EIA_.*", mode = EnumSource.Mode.MATCH_ALL)
    void priceIsTheSumOfItsComponents(SampleFile file) {
        for (CSVRecord row : SampleTable.of(file).rows()) {
            double sum = Double.parseDouble(row.get("sp15_congestion"))
                    + Double.parseDouble(row.get("sp15_energy"))
                    + Double.parseDouble(row.get("sp15_loss"));
            assertEquals(sum, Double.parseDouble(row.get("sp15_lmp")), 3e-5);
        }
    }

    @Test
    void ratesOf2023AppliedToOtherYearsAreTold() {
        for (String year : List.of("2021", "2024")) {
            DataSet data = week("sp15-" + year + "-08");
            List<Provenance> tariffs = data.provenance().stream()
                    .filter(p -> p.series().matches("(TOU-D-PRIME import|TOU-D-4-9PM|NBT|NEM).*"))
                    .toList();
            assertEquals(4, tariffs.size());
            for (Provenance tariff : tariffs) {
                assertEquals(SeriesKind.DERIVED, tariff.kind());
                assertTrue(tariff.note().endsWith("rates of 2023 applied to " + year), tariff.note());
            }
        }
        assertTrue(week("sp15-2023-07").provenance().stream().noneMatch(p -> p.note().contains("applied to")));
    }

    @Test
    void roofsAreAsMeasuredWithoutForecast() {
        DataSet data = week("sp15-2023-07");
        assertTrue(data.drivers().isEmpty());
        // Friday 14 July 2023 takes Friday 12 August 2016, hour 13 daylight time: row (12 - 1) * 24 + 13
        CSVRecord row = SampleTable.of(SampleFile.PV).rows().get(11 * 24 + 13);
        assertEquals("5", row.get("day_type_1mon_7sun_8holiday"));
        assertEquals(Double.parseDouble(row.get("building_3")) / 1000, data.pvYield().get("fontana-pv-03").at(4 * 13));
        assertEquals(List.of(), SampleLibrary.load("sp15-2023-07").findings());
    }
}
