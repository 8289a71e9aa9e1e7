package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.DayOptimum;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;

/**
 * What the certified optimum AWARE says of an hour: the multipliers behind its bound. Agents never see them.
 *
 * @param outcome the run, or {@code null}
 * @param day the optimum of the day alone, or {@code null}
 * @param horizon days of the run
 */
record ShadowPrices(@Nullable ExperimentResult outcome, @Nullable DayOptimum day, Horizon horizon) {
    private static final String NAME = "Shadow price of D";

    /** An optimum and where its hours begin in the run. */
    private record Source(String scope, RunInputs inputs, FleetMultipliers multipliers, int firstHour) {}

    /**
     * Rows about an hour, as far as an optimum is solved.
     *
     * @param hour of the run
     * @param sender home or aggregator
     */
    List<Why.Row> rows(Product product, int hour, String sender) {
        Source source = source(hour);
        List<Why.Row> rows = new ArrayList<>();
        if (source == null) {
            rows.add(new Why.Row(NAME, "not known: the optimum of this day is not solved (F6), or not certified"));
            return rows;
        }
        int first = Horizon.firstInterval(hour - source.firstHour());
        double usdPerKw = 0;
        for (int t = first; t < first + Horizon.INTERVALS_PER_HOUR; t++) {
            usdPerKw += Math.max(0, source.multipliers().required(product).at(t));
        }
        rows.add(new Why.Row(NAME, Reasons.kwPrice(product, usdPerKw) + ": what one more kW wanted in this hour would earn at most in the optimum AWARE of "
                + source.scope() + (usdPerKw == 0 ? "; D does not bind there" : "") + ". Researcher’s view: no agent sees it"));
        int home = sender.equals(Envelope.AGGREGATOR) ? -1 : Why.index(source.inputs(), sender);
        if (home >= 0 && source.inputs().prosumers().get(home).bess() != null) {
            double value = source.multipliers().homes().get(home).bessValue().at(first + Horizon.INTERVALS_PER_HOUR - 1);
            rows.add(new Why.Row("Shadow price of its stored energy", Numbers.format("%.4f $/kWh at the end of the hour", value)
                    + ", what a kWh more in the battery would be worth in the same optimum"));
        }
        return rows;
    }

    private @Nullable Source source(int hour) {
        ExperimentResult result = outcome;
        OptimumSet whole = result == null ? null : result.optimum();
        FleetMultipliers ofRun = multipliers(whole);
        if (result != null && ofRun != null) {
            return new Source("the whole run", result.scenario().inputs(), ofRun, 0);
        }
        DayOptimum alone = day;
        FleetMultipliers ofDay = alone == null ? null : multipliers(alone.optima());
        if (alone == null || ofDay == null || alone.day() != horizon.dayOf(Horizon.firstInterval(hour))) {
            return null;
        }
        return new Source("this day alone", alone.inputs(), ofDay, Horizon.hourOf(horizon.dayStart(alone.day())));
    }

    private static @Nullable FleetMultipliers multipliers(@Nullable OptimumSet optima) {
        OptimumResult aware = optima == null ? null : optima.of(Mode.AWARE).orElse(null);
        return aware == null || aware.status() != OptimumStatus.OPTIMAL ? null : aware.multipliers();
    }
}
