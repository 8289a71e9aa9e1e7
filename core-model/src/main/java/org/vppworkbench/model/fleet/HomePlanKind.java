package org.vppworkbench.model.fleet;

/** What the battery does without a contract ({@code model.md} §2). */
public enum HomePlanKind {
    /** Follows a storage value function on bill, degradation and end value. */
    BILL_OPTIMAL,
    /** Charges PV surplus, discharges for own load. */
    SELF_CONSUMPTION,
    /** Charges PV surplus, discharges for own load only above the off-peak price. */
    TOU,
    /** Charges PV surplus, never discharges. */
    BACKUP_ONLY
}
