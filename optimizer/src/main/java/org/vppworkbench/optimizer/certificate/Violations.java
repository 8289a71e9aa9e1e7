package org.vppworkbench.optimizer.certificate;

import java.util.EnumMap;
import java.util.Map;

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

    private final Map<Family, Double> largest = new EnumMap<>(Family.class);

    /** Records that a quantity that must not exceed 0 was {@code excess}. */
    void atMostZero(Family family, double excess) {
        double violation = Double.isNaN(excess) ? Double.POSITIVE_INFINITY : Math.max(0, excess);
        largest.merge(family, violation, Math::max);
    }

    void within(Family family, double value, double low, double high) {
        atMostZero(family, Math.max(low - value, value - high));
    }

    void equal(Family family, double a, double b) {
        atMostZero(family, Math.abs(a - b));
    }

    Map<String, Double> byFamily() {
        Map<String, Double> result = new java.util.TreeMap<>();
        largest.forEach((family, value) -> result.put(family.name(), value));
        return result;
    }
}
