package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.time.Horizon;

/** The one evaluator: the metrics of {@code model.md} §8, by the same formulas for every mechanism. */
public final class MetricsEvaluator {
    /** Money below which a ratio is not defined [$]. */
    static final double LEAST_USD = 0.01;

    private static final String WHOLE_RUN = "the optimum is one program over the whole run; its days are not comparable";

    private final SettledRun run;
    private final HomeScorer scorer;
    private final DeliveryMetrics delivery;

    private MetricsEvaluator(SettledRun run) {
        this.run = run;
        this.scorer = new HomeScorer(run);
        this.delivery = new DeliveryMetrics(run.inputs(), run.dispatch(), run.settlement());
    }

    public static MetricTable evaluate(SettledRun run) {
        return new MetricsEvaluator(run).evaluate();
    }

    private MetricTable evaluate() {
        Horizon horizon = run.inputs().horizon();
        PeriodAccount with = run.settlement().total();
        PeriodAccount without = run.baseline().total();
        Double reference = scorer.reference();
        List<ProsumerScore> scores =
                scorer.scores(with, without, 0, horizon.intervals(), run.process(), reference);
        MetricList week = new MetricList();
        MoneyMetrics.addTo(week, with, without);
        OptimumMetrics.addTo(week, run.measure(), run.noMeasure(), with.welfareUsd(), without.welfareUsd());
        double lost = delivery.shortfallCostUsd(0, horizon.days());
        RegretMetrics.addTo(week, run.measure(), run.noMeasure(), with.welfareUsd(), without.welfareUsd(), lost);
        PlanMetrics.addTo(week, run.process(), with.welfareUsd());
        HomeMetrics.addTo(week, scores, noSatisfaction());
        delivery.addTo(week, 0, horizon.days());
        ProcessMetrics.addTo(week, run.process(), run.process(), run.inputs().prices());
        ModelMetrics.addTo(week, run, with.welfareUsd());
        BehaviourMetrics.addTo(week, run.process(), run.process());
        List<MetricTable.Day> days = new ArrayList<>();
        for (int d = 0; d < horizon.days(); d++) {
            days.add(new MetricTable.Day(horizon.date(d), day(d, week, reference)));
        }
        return new MetricTable(week.all(), days, scores, BehaviourMetrics.homes(run.process()));
    }

    /**
     * The metrics of one local day; a run of one day has the metrics of the run. A day's surplus is compared with the mean
     * day's share of s_ref.
     */
    private List<Metric> day(int day, MetricList week, @Nullable Double reference) {
        Horizon horizon = run.inputs().horizon();
        if (horizon.days() == 1) {
            return week.all();
        }
        PeriodAccount with = run.settlement().days().get(day);
        PeriodAccount without = run.baseline().days().get(day);
        int from = horizon.dayStart(day);
        int to = horizon.dayStart(day + 1);
        ProcessRecord whole = run.process();
        ProcessRecord part = whole == null ? null : whole.between(Horizon.hourOf(from), Horizon.hourOf(to));
        Double share = reference == null ? null : Double.valueOf(reference / horizon.days());
        MetricList list = new MetricList();
        MoneyMetrics.addTo(list, with, without);
        String reason = run.measure() == null ? run.noMeasure() : WHOLE_RUN;
        OptimumMetrics.undefined(list, reason);
        double lost = delivery.shortfallCostUsd(day, day + 1);
        RegretMetrics.addTo(list, null, reason, with.welfareUsd(), without.welfareUsd(), lost);
        PlanMetrics.undefined(list, "what was agreed before the run is for all of it");
        HomeMetrics.addTo(list, scorer.scores(with, without, from, to, part, share), noSatisfaction());
        delivery.addTo(list, day, day + 1);
        ProcessMetrics.addTo(list, whole, part, run.inputs().prices());
        ModelMetrics.undefined(list, run.models() == null ? ModelMetrics.NO_MODEL : "models are accounted for over the whole run");
        BehaviourMetrics.addTo(list, whole, part);
        return list.all();
    }

    private String noSatisfaction() {
        return run.measure() == null ? run.noMeasure() : "no home has storage, or W* \u2212 W_home is below 0.01 $";
    }
}
