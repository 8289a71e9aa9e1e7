package org.vppworkbench.model.scenario;

/**
 * Weights and tolerances of the satisfaction score ({@code model.md} §8; all assumptions, shown with the number).
 *
 * @param moneyWeight weight of money, the rest is preferences [0..1]
 * @param floorToleranceShare tolerated floor violation, share of battery capacity × 1 h
 * @param carToleranceShare tolerated energy missing in the car, share of its battery
 * @param capToleranceShare tolerated excess over the daily cap, share of the cap
 */
public record SatisfactionSettings(
        double moneyWeight, double floorToleranceShare, double carToleranceShare, double capToleranceShare) {
    public static final SatisfactionSettings DEFAULT = new SatisfactionSettings(0.5, 0.10, 0.05, 0.05);
}
