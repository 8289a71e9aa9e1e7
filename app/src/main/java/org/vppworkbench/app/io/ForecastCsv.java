package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;

/** {@code forecast.csv}: how good a price forecast was, per product over all hours and by local clock hour. Reads what it writes. */
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

    /** Reads a report; everything wrong is a finding with row and column. */
    static Reading<ForecastReport> read(Reader in, String file) throws IOException {
        Findings findings = new Findings();
        List<ForecastReport.Row> rows = new ArrayList<>();
        String[] label = {""};
        CsvText.read(in, file, COLUMNS, findings, row -> {
            Product product = row.constant("product", Product.class);
            label[0] = row.text("forecast");
            if (product != null) {
                rows.add(row(product, row));
            }
        });
        return new Reading<>(findings.hasErrors() ? null : new ForecastReport(label[0], rows), findings.list());
    }

    private static ForecastReport.Row row(Product product, CsvText.Row row) {
        return new ForecastReport.Row(
                product,
                row.text("local_hour").isEmpty() ? null : row.integer("local_hour", 24),
                row.integer("hours", Integer.MAX_VALUE),
                row.number("mean_price_usd_per_mwh"),
                row.number("mae_usd_per_mwh"),
                row.number("rmse_usd_per_mwh"),
                row.number("bias_usd_per_mwh"),
                row.optional("mape_percent"),
                row.integer("mape_hours", Integer.MAX_VALUE),
                row.optional("persistence_mae_usd_per_mwh"),
                row.integer("persistence_hours", Integer.MAX_VALUE),
                row.optional("skill"));
    }
}
