package org.vppworkbench.optimizer.oneway;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.optimizer.lp.Storage;

/**
 * The best powers of one battery or car, one direction per interval, everything else of the home given: dynamic programming backwards over
 * the stored energy on a grid, linear between its points, then forwards with exact energies. Tried in every interval are the powers at which
 * the money of the interval has a kink (idle, full power, the window, own use met, D used up) and those that lead to a point of the grid.
 */
final class StorageSearch {
    /** Intervals of the grid over the window of the storage. */
    private static final int STEPS = 48;

    /** Price of energy missing below what must be stored, far above any money at stake [$/kWh]. */
    private static final double FORBIDDEN = 1e5;

    private static final int ENERGY = Product.ENERGY.ordinal();
    private static final int SPIN = Product.SPIN.ordinal();
    private static final int NONSPIN = Product.NONSPIN.ordinal();

    private final HomeMoney money;
    private final Storage storage;
    private final boolean isCar;
    private final HomePowers powers;
    private final int n;
    private final double low;
    private final double width;
    private final double[][] worth;
    private double[] tried = new double[16];
    private int tries;

    StorageSearch(HomeMoney money, Storage storage, boolean isCar, HomePowers powers) {
        this.money = money;
        this.storage = storage;
        this.isCar = isCar;
        this.powers = powers;
        n = money.rules().intervals();
        double least = storage.initialKwh();
        for (int t = 0; t <= n; t++) {
            least = Math.min(least, storage.leastKwh(t));
        }
        low = least;
        width = Math.max(1e-9, (Math.max(storage.mostKwh(), storage.initialKwh()) - least) / STEPS);
        worth = new double[n + 1][STEPS + 1];
    }

    /** Backwards: what stored energy is worth at the start of every interval. */
    void value() {
        double end = money.rules().home().endValuePerKwh();
        for (int g = 0; g <= STEPS; g++) {
            worth[n][g] = end * (low + g * width);
        }
        charge(n);
        for (int t = n - 1; t >= 0; t--) {
            for (int g = 0; g <= STEPS; g++) {
                double stored = low + g * width;
                attempt(t, stored);
                double best = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < tries; k++) {
                    best = Math.max(best, interval(t, stored, tried[k]) + worthAt(t + 1, after(t, stored, tried[k])));
                }
                worth[t][g] = best;
            }
            charge(t);
        }
    }

    /** Takes off what stored energies cost at the start of an interval. */
    private void charge(int t) {
        for (int g = 0; g <= STEPS && t > 0; g++) {
            worth[t][g] -= discomfort(t, low + g * width);
        }
    }

    /** Forwards: writes the best powers, energies and sales into the powers of the home; returns their money, D paid for [$]. */
    double follow() {
        return follow(null);
    }

    /** The same with given powers instead of the best; the sales are still the best in what room there is. */
    double follow(double @Nullable [] given) {
        double stored = storage.initialKwh();
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double kw = given == null ? best(t, stored) : given[t];
            sum += interval(t, stored, kw) - (t == 0 ? 0 : discomfort(t, stored));
            powers.sell(t, money);
            powers.move(isCar, t, kw, stored);
            stored = after(t, stored, kw);
        }
        return sum + worthAt(n, stored);
    }

    private double best(int t, double stored) {
        attempt(t, stored);
        double best = Double.NEGATIVE_INFINITY;
        double kw = 0;
        for (int k = 0; k < tries; k++) {
            double usd = interval(t, stored, tried[k]) + worthAt(t + 1, after(t, stored, tried[k]));
            if (usd > best) {
                best = usd;
                kw = tried[k];
            }
        }
        return kw;
    }

    /** Money of an interval, wear included [$]. */
    private double interval(int t, double stored, double kw) {
        double usd = isCar
                ? money.usd(t, powers.batteryKw(t), powers.batteryKwh(t), kw)
                : money.usd(t, kw, stored, powers.carKw(t));
        return usd - storage.wearPerKwh() * Math.max(0, kw) * DELTA_HOURS;
    }

    /** What an energy at the start of an interval costs: soft preferences, and what must be stored [$]. */
    private double discomfort(int t, double stored) {
        double usd = FORBIDDEN * Math.max(0, storage.leastKwh(t) - stored);
        for (SoftPreference soft : money.rules().soft()) {
            if (!isCar && soft instanceof SoftPreference.Floor f) {
                usd += f.usdPerUnit() * DELTA_HOURS * Math.max(0, f.limitKwh() - stored);
            } else if (isCar && soft instanceof SoftPreference.CarReady r && r.interval() == t) {
                usd += r.usdPerUnit() * Math.max(0, r.limitKwh() - stored);
            }
        }
        return usd;
    }

    private double after(int t, double stored, double kw) {
        double change = kw > 0 ? -kw / storage.etaDischarge() : -kw * storage.etaCharge();
        return stored - storage.drivenKwh(t) + change * DELTA_HOURS;
    }

    private double worthAt(int t, double stored) {
        double[] at = worth[t];
        double place = (stored - low) / width;
        if (place <= 0) {
            return at[0] + FORBIDDEN * place * width;
        }
        if (place >= STEPS) {
            return at[STEPS];
        }
        int g = (int) place;
        return at[g] + (place - g) * (at[g + 1] - at[g]);
    }

    /** Fills the list of powers to try from an energy. */
    private void attempt(int t, double stored) {
        tries = 0;
        double base = stored - storage.drivenKwh(t);
        double in = Math.clamp(
                (low + STEPS * width - base) / (storage.etaCharge() * DELTA_HOURS), 0, storage.chargeKw(t));
        double out = Math.clamp((base - low) * storage.etaDischarge() / DELTA_HOURS, 0, storage.dischargeKw(t));
        add(0);
        if (in > 0) {
            add(-in);
        }
        if (out > 0) {
            add(out);
        }
        if (in + out <= 0) {
            return;
        }
        double least = storage.leastKwh(t + 1);
        if (!isCar && least > low) {
            double change = (least - base) / DELTA_HOURS;
            between(change > 0 ? -change / storage.etaCharge() : -change * storage.etaDischarge(), in, out);
        }
        double other = isCar ? powers.batteryKw(t) : powers.carKw(t);
        double room = money.roomKw(ENERGY, t) - Math.max(0, other);
        double own = -money.fixedKw(t) - other;
        between(own, in, out);
        between(room, in, out);
        between(room + Math.max(0, own), in, out);
        if (!isCar) {
            double spin = money.roomKw(SPIN, t);
            double nonSpin = money.roomKw(NONSPIN, t);
            if (spin + nonSpin > 0) {
                between(storage.dischargeKw(t) - spin - nonSpin, in, out);
                between(storage.dischargeKw(t) - spin, in, out);
                between(storage.dischargeKw(t) - nonSpin, in, out);
            }
        }
        int from = (int) Math.ceil((base - out * DELTA_HOURS / storage.etaDischarge() - low) / width + 1e-9);
        int to = (int) Math.floor((base + in * DELTA_HOURS * storage.etaCharge() - low) / width - 1e-9);
        for (int g = Math.max(0, from); g <= Math.min(STEPS, to); g++) {
            double change = (low + g * width - base) / DELTA_HOURS;
            add(change > 0 ? -change / storage.etaCharge() : -change * storage.etaDischarge());
        }
    }

    private void between(double kw, double in, double out) {
        if (kw > -in && kw < out) {
            add(kw);
        }
    }

    private void add(double kw) {
        if (tries == tried.length) {
            tried = Arrays.copyOf(tried, 2 * tries);
        }
        tried[tries++] = kw;
    }
}
