package org.vppworkbench.model.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/**
 * How good a price forecast was, hour by hour against the realised price: per product over all hours, then per local clock
 * hour.
 *
 * @param label of the forecast, such as {@code NOISY(0.2)}
 * @param rows by product, the overall row first
 */
public record ForecastReport(String label, List<Row> rows) {
    /** Least size of a realised price that counts for MAPE [$/MWh]: near 0 a relative error says nothing. */
    public static final double MAPE_FLOOR = 5;

    /** Mean persistence error below which there is no skill to speak of [$/MWh]. */
    private static final double NO_ERROR = 1e-9;

    /**
     * One line of the report. Prices and errors in $/MWh (reserve: $/MW-h).
     *
     * @param product what was forecast
     * @param clockHour local clock hour 0 to 23, or {@code null} for all
     * @param hours hours compared
     * @param meanPrice mean realised price
     * @param mae mean absolute error
     * @param rmse root mean square error
     * @param bias mean of forecast − price
     * @param mapePercent mean absolute error relative to the price [%], over the hours with a price of at least
     *     {@link #MAPE_FLOOR} in size; {@code null} where there is none
     * @param mapeHours number of these hours
     * @param persistenceMae mean absolute error of persistence over the hours for which it exists, or {@code null}
     * @param persistenceHours number of these hours: fewer than {@code hours} where the first day has no day before it
     * @param skill 1 − MAE/MAE of persistence over those same hours; {@code null} where not defined
     */
    public record Row(
            Product product,
            @Nullable Integer clockHour,
            int hours,
            double meanPrice,
            double mae,
            double rmse,
            double bias,
            @Nullable Double mapePercent,
            int mapeHours,
            @Nullable Double persistenceMae,
            int persistenceHours,
            @Nullable Double skill) {}

    public ForecastReport {
        rows = List.copyOf(rows);
    }

    /**
     * Compares.
     *
     * @param label of the forecast
     * @param market prices and their history
     * @param run the days compared
     * @param forecast one value per interval of {@code run}
     */
    public static ForecastReport of(String label, KnownMarket market, Horizon run, MarketSeries forecast) {
        List<Row> rows = new ArrayList<>();
        Hours hours = new Hours(market, run, forecast);
        for (Product product : Product.values()) {
            if (market.prices().of(product) == null) {
                continue;
            }
            rows.add(hours.row(product, null, hour -> true));
            for (int clock = 0; clock < ClockDay.HOURS; clock++) {
                int wanted = clock;
                IntPredicate same = hour -> hours.clock(hour) == wanted;
                if (hours.any(same)) {
                    rows.add(hours.row(product, clock, same));
                }
            }
        }
        return new ForecastReport(label, rows);
    }

    /** The overall row of a product, or {@code null} where it is not traded. */
    public @Nullable Row overall(Product product) {
        return rows.stream()
                .filter(row -> row.product() == product && row.clockHour() == null)
                .findFirst()
                .orElse(null);
    }

    /** The hours compared. */
    private static final class Hours {
        private final KnownMarket market;
        private final Horizon run;
        private final MarketSeries forecast;
        private final int offset;
        private final int persistenceFrom;
        private final @Nullable MarketSeries persistence;

        Hours(KnownMarket market, Horizon run, MarketSeries forecast) {
            this.market = market;
            this.run = run;
            this.forecast = forecast;
            this.offset = Horizon.hourOf(market.offset(run));
            // On the first day of the data there is no day before.
            int missing = run.firstDay().equals(market.days().firstDay()) ? 1 : 0;
            this.persistenceFrom = Horizon.hourOf(run.dayStart(missing));
            this.persistence = run.days() <= missing
                    ? null
                    : market.forecast(
                            new Persistence(), new Horizon(run.date(missing), run.days() - missing, run.zone()));
        }

        int clock(int hour) {
            return run.localStart(Horizon.firstInterval(hour)).getHour();
        }

        boolean any(IntPredicate wanted) {
            for (int hour = 0; hour < run.hours(); hour++) {
                if (wanted.test(hour)) {
                    return true;
                }
            }
            return false;
        }

        Row row(Product product, @Nullable Integer clock, IntPredicate wanted) {
            int n = 0;
            int relative = 0;
            int compared = 0;
            double price = 0;
            double absolute = 0;
            double square = 0;
            double bias = 0;
            double share = 0;
            double own = 0;
            double naive = 0;
            for (int hour = 0; hour < run.hours(); hour++) {
                if (!wanted.test(hour)) {
                    continue;
                }
                double actual = market.prices().hourMean(product, offset + hour);
                double error = forecast.hourMean(product, hour) - actual;
                n++;
                price += actual;
                absolute += Math.abs(error);
                square += error * error;
                bias += error;
                if (Math.abs(actual) >= MAPE_FLOOR) {
                    relative++;
                    share += Math.abs(error / actual);
                }
                if (persistence != null && hour >= persistenceFrom) {
                    compared++;
                    own += Math.abs(error);
                    naive += Math.abs(persistence.hourMean(product, hour - persistenceFrom) - actual);
                }
            }
            Double naiveMae = compared == 0 ? null : Double.valueOf(naive / compared);
            Double skill = naiveMae == null || naiveMae < NO_ERROR ? null : Double.valueOf(1 - own / naive);
            return new Row(
                    product, clock, n, price / n, absolute / n, Math.sqrt(square / n), bias / n,
                    relative == 0 ? null : Double.valueOf(100 * share / relative), relative, naiveMae, compared, skill);
        }
    }
}
