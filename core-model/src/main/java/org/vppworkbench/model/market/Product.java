package org.vppworkbench.model.market;

/** What can be sold. Order is the tie-break of the hourly timeline ({@code model.md} §3). */
public enum Product {
    ENERGY,
    SPIN,
    NONSPIN;

    public boolean isReserve() {
        return this != ENERGY;
    }
}
