package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** One home inside a linear program: adds its columns and rows and reads its part of a solution. */
final class HomeProgram {
    private final LinearProgramBuilder lp;
    private final HomeRules rules;
    private final @Nullable StorageColumns battery;
    private final @Nullable StorageColumns car;
    private final SaleColumns sales;
    private final MeterColumns meter;
    private final PreferenceRows preferences;

    HomeProgram(LinearProgramBuilder lp, HomeRules rules, HomeDirections directions) {
        this(lp, rules, directions, false);
    }

    /**
     * @param hourly whether what is sold is the same in all intervals of an hour
     */
    HomeProgram(LinearProgramBuilder lp, HomeRules rules, HomeDirections directions, boolean hourly) {
        this.lp = lp;
        this.rules = rules;
        int n = rules.intervals();
        double endValue = rules.home().endValuePerKwh();
        battery = Storage.battery(rules)
                .map(s -> new StorageColumns(lp, s, n, endValue, directions.battery()))
                .orElse(null);
        car = Storage.car(rules)
                .map(s -> new StorageColumns(lp, s, n, endValue, directions.car()))
                .orElse(null);
        List<StorageColumns> devices =
                Stream.of(battery, car).filter(Objects::nonNull).toList();
        sales = new SaleColumns(lp, rules, battery, car, hourly);
        meter = new MeterColumns(lp, rules, devices, sales);
        preferences = new PreferenceRows(lp, rules, battery, car, sales);
    }

    /** Column in which the home sells a product, or −1. */
    int soldColumn(Product product, int t) {
        return sales.of(product)[t];
    }

    /** Row that holds what is sold of a product from interval {@code t} to the next, or −1. */
    int evenRow(Product product, int t) {
        return sales.evenRow(product)[t];
    }

    /** The home's part of a point; not yet exactly feasible. */
    HomeSchedule schedule(double[] x) {
        int n = rules.intervals();
        TimeSeries none = TimeSeries.constant(n, 0);
        TimeSeries spin = values(x, sales.of(Product.SPIN), 0);
        TimeSeries nonSpin = values(x, sales.of(Product.NONSPIN), 0);
        return new HomeSchedule(
                battery == null ? none : values(x, battery.charge, 0),
                battery == null ? none : values(x, battery.discharge, 0),
                battery == null ? none : values(x, battery.energy, 1),
                car == null ? none : values(x, car.charge, 0),
                car == null ? none : values(x, car.discharge, 0),
                car == null ? none : values(x, car.energy, 1),
                values(x, meter.curtailed, 0),
                values(x, sales.of(Product.ENERGY), 0),
                spin,
                nonSpin,
                TimeSeries.generate(n, t -> rules.called(t) ? spin.at(t) + nonSpin.at(t) : 0));
    }

    private TimeSeries values(double[] x, int[] columns, int shift) {
        return TimeSeries.generate(rules.intervals(), t -> lp.valueOf(x, columns[t + shift]));
    }

    /** The home's row multipliers, in the sense of a maximisation. */
    HomeMultipliers multipliers(double[] y) {
        int n = rules.intervals();
        TimeSeries none = TimeSeries.constant(n, 0);
        List<TimeSeries> soft = soft(y);
        return new HomeMultipliers(
                battery == null ? none : multipliers(y, battery.stateRow, -1),
                car == null ? none : multipliers(y, car.stateRow, -1),
                multipliers(y, meter.retailRow, -1 / DELTA_HOURS),
                multipliers(y, sales.reserveRow, 1),
                multipliers(y, meter.limitRow, -1),
                hardCap(y, soft),
                soft);
    }

    private TimeSeries multipliers(double[] y, int[] rows, double factor) {
        return TimeSeries.generate(rows.length, i -> factor * lp.multiplierOf(y, rows[i]));
    }

    private List<TimeSeries> soft(double[] y) {
        List<TimeSeries> result = new ArrayList<>();
        for (int k = 0; k < preferences.softRows.size(); k++) {
            double sign = rules.soft().get(k) instanceof SoftPreference.DailyCap ? -1 : 1;
            result.add(multipliers(y, preferences.softRows.get(k), sign));
        }
        return result;
    }

    /** The running sum carries the weight of hard and soft caps together; what is not soft is hard. */
    private TimeSeries hardCap(double[] y, List<TimeSeries> soft) {
        return TimeSeries.generate(preferences.hardCapRow.length, day -> {
            double weight = lp.multiplierOf(y, preferences.hardCapRow[day]);
            for (int k = 0; k < soft.size(); k++) {
                if (rules.soft().get(k) instanceof SoftPreference.DailyCap && soft.get(k).length() > day) {
                    weight -= soft.get(k).at(day);
                }
            }
            return weight;
        });
    }
}
