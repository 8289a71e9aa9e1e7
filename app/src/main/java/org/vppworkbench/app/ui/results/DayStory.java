package org.vppworkbench.app.ui.results;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.DayOptimum;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/**
 * What one day of a longer run could have been, alone.
 *
 * @param text in a sentence
 * @param certificate of the optimum it quotes, or {@code null}
 */
public record DayStory(String text, @Nullable CertificateWords certificate) {
    /** What the sentence means, and what it does not mean. */
    public static final String MEANING =
            "This day alone, as a program of its own: it begins with the energy that batteries and cars held at its midnight in"
                    + " this run, and what is left at its end counts at the same price as at the end of a run. So it bounds what"
                    + " the run did on this day. It is not the part of the whole run's optimum that falls on this day, which may"
                    + " carry energy over midnight; no efficiency is formed with it.";

    /** A broken preference counts from here, as for the invariants [kW or kWh]. */
    private static final double SOME = 0.5;

    /** So many homes are named. */
    private static final int MOST_HOMES = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** The name of the day's optimum. */
    public static String scope(DayOptimum day) {
        return DAY.format(day.date()) + " alone";
    }

    /**
     * The day against what was possible.
     *
     * @param result the run, or {@code null} while it is not complete
     */
    public static DayStory of(DayOptimum day, @Nullable ExperimentResult result) {
        OptimumSet optima = day.optima();
        if (optima == null) {
            String why = day.obstacles().isEmpty() ? "" : ": " + day.obstacles().getFirst().sentence();
            return new DayStory("No optimum of " + scope(day) + why, null);
        }
        List<Metric> metrics = result == null
                ? List.of()
                : result.metrics().days().stream()
                        .filter(d -> d.date().equals(day.date()))
                        .map(MetricTable.Day::metrics)
                        .findFirst()
                        .orElse(List.of());
        boolean broken = value(metrics, "hardViolations").orElse(0.0) > SOME;
        boolean impossible = isImpossible(optima, Mode.AWARE);
        Mode mode = broken || impossible ? Mode.BLIND : Mode.AWARE;
        OptimumResult best = optima.of(mode).orElse(null);
        if (best == null || isImpossible(optima, mode)) {
            String why = optima.impossible().stream().findFirst().map(f -> ": " + f.sentence()).orElse("");
            return new DayStory("No optimum of " + scope(day) + why, null);
        }
        String aside = impossible ? ", preferences aside: " + why(day, optima) : broken ? ", preferences aside" : "";
        String most = Numbers.format("%.2f $", best.upperBoundUsd());
        String text = value(metrics, "welfareUsd")
                .map(w -> scope(day) + ", from the energy it began with: W " + Numbers.format("%.2f $", w) + " of at most " + most
                        + aside)
                .orElse(scope(day) + ", from the energy it began with: W at most " + most + aside);
        return new DayStory(text, CertificateWords.of(scope(day), best));
    }

    private static boolean isImpossible(OptimumSet optima, Mode mode) {
        return optima.of(mode).filter(result -> result.status() == OptimumStatus.INFEASIBLE).isPresent();
    }

    /** Why no schedule of the day keeps the preferences: mostly because the run came to its midnight below a floor. */
    private static String why(DayOptimum day, OptimumSet optima) {
        List<String> below = day.inputs().prosumers().stream()
                .filter(DayStory::beginsBelowFloor)
                .map(ProsumerInputs::id)
                .toList();
        if (!below.isEmpty()) {
            int more = below.size() - MOST_HOMES;
            return "the run began this day below the owner's floor in "
                    + String.join(", ", below.subList(0, Math.min(MOST_HOMES, below.size())))
                    + (more > 0 ? " and " + more + " more" : "");
        }
        return "no schedule keeps them from there, " + optima.impossible().getFirst().sentence();
    }

    private static boolean beginsBelowFloor(ProsumerInputs home) {
        BessInputs bess = home.bess();
        return bess != null && bess.initialKwh() < home.hard().floorKwh(bess, 0) - OptimumResult.FEASIBILITY;
    }

    private static Optional<Double> value(List<Metric> metrics, String key) {
        return metrics.stream().filter(m -> m.key().equals(key)).findFirst().map(Metric::value);
    }
}
