package org.vppworkbench.model.metrics;

/**
 * How one preference of one home was kept.
 *
 * @param prosumer id of the home
 * @param type as in the fleet file, such as {@code ReserveFloor}
 * @param hard whether it binds
 * @param checks how often it could have been broken
 * @param violations how often it was
 * @param severity integral of the violation, in {@code unit}
 * @param unit {@code kWh.h}, {@code kWh} or {@code contracts}
 * @param kept m_c of {@code model.md} §8, 1 where nothing was broken [0..1]
 */
public record PreferenceCheck(
        String prosumer, String type, boolean hard, int checks, int violations, double severity, String unit, double kept) {}
