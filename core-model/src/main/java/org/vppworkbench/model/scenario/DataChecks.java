package org.vppworkbench.model.scenario;

import java.util.Locale;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Checks of market, tariff, load and PV series. */
final class DataChecks {
    /** Prices beyond these are refused [$/MWh, of reserves $/MW-h]; an assumption, far outside any market cap. */
    static final double LOWEST_PRICE = -1000;

    static final double HIGHEST_PRICE = 10_000;

    /** Outside CAISO's bid floor and hard cap ({@code domain.md} §1.3, §4) a price is worth a warning [$/MWh]. */
    private static final double BID_FLOOR = -150;

    private static final double HARD_CAP = 2000;

    private DataChecks() {}

    /** Every series must have one value per interval. */
    static void checkLengths(DataSet data, Findings out) {
        length(data, "prices.energy", data.prices().energy(), out);
        length(data, "prices.spin", data.prices().spin(), out);
        length(data, "prices.nonSpin", data.prices().nonSpin(), out);
        length(data, "prices.realTime", data.prices().realTime(), out);
        data.retail().forEach((plan, retail) -> {
            length(data, plan + ".importPrice", retail.importPrice(), out);
            length(data, plan + ".filedExportCredit", retail.filedExportCredit(), out);
        });
        data.loadKw().forEach((name, series) -> length(data, "load " + name, series, out));
        data.pvYield().forEach((name, series) -> length(data, "PV yield " + name, series, out));
        data.drivers().forEach((name, series) -> length(data, "driver " + name, series, out));
    }

    /** Prices, loads and yields must be plausible over the days of the run. */
    static void checkValues(DataSet data, Findings out) {
        price(data, "prices.energy", data.prices().energy(), out);
        price(data, "prices.spin", data.prices().spin(), out);
        price(data, "prices.nonSpin", data.prices().nonSpin(), out);
        price(data, "prices.realTime", data.prices().realTime(), out);
        data.loadKw().forEach((name, series) -> {
            first(data, "load " + name, series, v -> v < 0 || v > Findings.MAX_KW, true, "[0, 100000] kW", out);
        });
        data.pvYield().forEach((name, series) -> {
            first(data, "PV yield " + name, series, v -> v < 0 || v > 1.5, true, "[0, 1.5] kW per kWdc", out);
        });
    }

    private static void length(DataSet data, String name, @Nullable TimeSeries series, Findings out) {
        int wanted = data.horizon().intervals();
        if (series != null && series.length() != wanted) {
            out.error(data.id() + ", " + name, series.length(), "wrong number of values", wanted + " values");
        }
    }

    private static void price(DataSet data, String name, @Nullable TimeSeries series, Findings out) {
        if (series == null) {
            return;
        }
        boolean reserve = name.endsWith("pin");
        String unit = reserve ? "$/MW-h" : "$/MWh";
        String range = String.format(Locale.ROOT, "[%.0f, %.0f] %s", LOWEST_PRICE, HIGHEST_PRICE, unit);
        if (first(data, name, series, v -> v < LOWEST_PRICE || v > HIGHEST_PRICE, true, range, out)) {
            return;
        }
        double low = reserve ? 0 : BID_FLOOR;
        String usual = String.format(Locale.ROOT, "usually [%.0f, %.0f] %s", low, HARD_CAP, unit);
        first(data, name, series, v -> v < low || v > HARD_CAP, false, usual, out);
    }

    private static boolean first(
            DataSet data,
            String name,
            TimeSeries series,
            DoublePredicate bad,
            boolean error,
            String allowed,
            Findings out) {
        Horizon horizon = data.horizon();
        int count = 0;
        int first = -1;
        for (int t = 0; t < series.length(); t++) {
            if (bad.test(series.at(t))) {
                first = first < 0 ? t : first;
                count++;
            }
        }
        if (count == 0) {
            return false;
        }
        String where = data.id() + ", " + name + ", interval " + first + " (" + horizon.intervalStart(first) + ")";
        String message = (error ? "out of range" : "unusual") + " in " + count + " intervals, first here";
        String value = Findings.number(series.at(first));
        if (error) {
            out.error(where, value, message, allowed);
        } else {
            out.warning(where, value, message, allowed);
        }
        return true;
    }
}
