package org.vppworkbench.model.scenario;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Fleet;

/** Checks of the conditions of language models; which personas and wordings there are is for those who own the prompts. */
final class LanguageChecks {
    private static final int MOST_PORT = 65_535;
    private static final String PLACE = "scenario, language.";
    private static final int LONGEST_NAME = 200;
    private static final int MOST_HOMES = 100_000;
    private static final int MOST_TOKENS_A_REPLY = 200_000;
    private static final double MOST_USD = 1e5;
    private static final double MOST_COUNT = 1e12;
    private static final double MOST_SECONDS = 1e7;

    private static final String NO_WORD = "\\p{javaWhitespace}|\\p{Cntrl}";

    private LanguageChecks() {}

    static void check(LanguageSettings settings, Findings out) {
        if (!LanguageSettings.PROVIDERS.contains(settings.provider())) {
            out.error(
                    PLACE + "provider", "\"" + settings.provider() + "\"", "not a provider",
                    String.join(", ", LanguageSettings.PROVIDERS));
        }
        name("model", settings.model(), "the id of a model as the provider lists it", out);
        name("persona", settings.persona(), "the name of a persona", out);
        endpoint(settings.endpoint(), out);
        if (settings.homes() != -1) {
            out.inRange(PLACE + "homes", settings.homes(), 0, MOST_HOMES, "homes, or -1 for all");
        }
        out.inRange(PLACE + "toolNoise", settings.toolNoise(), 0, 1, "");
        if (settings.tool() != LanguageSettings.Tool.NOISY && settings.toolNoise() != 0) {
            out.error(PLACE + "toolNoise", settings.toolNoise(), "only a NOISY tool has noise", "0, or tool NOISY");
        }
        out.inRange(PLACE + "paraphrase", settings.paraphrase(), 1, 99, "");
        out.inRange(PLACE + "leastStakeUsd", settings.leastStakeUsd(), 0, 1e6, "$");
        out.inRange(PLACE + "guards.priceScale", settings.guards().priceScale(), 1e-3, 1e3, "");
        sampling(settings.sampling(), out);
        budget(settings.budget(), out);
    }

    /** More homes than there are is all of them, which is said. */
    static void homes(@Nullable LanguageSettings settings, Fleet fleet, Findings out) {
        if (settings != null && settings.homes() > fleet.homes().size() && settings.homes() <= MOST_HOMES) {
            out.warning(
                    PLACE + "homes", settings.homes(), "the fleet has fewer homes: the model decides for all " + fleet.homes().size(),
                    "0 to " + fleet.homes().size() + ", or -1 for all");
        }
    }

    private static void sampling(LanguageSettings.Drawing sampling, Findings out) {
        within("sampling.temperature", sampling.temperature(), 2, "", out);
        within("sampling.topP", sampling.topP(), 1, "", out);
        out.inRange(PLACE + "sampling.maxOutputTokens", sampling.maxOutputTokens(), 16, MOST_TOKENS_A_REPLY, "tokens");
    }

    /** A budget of nothing is allowed: the first question ends the talk, and that is said. */
    private static void budget(LanguageSettings.Budget budget, Findings out) {
        within("budget.usd", budget.usd(), MOST_USD, "$", out);
        within("budget.usdPerDay", budget.usdPerDay(), MOST_USD, "$", out);
        within("budget.tokens", budget.tokens(), MOST_COUNT, "tokens", out);
        within("budget.tokensPerDay", budget.tokensPerDay(), MOST_COUNT, "tokens", out);
        within("budget.calls", budget.calls(), MOST_COUNT, "calls", out);
        within("budget.seconds", budget.seconds(), MOST_SECONDS, "s", out);
    }

    private static void within(String field, @Nullable Number value, double max, String unit, Findings out) {
        if (value != null) {
            out.inRange(PLACE + field, value.doubleValue(), 0, max, unit);
        }
    }

    private static void name(String field, String text, String allowed, Findings out) {
        boolean blank = text.isEmpty() || text.replaceAll(NO_WORD, "").length() != text.length();
        if (blank || text.length() > LONGEST_NAME) {
            out.error(
                    PLACE + field, "\"" + text.substring(0, Math.min(text.length(), 60)) + "\"", "not a name",
                    allowed + ", without blanks, at most " + LONGEST_NAME + " characters");
        }
    }

    /** The value is not repeated: somebody may have put a key into it. */
    private static void endpoint(@Nullable String text, Findings out) {
        if (text == null) {
            return;
        }
        try {
            URI url = new URI(text);
            boolean web = url.getHost() != null && List.of("https", "http").contains(String.valueOf(url.getScheme()));
            if (web && url.getPort() <= MOST_PORT && url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        out.error(
                PLACE + "endpoint", null, "not a usable address (it is not shown: there may be a key in it)",
                "http or https, such as http://localhost:11434, without user, query and fragment, a port up to " + MOST_PORT);
    }
}
