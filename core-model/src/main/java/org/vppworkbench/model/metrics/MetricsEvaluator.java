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

/** The one evaluator: the metrics of {@code model.md} §8, by the same formulas for every mechanism. */
public final class MetricsEvaluator {
    /** Money below which a ratio is not defined [$]. */
    private static final double LEAST_USD = 0.01;

    private static final String NO_OPTIMUM = "the central optimum was not solved";

    private final SettledRun run;
    private final MetricList week = new MetricList();
    private final List<ProsumerScore> scores;

    private MetricsEvaluator(SettledRun run) {
        this.run = run;
        this.scores = scores(run);
    }

    public static MetricTable evaluate(SettledRun run) {
        MetricsEvaluator evaluator = new MetricsEvaluator(run);
        evaluator.money(evaluator.week, run.settlement().total(), run.baseline().total());
        evaluator.againstOptimum();
        evaluator.distribution();
        new DeliveryMetrics(run.inputs(), run.dispatch(), run.settlement()).addTo(evaluator.week, -1);
        evaluator.compliance();
        ProcessMetrics.addTo(evaluator.week, run.process());
        List<MetricTable.Day> days = new ArrayList<>();
        for (int d = 0; d < run.settlement().days().size(); d++) {
            MetricList list = new MetricList();
            evaluator.money(list, run.settlement().days().get(d), run.baseline().days().get(d));
            new DeliveryMetrics(run.inputs(), run.dispatch(), run.settlement()).addTo(list, d);
            days.add(new MetricTable.Day(run.inputs().horizon().date(d), list.all()));
        }
        return new MetricTable(evaluator.week.all(), days, evaluator.scores);
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

    private void againstOptimum() {
        OptimumReference optimum = run.optimum();
        double w = run.settlement().total().welfareUsd();
        double w0 = run.baseline().total().welfareUsd();
        if (optimum == null) {
            week.undefined("efficiencyAware", "Efficiency \u03b7", "share", NO_OPTIMUM);
            week.undefined("homeOptimumUsd", "W_home, each home at its own best", "$", NO_OPTIMUM);
            week.undefined("awareOptimumUsd", "W*, optimum with preferences", "$", NO_OPTIMUM);
            week.undefined("blindOptimumUsd", "Optimum without preferences", "$", NO_OPTIMUM);
            week.undefined("homePlanGapUsd", "W_home \u2212 W\u2070, value that needs no VPP", "$", NO_OPTIMUM);
            week.undefined("shareOfAchievableValueShare", "VPP value over W* \u2212 W\u2070", "share", NO_OPTIMUM);
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

    private void distribution() {
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
            String why = run.optimum() == null ? NO_OPTIMUM : "no home has storage, or there is nothing to gain";
            week.undefined("satisfactionMeanShare", "Mean satisfaction", "share", why);
        } else {
            double mean = java.util.Arrays.stream(satisfied).average().orElse(0);
            week.share("satisfactionMeanShare", "Mean satisfaction", mean);
        }
    }

    private void compliance() {
        week.count("hardViolations", "Hard preferences broken", total(true));
        week.count("softViolations", "Soft and agent-only preferences broken", total(false));
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

    private double total(boolean hard) {
        return scores.stream()
                .mapToInt(s -> hard ? s.hardViolations() : s.softViolations())
                .sum();
    }

    private static List<ProsumerScore> scores(SettledRun run) {
        DayGrid days = new DayGrid(run.inputs().horizon());
        List<ProsumerInputs> homes = run.inputs().prosumers();
        Double reference = moneyReference(run);
        List<ProsumerScore> scores = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            ProsumerInputs home = homes.get(i);
            List<SettledContract> own = run.settlement().contracts().stream()
                    .filter(c -> c.contract().prosumer().equals(home.id()))
                    .toList();
            Behaviour behaviour = run.behaviours().isEmpty() ? null : run.behaviours().get(i);
            List<PreferenceCheck> checks =
                    new PreferenceAuditor(home, run.dispatch(), i, days, run.settings()).check(behaviour, own);
            ProsumerAccount with = run.settlement().total().prosumers().get(i);
            ProsumerAccount without = run.baseline().total().prosumers().get(i);
            double surplus = with.utilityUsd() - without.utilityUsd();
            Double satisfaction = reference == null ? null : satisfaction(run, surplus, reference, checks);
            scores.add(new ProsumerScore(home.id(), with, without, satisfaction, checks));
        }
        return scores;
    }

    /** s_ref of {@code model.md} §8 [$], or {@code null} where it is not defined. */
    private static @Nullable Double moneyReference(SettledRun run) {
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

    private static double satisfaction(
            SettledRun run, double surplus, double reference, List<PreferenceCheck> checks) {
        double money = Math.clamp(0.5 + surplus / (2 * reference), 0, 1);
        double kept = checks.stream().mapToDouble(PreferenceCheck::kept).average().orElse(1);
        double weight = run.settings().moneyWeight();
        return weight * money + (1 - weight) * kept;
    }
}
