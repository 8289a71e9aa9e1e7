package org.vppworkbench.optimizer.certificate;

import org.vppworkbench.model.numerics.OutwardSum;

/**
 * What is left of a battery or a car in {@link DualBound} once its energies are bounded apart: a price on every kW that
 * flows in or out in an interval.
 */
interface StorageBound {
    /** Adds what does not depend on the powers: the better end of every energy box, trips, the value at the end. */
    void addEnergies(OutwardSum total);

    /** Worth of a kW charged throughout the interval [$]. */
    double chargeUsd(int t);

    /** Worth of a kW discharged throughout the interval, before it is sold [$]. */
    double dischargeUsd(int t);

    /** Most that flows in [kW]. */
    double inKw(int t);

    /** Most that flows out [kW]. */
    double outKw(int t);

    /** Magnitude of what makes up {@link #chargeUsd} and {@link #dischargeUsd}, for the rounding margin [$ per kW]. */
    double size(int t);
}
