package org.vppworkbench.sample;

/**
 * How common devices and plans are in a generated fleet. All shares in [0..1] and assumptions; {@code domain.md} §3.4
 * has measured ones for comparison.
 *
 * @param pv share of homes with a roof
 * @param bessGivenPv share of roofs with a battery
 * @param bessWithoutPv share of homes without a roof that have a battery
 * @param ev share of homes with a car
 * @param prime share on TOU-D-PRIME with NBT
 * @param fourToNine share on TOU-D-4-9PM with NEM 2.0; the rest is on the flat plan
 */
public record AdoptionRates(
        double pv, double bessGivenPv, double bessWithoutPv, double ev, double prime, double fourToNine) {
    /** Much richer in devices than any street, so that small fleets have something to sell. */
    public static final AdoptionRates LABORATORY = new AdoptionRates(0.75, 0.8, 0.1, 0.5, 0.5, 0.4);

    public AdoptionRates {
        for (double share : new double[] {pv, bessGivenPv, bessWithoutPv, ev, prime, fourToNine, prime + fourToNine}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share " + share + " is not in [0, 1]");
            }
        }
    }
}
