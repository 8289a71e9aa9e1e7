package org.vppworkbench.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/** The real weeks by id. */
final class SampleWeeks {
    /** What the aggregator of 200 homes wants at most: enough for the minimum bid of 100 kW [kW]. */
    static final Requirement FOR_200_HOMES = new Requirement(250, 150, 150);

    /**
     * A week.
     *
     * @param title display title
     * @param firstDay first local day
     * @param fleet id of the fleet it opens with
     * @param requirement what the aggregator of that fleet wants
     * @param market reads its prices and forecasts
     * @param more provenance of what is shown beside them
     */
    record Week(
            String title,
            LocalDate firstDay,
            String fleet,
            Requirement requirement,
            Supplier<MarketData> market,
            List<Provenance> more) {
        Reading<DataSet> load(String id) {
            return DataSets.of(id, title, market.get(), more);
        }
    }

    private static final Map<String, Week> ALL = all();

    private SampleWeeks() {}

    static Map<String, Week> byId() {
        return ALL;
    }

    private static Map<String, Week> all() {
        List<Provenance> weather = List.of(SampleFile.WEATHER.provenance(
                "temperature at LAX [°C]", SeriesKind.REAL, "hourly, for display only; coastal, not inland Los Angeles"));
        Map<String, Week> weeks = new LinkedHashMap<>();
        weeks.put(
                SampleLibrary.LOS_ANGELES_2023_08,
                new Week(
                        "Los Angeles, 15–21 August 2023 (heat wave, then tropical storm Hilary)",
                        CaisoWeek.HORIZON.firstDay(),
                        SampleLibrary.LOS_ANGELES_20,
                        Requirement.LOS_ANGELES_20,
                        CaisoWeek::data,
                        weather));
        weeks.put(
                SampleLibrary.LOS_ANGELES_200_2023_08,
                new Week(
                        "Los Angeles, 15–21 August 2023, for a fleet of 200 homes",
                        CaisoWeek.HORIZON.firstDay(),
                        SampleLibrary.LOS_ANGELES_200,
                        FOR_200_HOMES,
                        CaisoWeek::data,
                        weather));
        weeks.put(
                SampleLibrary.SP15_2023_07,
                sp15("SP15, 14–20 July 2023, true 15-minute real-time prices (energy only)", LocalDate.of(2023, 7, 14),
                        SampleFile.EIA_DAY_AHEAD_2023, SampleFile.EIA_REAL_TIME_2023));
        weeks.put(
                SampleLibrary.SP15_2021_08,
                sp15("SP15, 15–21 August 2021, true 15-minute real-time prices (energy only)", LocalDate.of(2021, 8, 15),
                        SampleFile.EIA_DAY_AHEAD_2021, SampleFile.EIA_REAL_TIME_2021));
        weeks.put(
                SampleLibrary.SP15_2024_08,
                sp15("SP15, 15–21 August 2024, 15-minute real-time prices, one filled (energy only)",
                        LocalDate.of(2024, 8, 15), SampleFile.EIA_DAY_AHEAD_2024, SampleFile.EIA_REAL_TIME_2024));
        return weeks;
    }

    private static Week sp15(String title, LocalDate firstDay, SampleFile dayAhead, SampleFile realTime) {
        return new Week(
                title,
                firstDay,
                SampleLibrary.LOS_ANGELES_20,
                Requirement.LOS_ANGELES_20,
                () -> EiaWeek.data(firstDay, dayAhead, realTime),
                List.of());
    }
}
