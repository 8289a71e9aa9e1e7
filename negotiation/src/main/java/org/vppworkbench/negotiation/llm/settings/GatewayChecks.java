package org.vppworkbench.negotiation.llm.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.Reading;

/** Checks settings before anything is sent. No finding quotes a key or a URL that may hold one. */
public final class GatewayChecks {
    /** Ids go into the path of a URL. */
    private static final String MODEL_ID = "[A-Za-z0-9][A-Za-z0-9._:@/+-]{0,199}";

    private GatewayChecks() {}

    /** The way to a model, or why there is none. */
    public static Reading<Destination> destination(GatewaySettings settings) {
        Findings findings = new Findings();
        Provider provider = Provider.of(settings.provider());
        if (provider == null) {
            findings.error("provider", settings.provider(), "not known", Provider.ids());
        }
        checkModel(provider, settings, findings);
        checkLimits(settings.limits(), findings);
        checkBudget(settings.budget(), findings);
        Endpoint endpoint = provider == null ? null : endpoint(provider, settings, findings);
        if (provider == null || endpoint == null || findings.hasErrors()) {
            return new Reading<>(null, findings.list());
        }
        return new Reading<>(new Destination(provider, settings.model(), endpoint, settings.key()), findings.list());
    }

    private static void checkModel(@Nullable Provider provider, GatewaySettings settings, Findings findings) {
        String model = settings.model();
        Secret key = settings.key();
        if (model.isBlank()) {
            findings.error("model", null, "no model is named", null);
        } else if (!model.matches(MODEL_ID) || model.contains("..") || model.contains("//")) {
            findings.error(
                    "model", key == null ? shortened(model) : key.mask(shortened(model)), "not the id of a model",
                    "letters, digits and . _ : @ / + -");
        } else if (key != null && key.within(model)) {
            findings.error("model", null, "holds the key", "the id of a model");
        } else if (provider == Provider.GEMINI && model.contains("/")) {
            findings.error("model", shortened(model), "not the id of a Gemini model", "without a slash");
        }
    }

    private static @Nullable Endpoint endpoint(Provider provider, GatewaySettings settings, Findings findings) {
        Reading<Endpoint> read = Endpoint.of(provider, settings.baseUrl());
        findings.addAll(read.findings());
        Endpoint endpoint = read.value();
        if (endpoint == null) {
            return null;
        }
        Secret key = settings.key();
        checkKey(provider, endpoint, key, findings);
        String odd = endpoint.oddPath(provider);
        if (odd != null && (key == null || !key.within(endpoint.baseUrl()))) {
            findings.warning("base URL", endpoint.baseUrl(), odd, "such as " + provider.ownBaseUrl());
        }
        return endpoint;
    }

    private static void checkKey(
            Provider provider, Endpoint endpoint, @Nullable Secret key, Findings findings) {
        String where = provider.keyVariable();
        if (provider.needsKey(endpoint.providersOwn()) && (key == null || key.saysNothing())) {
            String fault = "no key: it is absent or empty, or a word such as null that says so";
            findings.error(where, null, fault, "a key of the provider");
            return;
        }
        if (key == null) {
            return;
        }
        String fault = key.fault();
        if (fault != null) {
            findings.error(where, null, fault, "a key of the provider");
        }
        if (key.within(endpoint.baseUrl())) {
            findings.error("base URL", null, "holds the key", "an address without it");
        }
        if (!endpoint.secure() && !endpoint.loopback()) {
            findings.error("base URL", null, "a key is only sent over https, or to this machine", "https://...");
        }
    }

    private static void checkLimits(Limits limits, Findings findings) {
        positive("time-out of a connection", limits.connect(), findings);
        positive("time-out of a sign of life", limits.silence(), findings);
        positive("time-out of an answer", limits.answer(), findings);
        positive("patience", limits.patience(), findings);
        findings.inRange("retries", limits.retries(), 0, 100, "");
        findings.inRange("concurrency", limits.concurrency(), 1, 10_000, "requests");
        Integer requests = limits.requestsPerMinute();
        if (requests != null) {
            findings.inRange("requests per minute", requests, 1, 1e7, "");
        }
        Integer tokens = limits.tokensPerMinute();
        if (tokens != null) {
            findings.inRange("tokens per minute", tokens, 1, 2e9, "");
        }
    }

    private static void positive(String where, Duration duration, Findings findings) {
        findings.aboveZero(where, duration.toMillis() / 1000.0, 86_400, "s");
    }

    /** A budget of zero is allowed: it says that nothing may be asked. */
    private static void checkBudget(Budget budget, Findings findings) {
        notNegative("budget usd", budget.usd(), findings);
        notNegative("budget usd per day", budget.usdPerDay(), findings);
        notNegative("budget tokens", budget.tokens(), findings);
        notNegative("budget tokens per day", budget.tokensPerDay(), findings);
        notNegative("budget calls", budget.calls(), findings);
        notNegative("budget seconds", budget.seconds(), findings);
    }

    private static void notNegative(String where, @Nullable Number limit, Findings findings) {
        if (limit != null) {
            findings.inRange(where, limit.doubleValue(), 0, 1e15, "");
        }
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "...";
    }

    /** Whether a finding says that a key is missing. */
    public static boolean isAboutKey(Finding finding) {
        return finding.where().endsWith("_API_KEY");
    }
}
