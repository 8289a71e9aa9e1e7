package org.vppworkbench.model.fleet;

/** When the car charges. */
public enum CarPlanKind {
    /** In its cheapest plugged hours before departure. */
    CHEAPEST,
    /** At full power from arrival until full. */
    ON_ARRIVAL,
    /** At full power in the cheapest price period only, and earlier where a departure needs it. */
    OFF_PEAK
}
