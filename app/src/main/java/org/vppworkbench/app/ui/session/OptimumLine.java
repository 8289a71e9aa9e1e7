package org.vppworkbench.app.ui.session;

/**
 * One certified optimum as shown.
 *
 * @param mode HOME, AWARE or BLIND
 * @param status what is known, such as {@code OPTIMAL}
 * @param objectiveUsd welfare of a schedule that can be carried out [$]
 * @param upperBoundUsd certified upper bound [$]
 * @param relativeGap gap as a share of the money at stake
 * @param maxViolation largest violation of any constraint [kW or kWh]
 * @param iterations solver steps
 * @param solver name and version
 */
public record OptimumLine(
    String mode,
    String status,
    double objectiveUsd,
    double upperBoundUsd,
    double relativeGap,
    double maxViolation,
    int iterations,
    String solver) {}
