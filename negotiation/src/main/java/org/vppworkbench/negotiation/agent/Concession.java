package org.vppworkbench.negotiation.agent;

/**
 * Time-dependent tactics (Faratin, Sierra, Jennings 1998, <i>Negotiation decision functions for
 * autonomous agents</i>, Robotics and Autonomous Systems 24). β below 1 is Boulware (holds out),
 * above 1 Conceder (gives in early).
 */
public final class Concession {
    private Concession() {}

    /**
     * {@code α(t) = k + (1 − k)·(min(t, T)/T)^(1/β)}.
     *
     * @param initial k, share conceded at once [0..1]
     * @param time t, from 0
     * @param deadline T; where it is 0 all is conceded at once
     * @param exponent β, above 0
     * @return share of the way from the opening to the limit [0..1]
     */
    public static double polynomial(double initial, double time, double deadline, double exponent) {
        return initial + (1 - initial) * Math.pow(elapsed(time, deadline), 1 / exponent);
    }

    /** {@code α(t) = exp((1 − min(t, T)/T)^β · ln k)}, k in (0, 1]. */
    public static double exponential(double initial, double time, double deadline, double exponent) {
        return Math.exp(Math.pow(1 - elapsed(time, deadline), exponent) * Math.log(initial));
    }

    /** The price a share α of the way from the opening price to the limit [$/MWh]. */
    public static double price(double opening, double limit, double alpha) {
        return opening + alpha * (limit - opening);
    }

    private static double elapsed(double time, double deadline) {
        return deadline <= 0 ? 1 : Math.min(time, deadline) / deadline;
    }
}
