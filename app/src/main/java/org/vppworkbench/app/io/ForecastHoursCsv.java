package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/** {@code forecast-hours.csv}: forecast and realised price of every hour and product. */
public final class ForecastHoursCsv {
    public static final List<String> COLUMNS =
            List.of("hour_start_utc", "local_hour", "product", "price_usd_per_mwh", "forecast_usd_per_mwh");

    private ForecastHoursCsv() {}

    /**
     * Writes.
     *
     * @param horizon the days of both series
     */
    public static void write(Horizon horizon, MarketSeries prices, MarketSeries forecasts, Writer out)
            throws IOException {
        CsvText.write(
                out,
                COLUMNS,
                printer -> {
                    for (int hour = 0; hour < horizon.hours(); hour++) {
                        int first = Horizon.firstInterval(hour);
                        for (Product product : Product.values()) {
                            if (forecasts.of(product) != null) {
                                printer.row(
                                        horizon.intervalStart(first),
                                        horizon.localStart(first).getHour(),
                                        product,
                                        CsvText.number(prices.hourMean(product, hour)),
                                        CsvText.number(forecasts.hourMean(product, hour)));
                            }
                        }
                    }
                });
    }
}
