package org.vppworkbench.optimizer.solver;

/**
 * What is left of {@code M = A·H⁻¹·Aᵀ} once every home has eliminated its own rows: the chains of states of the homes, and the rows of the
 * fleet that hold them together. There are two ways to go on, and {@link NormalEquations} takes the one that costs less.
 */
sealed interface FleetCoupling permits TimeChain, FleetSchur {
    /**
     * Factorises.
     *
     * @param fleetDiagonal what the fleet's own columns add to the diagonal of its rows
     */
    void update(double[] fleetDiagonal);

    /** Replaces the states and fleet rows of {@code b} by the solution; all other rows stay as they are. */
    void solve(double[] b);
}
