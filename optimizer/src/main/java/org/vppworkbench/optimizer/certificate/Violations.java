package org.vppworkbench.optimizer.certificate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Largest violation per family of constraints [kW or kWh]. */
final class Violations {
    /** Families of constraints of {@code model.md} §5. */
    enum Family {
        CHARGE_BALANCE,
        BATTERY_LIMITS,
        ONE_DIRECTION,
        SALE_ABOVE_DISCHARGE,
        RESERVE_POWER,
        RESERVE_ENERGY,
        CALLED,
        BLACKOUT,
        DAILY_CAP,
        CAR_BALANCE,
        CAR_LIMITS,
        CAR_DIRECTION,
        CURTAILMENT,
        METER_LIMIT,
        REQUIRED
    }

    /** Below every violation: nothing of the family was checked. */
    private static final double UNSEEN = -1;

    private final double[] largest = new double[Family.values().length];

    Violations() {
        Arrays.fill(largest, UNSEEN);
    }

    /** Records that a quantity that must not exceed 0 was {@code excess}. */
    void atMostZero(Family family, double excess) {
        double before = largest[family.ordinal()];
        if (before == UNSEEN || !(excess <= before)) {
            largest[family.ordinal()] = Double.isNaN(excess) ? Double.POSITIVE_INFINITY : Math.max(0, excess);
        }
    }

    void within(Family family, double value, double low, double high) {
        atMostZero(family, Math.max(low - value, value - high));
    }

    void equal(Family family, double a, double b) {
        atMostZero(family, Math.abs(a - b));
    }

    /** Takes over what was found elsewhere. */
    void add(Violations other) {
        for (int k = 0; k < largest.length; k++) {
            largest[k] = Math.max(largest[k], other.largest[k]);
        }
    }

    /** Largest of all families, 0 where nothing was checked. */
    double worst() {
        double worst = 0;
        for (double violation : largest) {
            worst = Math.max(worst, violation);
        }
        return worst;
    }

    Map<String, Double> byFamily() {
        Map<String, Double> result = new TreeMap<>();
        for (Family family : Family.values()) {
            if (largest[family.ordinal()] != UNSEEN) {
                result.put(family.name(), largest[family.ordinal()]);
            }
        }
        return result;
    }
}
