package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.LanguageSettings.Drawing;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.LanguageSettings.Order;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;

/** What a user may choose about language models, and what is said otherwise. */
class LanguageChecksTest {
    private static List<Finding> findings(LanguageSettings settings) {
        Scenario scenario = Examples.scenario(Examples.FIRST, 2).withMechanism("llm", settings);
        return ScenarioResolver.resolve(scenario, Examples.fleet(Examples.home()), Examples.data(Examples.WEEK)).findings().stream()
                .filter(finding -> finding.where().contains("language"))
                .toList();
    }

    private static LanguageSettings with(
            String provider, String model, @Nullable String endpoint, int homes, Tool tool, double noise, String persona,
            int paraphrase, double stake, double scale, Drawing sampling, Budget budget) {
        return new LanguageSettings(
                provider, model, endpoint, Mode.EVERY_ROUND, homes, true, tool, noise, persona, paraphrase, Order.FLEET, false,
                stake, new Guards(false, scale), sampling, budget);
    }

    private static LanguageSettings endpoint(String endpoint) {
        return LanguageSettings.of("openai", "some-model", endpoint);
    }

    @Test
    void usualConditionsAreFine() {
        for (String provider : LanguageSettings.PROVIDERS) {
            assertEquals(List.of(), findings(LanguageSettings.of(provider, "some-model", null)), provider);
        }
        Budget nothing = new Budget(0.0, 0.0, 0L, 0L, 0L, 0.0);
        assertEquals(
                List.of(),
                findings(with("gemini", "m", null, 0, Tool.NOISY, 1, "p", 1, 0, 1, Drawing.REPEATABLE, nothing)),
                "a budget of nothing is a condition like others");
    }

    @Test
    void moreHomesThanThereAreIsAllOfThemAndSaid() {
        List<Finding> found =
                findings(with("gemini", "m", null, 99, Tool.EXACT, 0, "p", 1, 0, 1, Drawing.REPEATABLE, Budget.NONE));
        assertEquals(1, found.size(), found::toString);
        assertEquals(
                "WARNING scenario, language.homes: the fleet has fewer homes: the model decides for all 1 (value 99);"
                        + " allowed: 0 to 1, or -1 for all",
                found.getFirst().oneLine());
    }

    /** One value of the record at a time, out of its range. */
    @ParameterizedTest
    @CsvSource({
        "provider, azure", "model, ''", "model, 'two words'", "homes, -2", "homes, 100001", "toolNoise, -0.1", "toolNoise, 1.1",
        "toolNoise, NaN", "persona, ''", "paraphrase, 0", "leastStakeUsd, -1", "leastStakeUsd, NaN", "guards.priceScale, 0",
        "guards.priceScale, Infinity", "sampling.temperature, 2.1", "sampling.temperature, -1", "sampling.topP, 1.5",
        "sampling.maxOutputTokens, 0", "budget.usd, -0.01", "budget.usd, NaN", "budget.usdPerDay, -1", "budget.tokens, -1",
        "budget.tokensPerDay, -1", "budget.calls, -1", "budget.seconds, Infinity"
    })
    void whatIsOutOfRangeIsAFindingThatNamesIt(String field, String value) {
        List<Finding> found = findings(wrong(field, value));
        assertEquals(1, found.size(), found.toString());
        assertEquals("scenario, language." + field, found.getFirst().where());
        assertTrue(found.getFirst().isError());
        assertFalse(String.valueOf(found.getFirst().allowed()).isBlank());
    }

    private static double number(String field, String wanted, String value, double otherwise) {
        return field.equals(wanted) ? Double.parseDouble(value) : otherwise;
    }

    private static @Nullable Double perhaps(String field, String wanted, String value) {
        return field.equals(wanted) ? Double.valueOf(value) : null;
    }

    private static @Nullable Long count(String field, String wanted, String value) {
        return field.equals(wanted) ? Long.valueOf(value) : null;
    }

    private static LanguageSettings wrong(String field, String value) {
        return with(
                field.equals("provider") ? value : "gemini",
                field.equals("model") ? value : "some-model",
                null,
                (int) number(field, "homes", value, -1),
                Tool.NOISY,
                number(field, "toolNoise", value, 0.1),
                field.equals("persona") ? value : "neutral",
                (int) number(field, "paraphrase", value, 1),
                number(field, "leastStakeUsd", value, 0),
                number(field, "guards.priceScale", value, 1),
                new Drawing(
                        perhaps(field, "sampling.temperature", value), perhaps(field, "sampling.topP", value), null,
                        (int) number(field, "sampling.maxOutputTokens", value, 1024)),
                new Budget(
                        perhaps(field, "budget.usd", value), perhaps(field, "budget.usdPerDay", value),
                        count(field, "budget.tokens", value), count(field, "budget.tokensPerDay", value),
                        count(field, "budget.calls", value), perhaps(field, "budget.seconds", value)));
    }

    @Test
    void onlyANoisyToolHasNoise() {
        List<Finding> found =
                findings(with("gemini", "m", null, -1, Tool.EXACT, 0.1, "p", 1, 0, 1, Drawing.REPEATABLE, Budget.NONE));
        assertEquals("scenario, language.toolNoise", found.getFirst().where());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/v1", "http://localhost:11434", "http://127.0.0.1:8080/v1beta/", "http://[::1]:1/"})
    void addressesOfServers(String address) {
        assertEquals(List.of(), findings(endpoint(address)));
    }

    /** A key typed into the wrong place must not come back in a message. */
    @ParameterizedTest
    @ValueSource(strings = {
        "", "example.org", "ftp://example.org", "https://", "https://example.org/?key=SECRET", "https://SECRET@example.org/",
        "https://example.org/#SECRET", "https://exa mple.org/SECRET", "SECRET", "file:///etc/SECRET"
    })
    void otherAddressesAreRefusedWithoutRepeatingThem(String address) {
        List<Finding> found = findings(endpoint(address));
        assertEquals(1, found.size());
        assertEquals("scenario, language.endpoint", found.getFirst().where());
        assertFalse(found.getFirst().oneLine().contains("SECRET"), found.getFirst().oneLine());
    }
}
