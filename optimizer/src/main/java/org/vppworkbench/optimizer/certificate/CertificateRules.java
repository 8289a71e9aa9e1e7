package org.vppworkbench.optimizer.certificate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.Mode;

/** The certificate's own reading of what a mode allows, straight from {@code model.md} §5. */
final class CertificateRules {
    private final RunInputs inputs;
    private final Mode mode;
    private final int[] dayStart;
    private final boolean[] called;

    CertificateRules(RunInputs inputs, Mode mode) {
        this.inputs = inputs;
        this.mode = mode;
        this.dayStart = new int[inputs.horizon().days() + 1];
        for (int day = 1; day < dayStart.length; day++) {
            dayStart[day] = inputs.horizon().dayStart(day);
        }
        this.called = new boolean[intervals()];
        for (int t : inputs.calledIntervals()) {
            called[t] = true;
        }
    }

    /** Number of intervals T; the horizon would ask the calendar each time. */
    int intervals() {
        return dayStart[dayStart.length - 1];
    }

    int days() {
        return dayStart.length - 1;
    }

    /** First interval of a local day; T for {@link #days()}. */
    int dayStart(int day) {
        return dayStart[day];
    }

    /**
     * What the 30-minute test in an interval leaves alone: the lower of the floors at its start and end [kWh].
     *
     * @param floor least energy after each interval
     */
    double behindReserveKwh(ProsumerInputs home, BessInputs bess, double[] floor, int t) {
        Double first = t > 0 || mode == Mode.BLIND ? null : home.hard().reserveKwh(0);
        double start = t > 0 ? floor[t - 1] : Math.max(bess.minKwh(), first == null ? 0 : first);
        return Math.min(start, floor[t]);
    }

    /**
     * Least battery energy after interval {@code t} (at the start of {@code t + 1}) per {@code t}: that of the interval, and
     * where the next one has a higher one, that [kWh].
     */
    double[] floorKwh(ProsumerInputs home, BessInputs bess) {
        double[] set = new double[intervals()];
        Double first = home.hard().reserveFloorKwh();
        Arrays.fill(set, mode == Mode.BLIND || first == null ? bess.minKwh() : Math.max(first, bess.minKwh()));
        if (mode != Mode.BLIND) {
            for (LimitChange change : home.hard().floorChanges()) {
                Arrays.fill(set, change.interval(), set.length, Math.max(change.kwh(), bess.minKwh()));
            }
        }
        double[] least = set.clone();
        for (int t = 0; t + 1 < set.length; t++) {
            least[t] = Math.max(set[t], set[t + 1]);
        }
        return least;
    }

    /** D of an interval, 0 where nothing is bought in this mode [kW]. */
    double requiredKw(Product product, int t) {
        boolean traded = mode != Mode.HOME && inputs.prices().of(product) != null;
        return traded ? Math.max(0, inputs.required().kw(product, Horizon.hourOf(t))) : 0;
    }

    /** Whether reserve is called and delivered in an interval instead of held. */
    boolean called(int t) {
        return called[t];
    }

    /** Per interval, whether a hard blackout forbids all sales of the home. */
    boolean[] blackout(ProsumerInputs home) {
        boolean[] result = new boolean[intervals()];
        if (mode != Mode.BLIND) {
            for (int t : home.hard().blackoutIntervals()) {
                result[t] = true;
            }
        }
        return result;
    }

    /** Least car energy after interval {@code t} (at the start of {@code t + 1}) per {@code t} [kWh]. */
    double[] evLeast(ProsumerInputs home, double minKwh) {
        double[] least = new double[intervals()];
        Arrays.fill(least, minKwh);
        if (mode != Mode.BLIND) {
            for (EvReady ready : home.hard().evReady()) {
                if (ready.interval() > 0) {
                    least[ready.interval() - 1] = Math.max(least[ready.interval() - 1], ready.kwh());
                }
            }
        }
        return least;
    }

    @Nullable Double dailyCapKwh(ProsumerInputs home, int day) {
        return mode == Mode.BLIND ? null : home.hard().capKwh(dayStart(day));
    }

    List<SoftPreference> soft(ProsumerInputs home) {
        return mode == Mode.BLIND ? List.of() : home.soft();
    }
}
