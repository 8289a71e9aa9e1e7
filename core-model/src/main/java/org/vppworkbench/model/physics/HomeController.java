package org.vppworkbench.model.physics;

/**
 * A home's own use of its devices. It proposes; the {@link Dispatcher} delivers contracts first and enforces physics and
 * hard preferences, so that no controller, however adversarial, can break them.
 */
public interface HomeController {
    /**
     * Called at every local midnight and after every new contract.
     *
     * @param t next interval
     * @param state state at its start
     * @param commitments everything sold so far
     * @param newDay whether this is a local midnight or the start of the run (plans are made anew)
     */
    void replan(int t, HomeState state, Commitments commitments, boolean newDay);

    /**
     * Power the battery would use for the home itself, beyond what is sold: positive discharges, negative charges [kW].
     *
     * @param t the interval
     * @param state state at its start
     * @param soldKw energy being delivered in this interval [kW]
     * @param site what the home measures in this interval
     */
    double batteryKw(int t, HomeState state, double soldKw, SiteReading site);

    /** Power of the car for the home itself [kW]: positive charges, negative feeds the home (V2G). */
    double carKw(int t, HomeState state);

    /**
     * The interval up to which (exclusive) the consequences of a contract must be simulated before {@link #tail} values
     * the rest.
     *
     * @param contractEnd first interval after the contract's hour
     */
    int valuationEnd(int contractEnd);

    /** Whether the home goes on in the same way from the same state whatever it planned before. */
    default boolean followsStateAlone() {
        return true;
    }

    /** Value of the state at the end of interval {@code t} [$], up to what a contract cannot change. */
    double tail(int t, HomeState state);

    /**
     * An independent copy for a what-if. It keeps following the plan at hand: what the home will plan at the next midnight
     * it does not know yet.
     */
    HomeController copy();
}
