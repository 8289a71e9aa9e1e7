package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.lp.FleetProgram;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * The linear program of one mode, in the steps of {@link CentralOptimum#solveRelaxation}: solve, replay, certify. For
 * measurements, which time each of them, and for the comparison of solvers.
 *
 * @param plan what the solver returned; not yet exactly feasible
 * @param multipliers row multipliers the solver returned
 * @param iterations iterations of all linear programs
 * @param stopped whether the caller stopped it; plan and multipliers are then the best so far
 * @param problem why the solver broke down, in words; else empty
 */
public record LinearOptimum(FleetSchedule plan, FleetMultipliers multipliers, int iterations, boolean stopped, String problem) {

    /**
     * Size of the linear programs of a mode.
     *
     * @param programs how many there are: one of all homes that sell, and one of each other home
     * @param columns columns of all
     * @param rows rows of all
     * @param entries coefficients other than zero of all
     * @param largest columns of the largest
     */
    public record Size(int programs, int columns, int rows, int entries, int largest) {}

    /**
     * Builds and solves.
     *
     * @throws IllegalArgumentException for inputs that contradict {@code model.md}
     * @throws java.util.concurrent.CancellationException where it was cancelled before there was a plan
     */
    public static LinearOptimum solve(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled) {
        InputCheck.check(inputs);
        Relaxation relaxation = Relaxation.solve(inputs, mode, options, progress, cancelled);
        return new LinearOptimum(
                relaxation.plan(), relaxation.multipliers(), relaxation.iterations(), relaxation.cancelled(),
                relaxation.problem());
    }

    /** The plan replayed, so that its balances hold exactly. */
    public FleetSchedule replayed(RunInputs inputs, Mode mode) {
        return ScheduleRepair.repair(inputs, mode, Directionality.RELAXED, plan);
    }

    /** The certificate of a replayed plan and these multipliers. */
    public Certificate certify(RunInputs inputs, Mode mode, FleetSchedule replayed) {
        return Certificate.of(inputs, mode, Directionality.RELAXED, replayed, multipliers);
    }

    /** The linear programs of a mode as solvers get them: all homes that sell first, then every other home. */
    public static List<LinearProgram> programs(RunInputs inputs, Mode mode) {
        List<LinearProgram> programs = new ArrayList<>();
        for (List<Integer> group : Relaxation.groups(inputs, mode)) {
            programs.add(new FleetProgram(inputs, mode, group, _ -> HomeDirections.FREE, () -> {}).program());
        }
        return programs;
    }

    /** Size of the linear programs of a mode. */
    public static Size size(RunInputs inputs, Mode mode) {
        int columns = 0;
        int rows = 0;
        int entries = 0;
        int largest = 0;
        List<LinearProgram> programs = programs(inputs, mode);
        for (LinearProgram lp : programs) {
            columns += lp.columns();
            rows += lp.rows();
            entries += lp.start(lp.columns());
            largest = Math.max(largest, lp.columns());
        }
        return new Size(programs.size(), columns, rows, entries, largest);
    }
}
