package org.vppworkbench.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.solver.InteriorPointSolver;

/**
 * The central optimum of {@code model.md} §5 with perfect foresight: the comparator of every mechanism. Results are
 * deterministic: the same inputs and options give the same bits.
 */
public final class CentralOptimum {
    private CentralOptimum() {}

    /**
     * Solves one mode over the whole horizon. The yardstick of the relative gap is that of the options (1 $ by default).
     *
     * @param cancelled polled in every Newton step; once true, the result is {@link OptimumStatus#CANCELLED}
     * @return a certified result; never a claim the certificate does not bear out
     * @throws IllegalArgumentException for inputs outside what is covered (V2G, called intervals, contradicting prices)
     */
    public static OptimumResult solve(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled) {
        InputCheck.check(inputs);
        Optional<String> problem = InputCheck.infeasible(inputs, mode);
        if (problem.isPresent()) {
            return OptimumResult.none(mode, OptimumStatus.INFEASIBLE, problem.get(), InteriorPointSolver.NAME);
        }
        Relaxation relaxation = Relaxation.solve(inputs, mode, options, progress, cancelled);
        if (relaxation.cancelled()) {
            return OptimumResult.none(mode, OptimumStatus.CANCELLED, "cancelled", InteriorPointSolver.NAME);
        }
        FleetSchedule schedule = ScheduleRepair.repair(inputs, mode, relaxation.plan());
        Certificate certificate = Certificate.of(inputs, mode, schedule, relaxation.multipliers());
        double raw = Certificate.of(inputs, mode, relaxation.plan(), relaxation.multipliers()).welfareUsd();
        OptimumResult result = new OptimumResult(
                mode,
                OptimumStatus.NOT_PROVED,
                certificate.welfareUsd(),
                raw,
                certificate.upperBoundUsd(),
                certificate.relativeGap(options.yardstickUsd()),
                options.yardstickUsd(),
                certificate.maxViolation(),
                certificate.violations(),
                relaxation.iterations(),
                InteriorPointSolver.NAME,
                "",
                schedule,
                relaxation.multipliers());
        return result.judged(certificate.upperBoundUsd(), options.yardstickUsd(), options.relativeGap());
    }

    /**
     * HOME, AWARE and BLIND, in this order, with the common yardstick UB(AWARE) − UB(HOME). A bound of a mode that allows
     * more also bounds the modes that allow less, so UB(BLIND) ≥ UB(AWARE) ≥ UB(HOME) holds exactly.
     */
    public static List<OptimumResult> solveAll(
            RunInputs inputs, Options options, Progress progress, BooleanSupplier cancelled) {
        OptimumResult home = solve(inputs, Mode.HOME, options, progress, cancelled);
        OptimumResult aware = solve(inputs, Mode.AWARE, options, progress, cancelled);
        OptimumResult blind = solve(inputs, Mode.BLIND, options, progress, cancelled);
        double awareBound = Math.min(aware.upperBoundUsd(), blind.upperBoundUsd());
        double homeBound = Math.min(home.upperBoundUsd(), awareBound);
        double difference = awareBound - homeBound;
        double yardstick = Double.isFinite(difference) ? Math.max(Certificate.LEAST_YARDSTICK_USD, difference) : 1;
        return List.of(
                home.judged(homeBound, yardstick, options.relativeGap()),
                aware.judged(awareBound, yardstick, options.relativeGap()),
                blind.judged(blind.upperBoundUsd(), yardstick, options.relativeGap()));
    }
}
