package org.vppworkbench.model.physics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;

/**
 * When a car charges, and when it feeds the home: its part of the optimum of the home's own linear program, battery
 * included ({@link PlanProgram}). Of equally cheap schedules the earliest is taken.
 */
final class CarPlan {
    /** Money by which the schedule may miss the optimum of the window [$]. */
    private static final double GAP_USD = 1e-5;

    /** Powers below this are left away [kW]. */
    private static final double NOTHING_KW = 1e-3;

    private final ProsumerInputs home;
    private final EvInputs ev;

    CarPlan(ProsumerInputs home, EvInputs ev) {
        this.home = home;
        this.ev = ev;
    }

    /**
     * The car's power per step of the window, negative where it feeds the home [kW]; {@code null} where the solver found no
     * optimum.
     */
    double @Nullable [] plan(PlanWindow window, HomeState state, Commitments sold) {
        PlanProgram program = new PlanProgram(home, window, state.bessKwh(), state.evKwh(), sold);
        InteriorPoint solver = new InteriorPoint(program);
        return solver.solve(GAP_USD) ? schedule(window, program, solver, state.evKwh()) : null;
    }

    /** Follows the energies of the solution in one direction per step, within the limits of the car to the last digit. */
    private double[] schedule(PlanWindow window, PlanProgram program, InteriorPoint solver, double startKwh) {
        double[] kw = new double[window.steps];
        double energy = startKwh;
        for (int k = 0; k < window.steps; k++) {
            double in = ev.eta() * window.hours[k];
            double out = window.hours[k] / ev.eta();
            double change = in * program.power(PlanProgram.CAR_IN, k, solver) - out * program.power(PlanProgram.CAR_OUT, k, solver);
            double power = change >= 0 ? change / in : change / out;
            if (Math.abs(power) < NOTHING_KW) {
                power = 0;
            }
            double driven = window.drivenKwh[k];
            double most = Math.min(window.carInKw[k], Math.max(0, (ev.capacityKwh() - energy) / in));
            double spare = energy - driven - window.carLeastKwh[k + 1];
            double least = spare >= 0 ? -Math.min(window.carOutKw[k], spare / out) : -spare / in;
            kw[k] = Math.min(Math.max(power, least), most);
            energy += (kw[k] >= 0 ? in : out) * kw[k] - driven;
        }
        return kw;
    }
}
