package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;

/** The one evaluator: the metrics of {@code model.md} §8, by the same formulas for every mechanism. */
public final class MetricsEvaluator {
    /** Money below which a ratio is not defined [$]. */
    private static final double LEAST_USD = 0.01;

    private static final String NO_OPTIMUM = "the central optimum was not solved";

    private static final String WHOLE_RUN = "the optimum is one program over the whole run; its days are not comparable";

    private static final String COUNTED_ONCE = "counted over the whole run";

    private final SettledRun run;
    private final DayGrid days;

    private MetricsEvaluator(SettledRun run) {
        this.run = run;
        this.days = new DayGrid(run.inputs().horizon());
    }

    public static MetricTable evaluate(SettledRun run) {
        MetricsEvaluator evaluator = new MetricsEvaluator(run);
        Horizon horizon = run.inputs().horizon();
        MetricList week = new MetricList();
        List<ProsumerScore> scores = evaluator.scores(
                run.settlement().total(), run.baseline().total(), 0, horizon.intervals(), evaluator.moneyReference());
        evaluator.money(week, run.settlement().total(), run.baseline().total());
        evaluator.againstOptimum(week, run.optimum(), NO_OPTIMUM);
        evaluator.distribution(week, scores);
        evaluator.delivery(week, -1);
        compliance(week, scores);
        ProcessMetrics.addTo(week, run.process(), ProcessMetrics.NONE);
        List<MetricTable.Day> perDay = new ArrayList<>();
        for (int d = 0; d < horizon.days(); d++) {
            perDay.add(new MetricTable.Day(horizon.date(d), evaluator.day(d, week)));
        }
        return new MetricTable(week.all(), perDay, scores);
    }

    /** The metrics of one local day; a run of one day has the metrics of the run. */
    private List<Metric> day(int day, MetricList week) {
        Horizon horizon = run.inputs().horizon();
        if (horizon.days() == 1) {
            return week.all();
        }
        PeriodAccount with = run.settlement().days().get(day);
        PeriodAccount without = run.baseline().days().get(day);
        MetricList list = new MetricList();
        List<ProsumerScore> scores = scores(with, without, horizon.dayStart(day), horizon.dayStart(day + 1), null);
        money(list, with, without);
        againstOptimum(list, null, WHOLE_RUN);
        distribution(list, scores);
        delivery(list, day);
        compliance(list, scores);
        ProcessMetrics.addTo(list, null, run.process() == null ? ProcessMetrics.NONE : COUNTED_ONCE);
        return list.all();
    }

    private void delivery(MetricList list, int day) {
        new DeliveryMetrics(run.inputs(), run.dispatch(), run.settlement()).addTo(list, day);
    }

    private void money(MetricList list, PeriodAccount with, PeriodAccount without) {
        double value = with.welfareUsd() - without.welfareUsd();
        double surplus = with.utilityUsd() - without.utilityUsd();
        list.usd("welfareUsd", "Welfare W", with.welfareUsd());
        list.usd("baselineWelfareUsd", "Welfare without market W\u2070", without.welfareUsd());
        list.usd("vppValueUsd", "VPP value W \u2212 W\u2070", value);
        list.usd("aggregatorProfitUsd", "Aggregator profit \u03a0", with.profitUsd());
        list.usd("prosumerUtilityUsd", "Prosumer utility \u03a3U", with.utilityUsd());
        list.usd("prosumerSurplusUsd", "Prosumer surplus \u03a3S", surplus);
        list.usd("marketRevenueUsd", "Market revenue", with.revenueUsd());
        list.usd("paymentsUsd", "Payments to homes", with.paymentsUsd());
        list.usd("budgetBalanceUsd", "Budget balance (revenue \u2212 payments)", with.revenueUsd() - with.paymentsUsd());
        list.usd("discomfortUsd", "Discomfort", sum(with, true));
        list.usd("degradationUsd", "Degradation", sum(with, false));
        list.ratio("homesShareOfSurplusShare", "Homes' share of the VPP value", surplus, value, LEAST_USD, "the VPP value is below 0.01 $");
    }

    private static double sum(PeriodAccount account, boolean discomfort) {
        return account.prosumers().stream()
                .mapToDouble(discomfort ? ProsumerAccount::discomfortUsd : ProsumerAccount::degradationUsd)
                .sum();
    }

    private void againstOptimum(MetricList week, @Nullable OptimumReference optimum, String reason) {
        double w = run.settlement().total().welfareUsd();
        double w0 = run.baseline().total().welfareUsd();
        if (optimum == null) {
            week.undefined("efficiencyAware", "Efficiency \u03b7", "share", reason);
            week.undefined("homeOptimumUsd", "W_home, each home at its own best", "$", reason);
            week.undefined("awareOptimumUsd", "W*, optimum with preferences", "$", reason);
            week.undefined("blindOptimumUsd", "Optimum without preferences", "$", reason);
            week.undefined("homePlanGapUsd", "W_home \u2212 W\u2070, value that needs no VPP", "$", reason);
            week.undefined("shareOfAchievableValueShare", "VPP value over W* \u2212 W\u2070", "share", reason);
            return;
        }
        double span = optimum.awareObjective() - optimum.homeObjective();
        String small = "W* \u2212 W_home is below 0.01 $";
        week.ratio("efficiencyAware", "Efficiency \u03b7", w - optimum.homeObjective(), span, LEAST_USD, small);
        week.usd("homeOptimumUsd", "W_home, each home at its own best", optimum.homeObjective());
        week.usd("awareOptimumUsd", "W*, optimum with preferences", optimum.awareObjective());
        week.usd("blindOptimumUsd", "Optimum without preferences", optimum.blindObjective());
        week.usd("homePlanGapUsd", "W_home \u2212 W\u2070, value that needs no VPP", optimum.homeObjective() - w0);
        week.ratio(
                "shareOfAchievableValueShare",
                "VPP value over W* \u2212 W\u2070",
                w - w0,
                optimum.awareObjective() - w0,
                LEAST_USD,
                "W* \u2212 W\u2070 is below 0.01 $");
    }

