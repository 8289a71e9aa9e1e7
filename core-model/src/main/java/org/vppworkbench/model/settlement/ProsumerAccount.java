package org.vppworkbench.model.settlement;

/**
 * What one home paid and received over some period ({@code model.md} §4) [$].
 *
 * @param billUsd retail bill
 * @param degradationUsd battery and V2G wear
 * @param discomfortUsd price of broken soft preferences
 * @param paymentUsd received from the aggregator, less compensation for shortfall
 * @param endValueUsd value of the change of stored energy
 */
public record ProsumerAccount(
        double billUsd, double degradationUsd, double discomfortUsd, double paymentUsd, double endValueUsd) {
    public static final ProsumerAccount ZERO = new ProsumerAccount(0, 0, 0, 0, 0);

    /** U_i of {@code model.md} §4 [$]. */
    public double utilityUsd() {
        return paymentUsd - billUsd - degradationUsd - discomfortUsd + endValueUsd;
    }

    public ProsumerAccount plus(ProsumerAccount other) {
        return new ProsumerAccount(
                billUsd + other.billUsd,
                degradationUsd + other.degradationUsd,
                discomfortUsd + other.discomfortUsd,
                paymentUsd + other.paymentUsd,
                endValueUsd + other.endValueUsd);
    }
}
