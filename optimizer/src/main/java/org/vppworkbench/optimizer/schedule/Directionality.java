package org.vppworkbench.optimizer.schedule;

/** Whether a battery may split an interval between charging and discharging. */
public enum Directionality {
    /** {@code chg/Pc + dis/Pd ≤ 1}: the linear program of {@code model.md} §5. */
    RELAXED,
    /** One direction per interval: what can be carried out ({@code model.md} §2). */
    EXCLUSIVE
}
