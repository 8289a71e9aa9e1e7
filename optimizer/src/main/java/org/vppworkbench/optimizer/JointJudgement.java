package org.vppworkbench.optimizer;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.vppworkbench.optimizer.certificate.Certificate;

/**
 * Optima of one set of inputs judged together ({@code model.md} §5), however and whenever each was solved. A bound of a mode
 * that allows more also bounds the modes that allow less, so UB(BLIND) ≥ UB(AWARE) ≥ UB(HOME) holds exactly; all gaps have the
 * yardstick max(1 $, UB(AWARE) − UB(HOME)).
 */
public final class JointJudgement {
    private JointJudgement() {}

    /**
     * The results under common bounds and yardstick, in the order HOME, AWARE, BLIND. Without both HOME and AWARE each keeps
     * the yardstick it has.
     *
     * @param results at most one per mode, in any order
     * @param tolerance relative gap within which a mode counts as proved
     */
    public static List<OptimumResult> of(List<OptimumResult> results, ToDoubleFunction<Mode> tolerance) {
        List<OptimumResult> sorted =
                results.stream().sorted(Comparator.comparing(OptimumResult::mode)).toList();
        Map<Mode, Double> bounds = new EnumMap<>(Mode.class);
        double bound = Double.POSITIVE_INFINITY;
        for (OptimumResult result : sorted.reversed()) {
            bound = Math.min(bound, result.upperBoundUsd());
            bounds.put(result.mode(), bound);
        }
        OptionalDouble stake = stake(bounds);
        return sorted.stream()
                .map(r -> r.judged(
                        bounds.getOrDefault(r.mode(), Double.POSITIVE_INFINITY),
                        stake.orElse(r.yardstickUsd()),
                        tolerance.applyAsDouble(r.mode())))
                .toList();
    }

    /** The common yardstick, at least 1 $; empty unless there are HOME and AWARE. */
    private static OptionalDouble stake(Map<Mode, Double> bounds) {
        Double home = bounds.get(Mode.HOME);
        Double aware = bounds.get(Mode.AWARE);
        if (home == null || aware == null) {
            return OptionalDouble.empty();
        }
        double difference = aware - home;
        double least = Certificate.LEAST_YARDSTICK_USD;
        return OptionalDouble.of(Double.isFinite(difference) ? Math.max(least, difference) : least);
    }
}
