package org.vppworkbench.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.negotiation.language.ModelIdentity;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of questions to a language model outside any run: which model it is, and what may be spent. */
sealed class QuestionOptions permits LanguageOptions {
    @Mixin final ModelOptions model = new ModelOptions();

    @Option(names = "--budget-usd", paramLabel = "USD", description = "dollars in all, by the price list (default: no limit)")
    @Nullable Double budgetUsd;

    @Option(names = "--budget-tokens", paramLabel = "N", description = "tokens in all (default: no limit)")
    @Nullable Long budgetTokens;

    @Option(names = "--budget-calls", paramLabel = "N", description = "requests in all (default: no limit)")
    @Nullable Long budgetCalls;

    @Option(names = "--budget-seconds", paramLabel = "S",
            description = "time spent waiting for models (default: no limit). What a spent budget leaves over is not asked")
    @Nullable Double budgetSeconds;

    /** The options that were given, by name. */
    final List<String> given() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        put(all);
        return all.entrySet().stream().filter(e -> e.getValue() != null).map(Map.Entry::getKey).toList();
    }

    /** Adds the options by name, {@code null} where they were not given. */
    void put(Map<String, @Nullable Object> all) {
        model.put(all);
        all.put("--budget-usd", budgetUsd);
        all.put("--budget-tokens", budgetTokens);
        all.put("--budget-calls", budgetCalls);
        all.put("--budget-seconds", budgetSeconds);
    }

    /**
     * The conditions, those of a scenario with what was given in their place.
     *
     * @param base those of the scenario, or {@code null}
     * @param recorded the model of a tape that is to be replayed, or {@code null}
     * @throws RefusedException for a provider that is not known, or where nobody says which model it is
     */
    final LanguageSettings over(@Nullable LanguageSettings base, @Nullable ModelIdentity recorded, Environment environment) {
        ModelOptions.Chosen chosen = model.over(base, recorded, environment);
        return over(
                base == null ? LanguageSettings.of(chosen.provider(), chosen.name(), chosen.url()) : base, chosen.provider(),
                chosen.name(), chosen.url());
    }

    LanguageSettings over(LanguageSettings base, String who, String name, @Nullable String url) {
        return new LanguageSettings(
                who, name, url, base.mode(), base.homes(), base.aggregatorByModel(), base.tool(), base.toolNoise(), base.persona(),
                base.paraphrase(), base.order(), base.shareRationales(), base.leastStakeUsd(), base.guards(), base.sampling(),
                budget(base.budget()));
    }

    Budget budget(Budget base) {
        return new Budget(
                budgetUsd == null ? base.usd() : budgetUsd,
                base.usdPerDay(),
                budgetTokens == null ? base.tokens() : budgetTokens,
                base.tokensPerDay(),
                budgetCalls == null ? base.calls() : budgetCalls,
                budgetSeconds == null ? base.seconds() : budgetSeconds);
    }
}
