package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.Mode;

/**
 * What a home can and cannot keep: devices, meter and preferences of one home that sells nothing, each constraint that could
 * be impossible with a column for what is missing, and the least total of what is missing as objective. The least total is 0
 * exactly where the home has a schedule; selling nothing is always allowed.
 *
 * <p>Floors and trips count kWh·h, a car that is not ready kWh, the import limit kWh.
 */
public final class ElasticProgram {
    /** What may be impossible. */
    public enum Kind {
        /** Energy of the battery below the hard floor. */
        RESERVE_FLOOR("ReserveFloor", "kWh"),
        /** Energy of the car below what the owner demands at a departure. */
        EV_READY_BY("EvReadyBy", "kWh"),
        /** Energy of the car below its least energy after a trip. */
        TRIP("trip", "kWh"),
        /** Draw of the home above the limit of its meter. */
        IMPORT_LIMIT("import limit", "kW");

        private final String words;
        private final String unit;

        Kind(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        /** As the user knows it. */
        public String words() {
            return words;
        }

        public String unit() {
            return unit;
        }
    }

    /**
     * What is missing where.
     *
     * @param interval at whose start energy is missing (T: the end of the run), or in which power is
     * @param limit what is demanded [kWh or kW]
     * @param missing how much of it [kWh or kW]
     */
    public record Shortage(Kind kind, int interval, double limit, double missing) {}

    private record Elastic(Kind kind, int interval, double limit, int column) {}

    private final LinearProgramBuilder lp = new LinearProgramBuilder();
    private final List<Elastic> elastics = new ArrayList<>();
    private final ProsumerInputs home;
    private final int n;
    private final List<Shortage> certain = new ArrayList<>();
    private final LinearProgram program;

    /**
     * @param inputs that passed the check of inputs
     * @param index of the home
     */
    public ElasticProgram(RunInputs inputs, int index, Mode mode) {
        HomeRules rules = new HomeRules(inputs, index, mode);
        home = rules.home();
        n = rules.intervals();
        lp.nextOwner();
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        Columns battery = bess == null ? null : battery(bess, rules);
        Columns car = ev == null ? null : car(ev, mode.respectsPreferences() ? home.hard().evReady() : List.of());
        for (int t = 0; t < n; t++) {
            meter(t, battery, car);
        }
        lp.nextOwner();
        program = lp.build();
    }

    /** Columns in and out per interval, −1 where there are none, and energy at the start of each interval. */
    private static final class Columns {
        final int[] in;
        final int[] out;
        final int[] energy;
        final double[] mostInKw;

        Columns(int n) {
            in = new int[n];
            out = new int[n];
            energy = new int[n + 1];
            mostInKw = new double[n];
        }
    }

    public LinearProgram program() {
        return program;
    }

    /** What is missing before any column: the initial energies that no schedule can change. */
    public List<Shortage> certain() {
        return List.copyOf(certain);
    }

    /** What is missing at a point of the program, above rounding. */
    public List<Shortage> shortages(double[] x, double rounding) {
        List<Shortage> result = new ArrayList<>(certain);
        for (Elastic elastic : elastics) {
            double missing = lp.valueOf(x, elastic.column());
            if (missing > rounding) {
                result.add(new Shortage(elastic.kind(), elastic.interval(), elastic.limit(), missing));
            }
        }
        return result;
    }

    private Columns battery(BessInputs bess, HomeRules rules) {
        double low = Math.min(bess.minKwh(), bess.initialKwh());
        double first = rules.floorKwh(0);
        double high = Math.max(bess.maxKwh(), bess.initialKwh());
        Columns columns = storage(
                bess.chargeKw(), bess.dischargeKw(), bess.etaCharge(), bess.etaDischarge(), bess.initialKwh(), low, high,
                _ -> true, _ -> 0);
        if (bess.initialKwh() < first - LinearProgramBuilder.FIXED_WIDTH) {
            certain.add(new Shortage(Kind.RESERVE_FLOOR, 0, first, first - bess.initialKwh()));
        }
        for (int t = 1; t <= n; t++) {
            if (rules.floorKwh(t) > low) {
                atLeast(Kind.RESERVE_FLOOR, columns.energy[t], t, rules.floorKwh(t), low, high, DELTA_HOURS);
            }
        }
        return columns;
    }

