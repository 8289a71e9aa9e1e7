package org.vppworkbench.app.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Horizon;

/** Prints a forecast report. */
final class ForecastTable {
    private final Console console;

    ForecastTable(Console console) {
        this.console = console;
    }

    void print(DataSet data, Horizon horizon, ForecastReport report) {
        console.line(String.format(Locale.ROOT, "%s, %s from %s, %s forecast",
                data.id(), Plural.of(horizon.days(), "day"), horizon.firstDay(), report.label()));
        console.line("$/MWh (reserve: $/MW-h); MAPE over hours with a price of at least "
                + Math.round(ForecastReport.MAPE_FLOOR) + "; skill = 1 - MAE/MAE of persistence");
        console.line("");
        console.line(String.format(Locale.ROOT, "%-8s %5s %6s %10s %9s %9s %9s %9s %9s %7s",
                "product", "hour", "hours", "mean price", "MAE", "RMSE", "bias", "MAPE %", "pers. MAE", "skill"));
        report.rows().stream().filter(row -> row.clockHour() == null).forEach(this::line);
        report.rows().stream().filter(row -> row.clockHour() != null).forEach(this::line);
    }

    private void line(ForecastReport.Row row) {
        Integer hour = row.clockHour();
        console.line(String.format(Locale.ROOT, "%-8s %5s %6d %10.2f %9.2f %9.2f %9.2f %9s %9s %7s",
                row.product(), hour == null ? "all" : String.format(Locale.ROOT, "%02d", hour), row.hours(),
                row.meanPrice(), row.mae(), row.rmse(), row.bias(), number(row.mapePercent(), "%.1f"),
                number(row.persistenceMae(), "%.2f"), number(row.skill(), "%.3f")));
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "n/a" : String.format(Locale.ROOT, format, value);
    }
}
