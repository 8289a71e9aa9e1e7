package org.vppworkbench.negotiation.agent;

/**
 * Prices are quoted in whole cents per MWh: sellers round up, buyers down, so that no limit is
 * passed by rounding.
 */
public final class Cents {
    /** Guards prices that are whole cents already against binary fractions. */
    private static final double GUARD = 1e-7;

    private Cents() {}

    public static double up(double price) {
        return Math.ceil(price * 100 - GUARD) / 100;
    }

    public static double down(double price) {
        return Math.floor(price * 100 + GUARD) / 100;
    }
}
