package org.vppworkbench.model.fleet;

/** Retail plans of {@code model.md} §1. */
public enum TariffPlan {
    TOU_D_PRIME_NBT,
    TOU_D_4_9PM_NEM2,
    FLAT,
    WHOLESALE
}
