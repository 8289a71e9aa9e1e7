package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/** What language models cost, in all and per contract, and how often the rules decided in their place. */
final class ModelMetrics {
    static final String NO_MODEL = "no language model took part";
    private static final String NO_PRICE = "the model is not on the price list";
    private static final String NO_CONTRACT = "no contract was signed";

    private ModelMetrics() {}

    /** All of them without a value. */
    static void undefined(MetricList list, String reason) {
        addCosts(list, null, reason, null);
        addFallback(list, null, reason);
        list.undefined("efficiencyNet", "Efficiency \u03b7 less the model's dollars", "share", reason);
    }

    /**
     * @param run the settled run; its models may be {@code null}
     * @param w W of the run [$]
     */
    static void addTo(MetricList list, SettledRun run, double w) {
        ModelUse use = run.models();
        if (use == null) {
            undefined(list, NO_MODEL);
            return;
        }
        ProcessRecord process = run.process();
        ProcessCounts counts = process == null ? null : process.total();
        addCosts(list, use, NO_MODEL, counts);
        addFallback(list, counts, NO_MODEL);
        addNetEfficiency(list, run, use, w);
    }

    private static void addCosts(MetricList list, @Nullable ModelUse use, String reason, @Nullable ProcessCounts counts) {
        double contracts = counts == null ? 0 : counts.of(ProcessCount.AGREEMENTS);
        String noPrice = use == null ? reason : use.priced() ? "" : NO_PRICE;
        plain(list, "modelCalls", "Questions to models", "", use == null ? null : (double) use.calls(), reason);
        plain(list, "modelTokens", "Tokens of models", "tokens", use == null ? null : (double) use.tokens(), reason);
        plain(list, "modelCostUsd", "Cost of models", "$", use == null || !use.priced() ? null : use.usd(), noPrice);
        plain(list, "modelSeconds", "Time in calls of models", "s", use == null ? null : use.seconds(), reason);
        per(list, "tokensPerAgreementTokens", "Tokens per agreement", "tokens",
                use == null ? null : (double) use.tokens(), contracts, reason);
        per(list, "costPerAgreementUsd", "Model cost per agreement", "$",
                use == null || !use.priced() ? null : use.usd(), contracts, noPrice);
        per(list, "secondsPerAgreementSeconds", "Model seconds per agreement", "s",
                use == null ? null : use.seconds(), contracts, reason);
    }

    private static void plain(
            MetricList list, String key, String title, String unit, @Nullable Double value, String reason) {
        list.add(value == null ? Metric.undefined(key, title, unit, reason) : Metric.of(key, title, unit, value));
    }

    private static void per(
            MetricList list, String key, String title, String unit, @Nullable Double value, double contracts, String reason) {
        plain(list, key, title, unit, value == null || contracts == 0 ? null : value / contracts, value == null ? reason : NO_CONTRACT);
    }

    /** By intention to treat: every decision that was a model's to make counts, whoever made it in the end. */
    private static void addFallback(MetricList list, @Nullable ProcessCounts counts, String reason) {
        String key = "modelFallbackShare";
        String title = "Decisions of models that the rules or nobody took";
        if (counts == null) {
            list.undefined(key, title, "share", reason);
        } else {
            list.ratio(
                    key, title, counts.of(ProcessCount.MODEL_FALLBACKS), counts.of(ProcessCount.MODEL_DECISIONS), 0.5,
                    "no decision was a model's to make");
        }
    }

    /** η of a welfare from which the model's dollars were paid. */
    private static void addNetEfficiency(MetricList list, SettledRun run, ModelUse use, double w) {
        String key = "efficiencyNet";
        String title = "Efficiency \u03b7 less the model's dollars";
        OptimumReference optimum = run.measure();
        if (optimum == null || !use.priced()) {
            list.undefined(key, title, "share", optimum == null ? run.noMeasure() : NO_PRICE);
            return;
        }
        double home = optimum.homeObjective();
        list.ratio(
                key, title, w - use.usd() - home, optimum.awareObjective() - home, MetricsEvaluator.LEAST_USD,
                "W* \u2212 W_home is below 0.01 $");
    }
}
