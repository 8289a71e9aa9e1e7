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
            String words = ElasticPhase.words(inputs, mode, options.solver());
            return OptimumResult.none(
                    mode, OptimumStatus.INFEASIBLE, words.isEmpty() ? problem.get() : words, options.solver().name());
        }
        Relaxation relaxation = Relaxation.solve(inputs, mode, options, progress, cancelled);
        if (relaxation.cancelled()) {
            return OptimumResult.none(mode, OptimumStatus.CANCELLED, "cancelled", options.solver().name());
        }
        Pass relaxed = Pass.of(inputs, mode, Directionality.RELAXED, relaxation.plan(), relaxation);
        String impossible = relaxed.isFeasible() ? "" : impossible(inputs, mode, options, relaxation, relaxed);
        if (!impossible.isEmpty()) {
            return OptimumResult.none(mode, OptimumStatus.INFEASIBLE, impossible, options.solver().name());
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

    /** Why no schedule exists, by home and constraint where that is certified; empty where one may exist. */
    private static String impossible(
            RunInputs inputs, Mode mode, Options options, Relaxation relaxation, Pass relaxed) {
        String words = ElasticPhase.words(inputs, mode, options.solver());
        if (!words.isEmpty()) {
            return words;
        }
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
        double stake = Double.isFinite(gain) ? Math.max(Certificate.LEAST_YARDSTICK_USD, gain) : guess;
        if (stake < guess && aware.gapUsd() > options.relativeGap() * stake) {
            home = solve(inputs, Mode.HOME, options.measuredBy(stake), progress, cancelled);
            aware = solve(inputs, Mode.AWARE, options.measuredBy(stake), progress, cancelled);
        }
        OptimumResult blind = solve(inputs, Mode.BLIND, options.measuredBy(Math.min(guess, stake)), progress, cancelled);
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
