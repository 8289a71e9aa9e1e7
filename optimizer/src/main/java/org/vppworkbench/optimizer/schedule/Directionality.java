package org.vppworkbench.optimizer.schedule;

/** Whether a battery or a car may split an interval between charging and discharging. */
public enum Directionality {
    /** {@code chg/Pc + dis/Pd ≤ 1} and {@code evc/Pev + v2g/Pv2g ≤ 1}: the linear program of {@code model.md} §5. */
    RELAXED,
    /** One direction per interval: what can be carried out ({@code model.md} §2). */
    EXCLUSIVE
}
