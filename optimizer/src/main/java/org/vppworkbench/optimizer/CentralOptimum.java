package org.vppworkbench.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.certificate.InfeasibilityProof;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

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
     * @throws InvalidInputsException for inputs that contradict {@code model.md}: calls without a real-time price, an export credit
     *     above the import price, values outside their range
     */
    public static OptimumResult solve(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled) {
        return solve(inputs, mode, options, progress, cancelled, true);
    }

    /**
     * The same without the search for a better schedule that can be carried out: for those who need the objective and its
     * bound only, several times as fast.
     */
    public static OptimumResult solveRelaxation(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled) {
        return solve(inputs, mode, options, progress, cancelled, false);
    }

    private static OptimumResult solve(
            RunInputs inputs,
            Mode mode,
            Options options,
            Progress progress,
            BooleanSupplier cancelled,
            boolean thorough) {
        InputCheck.check(inputs);
        try {
            return solveChecked(inputs, mode, options, progress, cancelled, thorough);
        } catch (CancellationException e) {
            return OptimumResult.none(mode, OptimumStatus.CANCELLED, "cancelled", options.solver().name());
        } catch (OutOfMemoryError e) {
            String words = "not enough memory for " + inputs.prosumers().size() + " homes and " + inputs.horizon().days()
                    + " days. Maybe give the program more (-Xmx), or solve fewer homes or days";
            return OptimumResult.none(mode, OptimumStatus.NOT_PROVED, words, options.solver().name());
        }
    }

    private static OptimumResult solveChecked(
            RunInputs inputs,
            Mode mode,
            Options options,
            Progress progress,
            BooleanSupplier cancelled,
            boolean thorough) {
        Optional<String> problem = InputCheck.infeasible(inputs, mode);
        if (problem.isPresent()) {
            return impossible(mode, options, ElasticPhase.of(inputs, mode, options.solver(), cancelled), problem.get());
        }
        Relaxation relaxation = Relaxation.solve(inputs, mode, options, progress, cancelled);
        if (relaxation.cancelled()) {
            return OptimumResult.none(mode, OptimumStatus.CANCELLED, "cancelled", options.solver().name());
        }
        Pass relaxed = Pass.of(inputs, mode, Directionality.RELAXED, relaxation.plan(), relaxation);
        if (!relaxed.isFeasible()) {
            List<Infeasibility> reasons = ElasticPhase.of(inputs, mode, options.solver(), cancelled);
            String impossible = reasons.isEmpty() ? impossibleHome(inputs, mode, relaxation, relaxed) : "";
            if (!reasons.isEmpty() || !impossible.isEmpty()) {
                return impossible(mode, options, reasons, impossible);
            }
        }
        CorrectedSchedule.Found corrected =
                CorrectedSchedule.of(inputs, mode, options, relaxation, progress, cancelled, thorough);
        Pass best = corrected.pass();
        if (cancelled.getAsBoolean()) {
            return OptimumResult.none(mode, OptimumStatus.CANCELLED, "cancelled", options.solver().name());
        }
        // a schedule with one direction is a point of the linear program too
        Pass point = relaxed.or(best);
        OptimumResult result = new OptimumResult(
                mode,
                OptimumStatus.NOT_PROVED,
                point.certificate(),
                best.certificate(),
                relaxed.certificate().upperBoundUsd(),
                options.yardstickUsd(),
                relaxation.iterations() + corrected.iterations(),
                options.solver().name(),
                relaxation.problem(),
                best.schedule(),
                point.schedule(),
                relaxation.multipliers());
        return result.judged(result.upperBoundUsd(), options.yardstickUsd(), options.relativeGap());
    }

    /** No schedule exists; {@code otherwise} says so where no home is named. */
    private static OptimumResult impossible(
            Mode mode, Options options, List<Infeasibility> reasons, String otherwise) {
        String words = reasons.isEmpty() ? otherwise : ElasticPhase.words(reasons);
        return OptimumResult.impossible(mode, words, options.solver().name(), reasons);
    }

    /** Why no schedule exists where the bound of a home proves it; empty where one may exist. */
    private static String impossibleHome(RunInputs inputs, Mode mode, Relaxation relaxation, Pass relaxed) {
        OptionalInt home = InfeasibilityProof.impossibleHome(inputs, mode, relaxation.multipliers());
        return home.isEmpty()
                ? ""
                : inputs.prosumers().get(home.getAsInt()).id()
                        + ": no schedule satisfies all constraints; the best one tried breaks "
                        + relaxed.certificate().worstFamily() + " by " + relaxed.certificate().maxViolation() + " kW or kWh";
    }

    /**
     * HOME, AWARE and BLIND, in this order, with the common yardstick UB(AWARE) − UB(HOME). A bound of a mode that allows
     * more also bounds the modes that allow less, so UB(BLIND) ≥ UB(AWARE) ≥ UB(HOME) holds exactly.
     */
    public static List<OptimumResult> solveAll(
            RunInputs inputs, Options options, Progress progress, BooleanSupplier cancelled) {
        double guess = MoneyAtStake.guessUsd(inputs);
        OptimumResult home = solve(inputs, Mode.HOME, options.measuredBy(guess), progress, cancelled);
        OptimumResult aware = solve(inputs, Mode.AWARE, options.measuredBy(guess), progress, cancelled);
        double gain = aware.objectiveUsd() - home.upperBoundUsd();
        double least = Certificate.LEAST_YARDSTICK_USD;
        // BLIND alone has no difference to be measured by: the least yardstick, as it is judged by
        boolean alone = home.status() == OptimumStatus.INFEASIBLE || aware.status() == OptimumStatus.INFEASIBLE;
        double stake = alone ? least : Double.isFinite(gain) ? Math.min(guess, Math.max(least, gain)) : guess;
        home = closer(inputs, home, options.measuredBy(stake), progress, cancelled);
        aware = closer(inputs, aware, options.measuredBy(stake), progress, cancelled);
        aware = offered(inputs, aware, home);
        OptimumResult blind = solve(inputs, Mode.BLIND, options.measuredBy(stake), progress, cancelled);
        blind = offered(inputs, blind, aware);
        return JointJudgement.of(List.of(home, aware, blind), _ -> options.relativeGap());
    }

    /**
     * The same solved again where it reached the gap it was asked for, and that turned out to be too wide. What did not reach a
     * wider gap does not reach a smaller one, and when the time is over nothing is begun. The first result stays where it is better.
     */
    private static OptimumResult closer(
            RunInputs inputs, OptimumResult first, Options options, Progress progress, BooleanSupplier cancelled) {
        boolean close = first.gapUsd() <= options.relativeGap() * options.yardstickUsd();
        if (close || first.status() != OptimumStatus.OPTIMAL || options.solver().timeIsOver()) {
            return first;
        }
        OptimumResult again = solve(inputs, first.mode(), options, progress, cancelled);
        return again.status() == OptimumStatus.CANCELLED ? again : again.or(first);
    }

    /** A schedule of a mode that allows less is one of this mode too: certified as such where it may be better than what was found. */
    private static OptimumResult offered(RunInputs inputs, OptimumResult result, OptimumResult narrower) {
        FleetSchedule point = narrower.relaxedSchedule();
        FleetSchedule carried = narrower.schedule();
        boolean better = !(result.objectiveUsd() >= narrower.objectiveUsd());
        if (point == null || carried == null || !better || result.status() != OptimumStatus.NOT_PROVED) {
            return result;
        }
        return result.or(new OptimumResult(
                result.mode(),
                OptimumStatus.NOT_PROVED,
                Certificate.ofSchedule(inputs, result.mode(), Directionality.RELAXED, point),
                Certificate.ofSchedule(inputs, result.mode(), Directionality.EXCLUSIVE, carried),
                Double.POSITIVE_INFINITY,
                result.yardstickUsd(),
                result.iterations(),
                result.solver(),
                result.message(),
                carried,
                point,
                null));
    }
}
