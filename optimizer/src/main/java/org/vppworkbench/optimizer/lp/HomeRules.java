package org.vppworkbench.optimizer.lp;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.Mode;

/** What a mode asks of one home: floors, windows, caps and where it may sell. */
public final class HomeRules {
    /** A box that never binds before D does. */
    static final double WIDE = 2;

    private final RunInputs inputs;
    private final ProsumerInputs home;
    private final Mode mode;
    private final boolean[] blackout;
    private final boolean[] called;
    private final double[] evLeast;
    private final double[] floor;
    private final double room;

    public HomeRules(RunInputs inputs, int index, Mode mode) {
        this(inputs, index, mode, WIDE);
    }

    /**
     * @param room how much of D the box of a sale holds: {@link #WIDE} where rows keep D, 1 where nothing else does
     */
    HomeRules(RunInputs inputs, int index, Mode mode, double room) {
        this.room = room;
        this.inputs = inputs;
        this.home = inputs.prosumers().get(index);
        this.mode = mode;
        int n = inputs.horizon().intervals();
        blackout = new boolean[n];
        if (mode.respectsPreferences()) {
            home.hard().blackoutIntervals().forEach(t -> blackout[t] = true);
        }
        called = new boolean[n];
        inputs.calledIntervals().forEach(t -> called[t] = true);
        floor = new double[n + 1];
        BessInputs bess = home.bess();
        if (bess != null) {
            Arrays.setAll(floor, t -> mode.respectsPreferences() ? home.hard().floorKwh(bess, t) : bess.minKwh());
        }
        evLeast = new double[n + 1];
        EvInputs ev = home.ev();
        if (ev != null) {
            Arrays.fill(evLeast, ev.minKwh());
            if (mode.respectsPreferences()) {
                for (EvReady ready : home.hard().evReady()) {
                    evLeast[ready.interval()] = Math.max(evLeast[ready.interval()], ready.kwh());
                }
            }
        }
    }

    public ProsumerInputs home() {
        return home;
    }

    public RunInputs inputs() {
        return inputs;
    }

    public int intervals() {
        return blackout.length;
    }

    public Horizon horizon() {
        return inputs.horizon();
    }

    /** Whether reserve is called in an interval: then it is delivered instead of held. */
    public boolean called(int t) {
        return called[t];
    }

    /** Whether the home may sell a product in an interval: energy from battery or car, reserve only with a battery. */
    public boolean sells(Product product, int t) {
        return mode.sells()
                && (home.bess() != null || (product == Product.ENERGY && v2gKw(t) > 0))
                && !blackout[t]
                && inputs.prices().of(product) != null
                && inputs.required().kw(product, Horizon.hourOf(t)) > 0;
    }

    /** Most the car may discharge in an interval [kW]. */
    public double v2gKw(int t) {
        EvInputs ev = home.ev();
        return ev != null && ev.plugged().get(t) ? ev.v2gKw() : 0;
    }

    /** A box for a sale of at most {@code physical} kW [kW]. */
    double saleBoxKw(Product product, int t, double physical) {
        return Math.min(physical, room * inputs.required().kw(product, Horizon.hourOf(t)));
    }

    public boolean sellsReserve(int t) {
        return sells(Product.SPIN, t) || sells(Product.NONSPIN, t);
    }

    /** Whether the home may sell anything at all. */
    public boolean sellsAnything() {
        for (int t = 0; t < intervals(); t++) {
            for (Product product : Product.values()) {
                if (sells(product, t)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Least battery energy that binds in this mode at the start of interval {@code boundary} (T: at the end), 0 without a
     * battery [kWh].
     */
    public double floorKwh(int boundary) {
        return floor[boundary];
    }

    /** Least energy in the car at the start of interval {@code t} (t = T: at the end) [kWh]. */
    public double evLeastKwh(int t) {
        return evLeast[t];
    }

    /** The hard cap of a local day that binds in this mode [kWh]. */
    public @Nullable Double dailyCapKwh(int day) {
        return mode.respectsPreferences() ? home.hard().capKwh(horizon().dayStart(day)) : null;
    }

    /** Soft preferences that cost in this mode. */
    public List<SoftPreference> soft() {
        return mode.respectsPreferences() ? home.soft() : List.of();
    }
}
