package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.PreferenceCheck;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.metrics.definition.MetricDefinition;
import org.vppworkbench.model.metrics.definition.MetricDefinitions;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;

/** Every number of a run that a definition names: its metrics over the whole run, and the quantities behind them. */
public final class RunNumbers {
    /** Below this a home counts as worse off ({@code model.md} §8) [$]. */
    private static final double NOT_WORSE = -0.01;

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private RunNumbers(ExperimentResult result) {
        for (Metric metric : result.metrics().week()) {
            Double value = metric.value();
            if (value == null) {
                reasons.put(metric.key(), metric.reason());
            } else {
                values.put(metric.key(), value);
            }
        }
        addHomes(result.metrics().prosumers());
        addOptima(result.optimum());
        addContracts(result);
        result.events().forEach(logged -> {
            if (logged.event() instanceof RunEvent.PricesCoordinated plan) {
                values.put("planAloneUsd", plan.aloneUsd());
            }
        });
    }

    /** The numbers of a run. */
    public static RunNumbers of(ExperimentResult result) {
        return new RunNumbers(result);
    }

    /** A number by its key, or {@code null} where it is not defined. */
    public @Nullable Double value(String key) {
        return values.get(key);
    }

    /** Why a number is not defined; empty where it is. */
    public String reason(String key) {
        return values.containsKey(key) ? "" : reasons.getOrDefault(key, "this run has none");
    }

    /** One number with all that is known about it. */
    public record Explained(MetricDefinition definition, @Nullable Double value, String reason, List<Explained> inputs) {
        public Explained {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A number with its definition and the numbers put in.
     *
     * @throws IllegalArgumentException for a key that is not defined
     */
    public Explained explain(String key) {
        MetricDefinition definition =
                MetricDefinitions.find(key).orElseThrow(() -> new IllegalArgumentException("no definition of " + key));
        List<Explained> inputs = new ArrayList<>();
        for (String input : definition.inputs()) {
            MetricDefinition of = MetricDefinitions.find(input).orElseThrow();
            inputs.add(new Explained(of, value(input), reason(input), List.of()));
        }
        return new Explained(definition, value(key), reason(key), inputs);
    }

    private void addHomes(List<ProsumerScore> homes) {
        double gains = 0;
        double squares = 0;
        double differences = 0;
        double satisfaction = 0;
        int satisfied = 0;
        for (ProsumerScore home : homes) {
            double gain = Math.max(0, home.surplusUsd());
            gains += gain;
            squares += gain * gain;
            for (ProsumerScore other : homes) {
                differences += Math.abs(home.surplusUsd() - other.surplusUsd());
            }
            Double value = home.satisfaction();
            if (value != null) {
                satisfaction += value;
                satisfied++;
            }
            for (PreferenceCheck check : home.preferences()) {
                String key = Character.toLowerCase(check.type().charAt(0)) + check.type().substring(1);
                values.merge(key + "Checks", (double) check.checks(), Double::sum);
                values.merge(key + "Violations", (double) check.violations(), Double::sum);
            }
        }
        values.put("homes", (double) homes.size());
        values.put("homesNotWorseOff", (double) homes.stream().filter(home -> home.surplusUsd() >= NOT_WORSE).count());
        values.put("gainsUsd", gains);
        values.put("gainsSquaredUsd2", squares);
        values.put("surplusDifferencesUsd", differences);
        values.put("satisfactionSum", satisfaction);
        values.put("homesWithSatisfaction", (double) satisfied);
        values.put("homeRegretSumUsd", homes.stream().mapToDouble(ProsumerScore::regretUsd).sum());
    }

    private void addOptima(@Nullable OptimumSet optimum) {
        if (optimum == null) {
            for (String key : List.of("homeUpperBoundUsd", "awareUpperBoundUsd", "blindUpperBoundUsd", "forecastOptimumUsd",
                    "certifiedGapShare")) {
                reasons.put(key, "the central optimum was not solved");
            }
            return;
        }
        bound(optimum, Mode.HOME, "homeUpperBoundUsd");
        bound(optimum, Mode.AWARE, "awareUpperBoundUsd");
        bound(optimum, Mode.BLIND, "blindUpperBoundUsd");
        var forecast = optimum.forecast();
        Double planned = forecast == null ? null : forecast.welfare();
        if (planned == null) {
            reasons.put("forecastOptimumUsd", "the optimum on forecasts was not solved (vpp baseline --mode forecast)");
        } else {
            values.put("forecastOptimumUsd", planned);
        }
        optimum.results().stream().mapToDouble(OptimumResult::relativeGap).max()
                .ifPresent(gap -> values.put("certifiedGapShare", gap));
    }

    private void bound(OptimumSet optimum, Mode mode, String key) {
        optimum.of(mode).ifPresentOrElse(
                one -> values.put(key, one.upperBoundUsd()), () -> reasons.put(key, "optimum " + mode + " was not solved"));
    }

    private void addContracts(ExperimentResult result) {
        double energy = 0;
        double reserve = 0;
        double count = 0;
        for (SettledContract settled : result.settlement().contracts()) {
            if (settled.cleared()) {
                count++;
                double promised = settled.deliveredKwh() + settled.shortfallKwh();
                if (settled.contract().product().isReserve()) {
                    reserve += promised;
                } else {
                    energy += promised;
                }
            }
        }
        values.put("contractsInForce", count);
        values.put("energyCommittedKwh", energy);
        values.put("reserveCommittedKwHours", reserve);
    }
}