    private Columns car(EvInputs ev, List<EvReady> ready) {
        double low = Math.min(0, ev.initialKwh() - ev.drivenKwh().sum()) - 1;
        Columns columns = storage(
                ev.chargeKw(), ev.v2gKw(), ev.eta(), ev.eta(), ev.initialKwh(), low, ev.capacityKwh(), ev.plugged()::get,
                ev.drivenKwh()::at);
        for (int t = 1; t <= n; t++) {
            atLeast(Kind.TRIP, columns.energy[t], t, ev.minKwh(), low, ev.capacityKwh(), DELTA_HOURS);
        }
        for (EvReady due : ready) {
            if (due.interval() == 0) {
                double missing = due.kwh() - ev.initialKwh();
                if (missing > LinearProgramBuilder.FIXED_WIDTH) {
                    certain.add(new Shortage(Kind.EV_READY_BY, 0, due.kwh(), missing));
                }
            } else {
                int t = due.interval();
                atLeast(Kind.EV_READY_BY, columns.energy[t], t, due.kwh(), low, ev.capacityKwh(), 1);
            }
        }
        return columns;
    }

    /** {@code energy + missing − above = limit}. */
    private void atLeast(Kind kind, int column, int t, double limit, double low, double high, double weight) {
        int row = lp.row(limit, Elimination.local(t));
        int missing = lp.column(0, limit - low + 1, -weight);
        lp.put(row, column, 1);
        lp.put(row, missing, 1);
        lp.put(row, lp.column(0, Math.max(0, high - limit) + 1, 0), -1);
        elastics.add(new Elastic(kind, t, limit, missing));
    }

    private Columns storage(
            double inKw, double outKw, double etaIn, double etaOut, double initial, double low, double high,
            IntPredicate connected, IntToDoubleFunction driven) {
        Columns c = new Columns(n);
        c.energy[0] = lp.column(initial, initial, 0);
        for (int t = 0; t < n; t++) {
            double most = connected.test(t) ? inKw : 0;
            double out = connected.test(t) ? outKw : 0;
            c.mostInKw[t] = most;
            c.in[t] = most > 0 ? lp.column(0, most, 0) : -1;
            c.out[t] = out > 0 ? lp.column(0, out, 0) : -1;
            c.energy[t + 1] = lp.column(low, high, 0);
            int row = lp.row(-driven.applyAsDouble(t), Elimination.state(t));
            lp.put(row, c.energy[t + 1], 1);
            lp.put(row, c.energy[t], -1);
            lp.putIfPresent(row, c.in[t], -etaIn * DELTA_HOURS);
            lp.putIfPresent(row, c.out[t], DELTA_HOURS / etaOut);
            if (most > 0 && out > 0) {
                int one = lp.row(out, Elimination.local(t));
                lp.put(one, c.in[t], out / most);
                lp.put(one, c.out[t], 1);
                lp.put(one, lp.column(0, out + 1, 0), 1);
            }
        }
        return c;
    }

    /** {@code chg + evc − dis − v2g − PV used − meter − over = −load}; the meter draws at most its limit, and what is over. */
    private void meter(int t, @Nullable Columns battery, @Nullable Columns car) {
        double load = home.load().at(t);
        double most = load;
        int row = lp.row(-load, Elimination.local(t));
        for (Columns device : new @Nullable Columns[] {battery, car}) {
            if (device != null) {
                most += device.mostInKw[t];
                lp.putIfPresent(row, device.in[t], 1);
                lp.putIfPresent(row, device.out[t], -1);
            }
        }
        if (home.pv().at(t) > 0) {
            lp.put(row, lp.column(0, home.pv().at(t), 0), -1);
        }
        lp.put(row, lp.column(-home.exportLimitKw(), home.importLimitKw(), 0), -1);
        int over = lp.column(0, most + 1, -DELTA_HOURS);
        lp.put(row, over, -1);
        elastics.add(new Elastic(Kind.IMPORT_LIMIT, t, home.importLimitKw(), over));
    }
}
