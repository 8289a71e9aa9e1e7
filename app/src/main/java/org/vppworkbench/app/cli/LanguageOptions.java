package org.vppworkbench.app.cli;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.LanguageSettings.Drawing;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import picocli.CommandLine.Option;

/**
 * The options that say under which conditions language models take part. What is not given is that of the scenario file or,
 * without one, the default; name of the model and address may also stand in the environment.
 */
final class LanguageOptions extends QuestionOptions {
    @Option(names = "--llm-homes", paramLabel = "K",
            description = "the first K homes of the fleet are the model's, the others rule agents; -1 is all (default: all)")
    @Nullable Integer homes;

    @Option(names = "--llm-mode", paramLabel = "MODE", converter = LanguageWords.OfMode.class,
            description = {
                "every-round: asked at every turn (default); daily: once a day for a strategy that rules carry out;",
                "batched: many homes in one request, which mixes their private data and is labelled"
            })
    LanguageSettings.@Nullable Mode mode;

    @Option(names = "--llm-aggregator", paramLabel = "WHO", converter = LanguageWords.OfSpeaker.class,
            description = "model or rule (default: model)")
    LanguageWords.@Nullable Speaker aggregator;

    @Option(names = "--llm-tool", paramLabel = "TOOL", converter = LanguageWords.OfTool.class,
            description = "what-if tool of the agents: exact, noisy:SIGMA (relative error, 0 to 1) or none (default: exact)")
    LanguageWords.@Nullable ToolChoice tool;

    @Option(names = "--persona", paramLabel = "NAME", description = "persona of the homes (default: neutral)")
    @Nullable String persona;

    @Option(names = "--paraphrase", paramLabel = "N", description = "wording of the instructions, from 1 (default: 1)")
    @Nullable Integer paraphrase;

    @Option(names = "--order", paramLabel = "ORDER", converter = LanguageWords.OfOrder.class,
            description = "order in which homes and offers are presented: fleet, shuffled (from the seed) or reversed (default: shuffled)")
    LanguageSettings.@Nullable Order order;

    @Option(names = "--share-rationales",
            description = "show the words of one side to the other: a condition of its own, labelled")
    boolean shareRationales;

    @Option(names = "--least-stake-usd", paramLabel = "USD",
            description = "opportunities with a smaller gross stake are left to the rules (default: 0 $)")
    @Nullable Double leastStakeUsd;

    @Option(names = "--relative-dates", description = "call days 'day 1', 'day 2' instead of by their date")
    boolean relativeDates;

    @Option(names = "--price-scale", paramLabel = "FACTOR",
            description = "factor on all prices the model sees and names, undone before the gate, 0.001 to 1000 (default: 1)")
    @Nullable Double priceScale;

    @Option(names = "--temperature", paramLabel = "T", converter = LanguageWords.OfTemperature.class,
            description = "0 to 2, or provider to leave it to the provider (default: 0)")
    LanguageWords.@Nullable Temperature temperature;

    @Option(names = "--budget-usd-per-day", paramLabel = "USD",
            description = {
                "dollars per simulated day (default: no limit). Where a budget is spent the negotiation at hand ends with what is",
                "agreed, and later ones that need a model end with nothing; no rule decides in its place"
            })
    @Nullable Double budgetUsdPerDay;

    @Option(names = "--budget-tokens-per-day", paramLabel = "N", description = "tokens per simulated day (default: no limit)")
    @Nullable Long budgetTokensPerDay;

    @Override
    void put(Map<String, @Nullable Object> all) {
        super.put(all);
        all.put("--llm-homes", homes);
        all.put("--llm-mode", mode);
        all.put("--llm-aggregator", aggregator);
        all.put("--llm-tool", tool);
        all.put("--persona", persona);
        all.put("--paraphrase", paraphrase);
        all.put("--order", order);
        all.put("--share-rationales", shareRationales ? true : null);
        all.put("--least-stake-usd", leastStakeUsd);
        all.put("--relative-dates", relativeDates ? true : null);
        all.put("--price-scale", priceScale);
        all.put("--temperature", temperature);
        all.put("--budget-usd-per-day", budgetUsdPerDay);
        all.put("--budget-tokens-per-day", budgetTokensPerDay);
    }

    @Override
    LanguageSettings over(LanguageSettings base, String who, String name, @Nullable String url) {
        LanguageWords.ToolChoice told =
                Objects.requireNonNullElse(tool, new LanguageWords.ToolChoice(base.tool(), base.toolNoise()));
        return new LanguageSettings(
                who, name, url,
                Objects.requireNonNullElse(mode, base.mode()),
                Objects.requireNonNullElse(homes, base.homes()),
                aggregator == null ? base.aggregatorByModel() : aggregator == LanguageWords.Speaker.MODEL,
                told.kind(), told.noise(),
                Objects.requireNonNullElse(persona, base.persona()),
                Objects.requireNonNullElse(paraphrase, base.paraphrase()),
                Objects.requireNonNullElse(order, base.order()),
                shareRationales || base.shareRationales(),
                Objects.requireNonNullElse(leastStakeUsd, base.leastStakeUsd()),
                new Guards(
                        relativeDates || base.guards().relativeDates(),
                        Objects.requireNonNullElse(priceScale, base.guards().priceScale())),
                sampling(base.sampling()),
                budget(base.budget()));
    }

    private Drawing sampling(Drawing base) {
        LanguageWords.Temperature given = temperature;
        Double chosen = given == null ? base.temperature() : given.value();
        return new Drawing(chosen, base.topP(), base.seed(), base.maxOutputTokens());
    }

    @Override
    Budget budget(Budget base) {
        Budget all = super.budget(base);
        return new Budget(
                all.usd(), budgetUsdPerDay == null ? all.usdPerDay() : budgetUsdPerDay,
                all.tokens(), budgetTokensPerDay == null ? all.tokensPerDay() : budgetTokensPerDay,
                all.calls(), all.seconds());
    }
}
