package org.vppworkbench.model.physics;

/**
 * The physical state of a home at the start of an interval.
 *
 * @param bessKwh energy in the battery, 0 without one [kWh]
 * @param evKwh energy in the car, 0 without one [kWh]
 * @param soldTodayKwh energy sold since local midnight [kWh]
 * @param calledKwh energy that contingency calls have drained from storage since the hour began [kWh]
 */
public record HomeState(double bessKwh, double evKwh, double soldTodayKwh, double calledKwh) {
    public HomeState(double bessKwh, double evKwh, double soldTodayKwh) {
        this(bessKwh, evKwh, soldTodayKwh, 0);
    }
}
