package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** One home inside a linear program: adds its columns and rows and reads its part of a solution. */
final class HomeProgram {
    private final LinearProgramBuilder lp;
    private final HomeRules rules;
    private final @Nullable BatteryColumns battery;
    private final @Nullable CarColumns car;
    private final MeterColumns meter;
    private final PreferenceRows preferences;

    HomeProgram(LinearProgramBuilder lp, HomeRules rules, Directions directions) {
        this.lp = lp;
        this.rules = rules;
        BessInputs bess = rules.home().bess();
        EvInputs ev = rules.home().ev();
        battery = bess == null ? null : new BatteryColumns(lp, rules, bess, directions);
        car = ev == null ? null : new CarColumns(lp, rules, ev);
        meter = new MeterColumns(lp, rules, battery, car);
        preferences = new PreferenceRows(lp, rules, battery, car);
    }

    /** Column in which the home sells a product, or −1. */
    int soldColumn(Product product, int t) {
        return battery == null ? -1 : battery.sold(product)[t];
    }

    /** The home's part of a point; not yet exactly feasible. */
    HomeSchedule schedule(double[] x) {
        int n = rules.intervals();
        TimeSeries none = TimeSeries.constant(n, 0);
        return new HomeSchedule(
                battery == null ? none : values(x, battery.charge, 0),
                battery == null ? none : values(x, battery.discharge, 0),
                battery == null ? none : values(x, battery.energy, 1),
                car == null ? none : values(x, car.charge, 0),
                car == null ? none : values(x, car.energy, 1),
                values(x, meter.curtailed, 0),
                battery == null ? none : values(x, battery.sold(Product.ENERGY), 0),
                battery == null ? none : values(x, battery.sold(Product.SPIN), 0),
                battery == null ? none : values(x, battery.sold(Product.NONSPIN), 0));
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
                battery == null ? none : multipliers(y, battery.reserveRow, 1),
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
