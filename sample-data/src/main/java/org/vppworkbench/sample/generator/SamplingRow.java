package org.vppworkbench.sample.generator;

/**
 * One quantity of a generated fleet.
 *
 * @param parameter where it stands among the parameters, or {@code derived}
 * @param quantity in words
 * @param asked what was asked for; NaN where there is no such number
 * @param drawn what the fleet has; NaN where the fleet has no case
 * @param unit unit, or empty
 * @param cases number of homes, cars, trips … that {@code drawn} is taken over
 * @param source source tag of what was asked for
 */
public record SamplingRow(
        String parameter, String quantity, double asked, double drawn, String unit, int cases, String source) {}
