package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vppworkbench.model.forecast.ForecastReport;

/** {@code forecast.csv}: how good a price forecast was, per product over all hours and by local clock hour. */
public final class ForecastCsv {
    public static final List<String> COLUMNS =
            List.of(
                    "forecast", "product", "local_hour", "hours", "mean_price_usd_per_mwh", "mae_usd_per_mwh",
                    "rmse_usd_per_mwh", "bias_usd_per_mwh", "mape_percent", "mape_hours",
                    "persistence_mae_usd_per_mwh", "persistence_hours", "skill");

    private ForecastCsv() {}

    public static void write(ForecastReport report, Writer out) throws IOException {
        CsvText.write(
                out,
                COLUMNS,
                printer -> {
                    for (ForecastReport.Row row : report.rows()) {
                        printer.row(
                                report.label(),
                                row.product(),
                                row.clockHour() == null ? "" : row.clockHour().toString(),
                                row.hours(),
                                CsvText.number(row.meanPrice()),
                                CsvText.number(row.mae()),
                                CsvText.number(row.rmse()),
                                CsvText.number(row.bias()),
                                CsvText.optional(row.mapePercent()),
                                row.mapeHours(),
                                CsvText.optional(row.persistenceMae()),
                                row.persistenceHours(),
                                CsvText.optional(row.skill()));
                    }
                });
    }
}