    private void distribution(MetricList week, List<ProsumerScore> scores) {
        double[] surplus = scores.stream().mapToDouble(ProsumerScore::surplusUsd).toArray();
        String empty = "the fleet has no homes";
        if (surplus.length == 0) {
            week.undefined("irRateShare", "Homes not worse off (S \u2265 \u22120.01 $)", "share", empty);
        } else {
            double rational = java.util.Arrays.stream(surplus).filter(s -> s >= -LEAST_USD).count();
            week.share("irRateShare", "Homes not worse off (S \u2265 \u22120.01 $)", rational / surplus.length);
        }
        week.optional("jainIndex", "Jain's index of surplus", Dispersion.jain(surplus), "no home has a surplus");
        week.optional("giniIndex", "Gini of surplus", Dispersion.gini(surplus), "mean surplus is 0 or below");
        double[] satisfied = scores.stream()
                .map(ProsumerScore::satisfaction)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (satisfied.length == 0) {
            String why = run.optimum() == null ? NO_OPTIMUM : "no home has storage, there is nothing to gain, or a day of more";
            week.undefined("satisfactionMeanShare", "Mean satisfaction", "share", why);
        } else {
            double mean = java.util.Arrays.stream(satisfied).average().orElse(0);
            week.share("satisfactionMeanShare", "Mean satisfaction", mean);
        }
    }

    private static void compliance(MetricList week, List<ProsumerScore> scores) {
        week.count("hardViolations", "Hard preferences broken", total(scores, true));
        week.count("softViolations", "Soft and agent-only preferences broken", total(scores, false));
        for (String type : List.of(
                "ReserveFloor", "EvReadyBy", "BlackoutWindow", "DailyDischargeCap", "PriceFloor", "MaxEventsPerDay")) {
            List<PreferenceCheck> checks = scores.stream()
                    .flatMap(s -> s.preferences().stream())
                    .filter(p -> p.type().equals(type))
                    .toList();
            double applicable = checks.stream().mapToInt(PreferenceCheck::checks).sum();
            double broken = checks.stream().mapToInt(PreferenceCheck::violations).sum();
            String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
            week.ratio(name + "ComplianceShare", "Compliance " + type, applicable - broken, applicable, 0.5, "no home has this preference or no check applied");
            double severity = checks.stream().mapToDouble(PreferenceCheck::severity).sum();
            String unit = checks.isEmpty() ? "" : checks.getFirst().unit();
            week.add(Metric.of(name + "Severity", "Severity " + type, unit, severity));
        }
    }

    private static double total(List<ProsumerScore> scores, boolean hard) {
        return scores.stream()
                .mapToInt(s -> hard ? s.hardViolations() : s.softViolations())
                .sum();
    }

    private List<ProsumerScore> scores(
            PeriodAccount with, PeriodAccount without, int from, int to, @Nullable Double reference) {
        List<ProsumerInputs> homes = run.inputs().prosumers();
        List<ProsumerScore> scores = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            ProsumerInputs home = homes.get(i);
            List<SettledContract> own = run.settlement().contracts().stream()
                    .filter(c -> c.contract().prosumer().equals(home.id()))
                    .filter(c -> Horizon.firstInterval(c.contract().hour()) >= from
                            && Horizon.firstInterval(c.contract().hour()) < to)
                    .toList();
            Behaviour behaviour = run.behaviours().isEmpty() ? null : run.behaviours().get(i);
            List<PreferenceCheck> checks = new PreferenceAuditor(
                            home, run.dispatch(), i, days, from, to, run.settings())
                    .check(behaviour, own);
            ProsumerAccount account = with.prosumers().get(i);
            ProsumerAccount reserved = without.prosumers().get(i);
            double surplus = account.utilityUsd() - reserved.utilityUsd();
            Double satisfaction = reference == null ? null : satisfaction(surplus, reference, checks);
            scores.add(new ProsumerScore(home.id(), account, reserved, satisfaction, checks));
        }
        return scores;
    }

    /** s_ref of {@code model.md} §8 [$], or {@code null} where it is not defined. */
    private @Nullable Double moneyReference() {
        OptimumReference optimum = run.optimum();
        long storage = run.inputs().prosumers().stream()
                .filter(h -> h.bess() != null || h.ev() != null)
                .count();
        if (optimum == null || storage == 0) {
            return null;
        }
        double span = optimum.awareObjective() - optimum.homeObjective();
        return span < LEAST_USD ? null : Double.valueOf(span / storage);
    }

    private double satisfaction(double surplus, double reference, List<PreferenceCheck> checks) {
        double money = Math.clamp(0.5 + surplus / (2 * reference), 0, 1);
        double kept = checks.stream().mapToDouble(PreferenceCheck::kept).average().orElse(1);
        double weight = run.settings().moneyWeight();
        return weight * money + (1 - weight) * kept;
    }
}
