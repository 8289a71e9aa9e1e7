package org.vppworkbench.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** Market prices of 15–21 August 2023 at SP15, hourly as published, stepped to quarter hours. */
final class CaisoWeek {
    static final Horizon HORIZON = new Horizon(LocalDate.of(2023, 8, 15), 7, Horizon.LOS_ANGELES);

    private static final String STEPPED = "hourly values, each held over its four quarter hours";

    private CaisoWeek() {}

    static MarketSeries prices() {
        SampleTable reserves = SampleTable.of(SampleFile.RESERVES);
        return new MarketSeries(
                hourly(SampleTable.of(SampleFile.DAY_AHEAD_LMP), "lmp_usd_mwh"),
                hourly(reserves.where(row -> row.get("anc_type").equals("SR")), "asmp_sp26_usd_mw"),
                hourly(reserves.where(row -> row.get("anc_type").equals("NR")), "asmp_sp26_usd_mw"),
                hourly(SampleTable.of(SampleFile.REAL_TIME_LMP), "lmp_usd_mwh"));
    }

    static List<Provenance> provenance() {
        String nested = STEPPED + "; price of a resource in SP26 = AS_CAISO_EXP + AS_CAISO + AS_SP26_EXP + AS_SP26";
        return List.of(
                SampleFile.DAY_AHEAD_LMP.provenance("day-ahead LMP SP15 [$/MWh]", SeriesKind.REAL, STEPPED),
                SampleFile.RESERVES.provenance("day-ahead spin SP26 [$/MW-h]", SeriesKind.REAL, nested),
                SampleFile.RESERVES.provenance("day-ahead non-spin SP26 [$/MW-h]", SeriesKind.REAL, nested),
                SampleFile.REAL_TIME_LMP.provenance(
                        "real-time LMP SP15 [$/MWh]",
                        SeriesKind.DERIVED,
                        "hourly means of twelve 5-minute prices, each held over its four quarter hours; not the"
                                + " 15-minute market"));
    }

    /** The column in time order; the file must hold exactly the hours of the week. */
    private static TimeSeries hourly(SampleTable table, String column) {
        for (int hour = 0; hour < table.rows().size(); hour++) {
            OffsetDateTime start =
                    OffsetDateTime.parse(table.rows().get(hour).get("interval_start_utc"));
            if (!start.toInstant().equals(HORIZON.start().plus(Duration.ofHours(hour)))) {
                throw new IllegalStateException(column + ": row " + (hour + 1) + " starts at " + start);
            }
        }
        if (table.rows().size() != HORIZON.hours()) {
            throw new IllegalStateException(column + ": " + table.rows().size() + " rows");
        }
        return HourlySteps.of(table.column(column));
    }
}
