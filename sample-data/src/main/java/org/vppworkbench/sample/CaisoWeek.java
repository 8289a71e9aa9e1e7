package org.vppworkbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** Prices and published forecasts of 15–21 August 2023, hourly as published, stepped to quarter hours. */
final class CaisoWeek {
    static final Horizon HORIZON = new Horizon(LocalDate.of(2023, 8, 15), 7, Horizon.LOS_ANGELES);

    private static final DateTimeFormatter FORECAST_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT);

    private CaisoWeek() {}

    static MarketData data() {
        SampleTable reserves = SampleTable.of(SampleFile.RESERVES);
        MarketSeries prices = new MarketSeries(
                hourly(SampleTable.of(SampleFile.DAY_AHEAD_LMP), "lmp_usd_mwh"),
                hourly(reserves.where(row -> row.get("anc_type").equals("SR")), "asmp_sp26_usd_mw"),
                hourly(reserves.where(row -> row.get("anc_type").equals("NR")), "asmp_sp26_usd_mw"),
                hourly(SampleTable.of(SampleFile.REAL_TIME_LMP), "lmp_usd_mwh"));
        return new MarketData(
                HORIZON,
                prices,
                Map.of(
                        DataSet.LOAD_FORECAST_MW, forecast(SampleFile.LOAD_FORECAST, "load_forecast"),
                        DataSet.SOLAR_FORECAST_MW, forecast(SampleFile.SOLAR_FORECAST, "solar_mw")),
                provenance());
    }

    private static List<Provenance> provenance() {
        String nested = HourlySteps.NOTE + "; price of a resource in SP26 = AS_CAISO_EXP + AS_CAISO + AS_SP26_EXP + AS_SP26";
        return List.of(
                SampleFile.DAY_AHEAD_LMP.provenance("day-ahead LMP SP15 [$/MWh]", SeriesKind.REAL, HourlySteps.NOTE),
                SampleFile.RESERVES.provenance("day-ahead spin SP26 [$/MW-h]", SeriesKind.REAL, nested),
                SampleFile.RESERVES.provenance("day-ahead non-spin SP26 [$/MW-h]", SeriesKind.REAL, nested),
                SampleFile.REAL_TIME_LMP.provenance(
                        "real-time LMP SP15 [$/MWh]",
                        SeriesKind.DERIVED,
                        "hourly means of twelve 5-minute prices, each held over its four quarter hours; not the"
                                + " 15-minute market"),
                SampleFile.LOAD_FORECAST.provenance(
                        "CAISO load forecast [MW]", SeriesKind.REAL, HourlySteps.NOTE + "; regressor of a price forecast"),
                SampleFile.SOLAR_FORECAST.provenance(
                        "SP15 solar forecast [MW]",
                        SeriesKind.REAL,
                        HourlySteps.NOTE + "; regressor of a price forecast, and day factors of PV"));
    }

    private static TimeSeries hourly(SampleTable table, String column) {
        return hourly(table, column, "interval_start_utc", OffsetDateTime::parse);
    }

    private static TimeSeries forecast(SampleFile file, String column) {
        return hourly(SampleTable.of(file), column, "interval_start", t -> OffsetDateTime.parse(t, FORECAST_TIME));
    }

    /** The column in time order; the file must hold exactly the hours of the week. */
    private static TimeSeries hourly(
            SampleTable table, String column, String time, Function<String, OffsetDateTime> parse) {
        for (int hour = 0; hour < table.rows().size(); hour++) {
            Instant start = parse.apply(table.rows().get(hour).get(time)).toInstant();
            if (!start.equals(HORIZON.start().plus(Duration.ofHours(hour)))) {
                throw new IllegalStateException(column + ": row " + (hour + 1) + " starts at " + start);
            }
        }
        if (table.rows().size() != HORIZON.hours()) {
            throw new IllegalStateException(column + ": " + table.rows().size() + " rows");
        }
        return HourlySteps.of(table.column(column));
    }
}
