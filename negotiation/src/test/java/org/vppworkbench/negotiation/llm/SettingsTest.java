package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.llm.settings.Thinking;

/** Bad settings are told in plain words before anything is sent, and never with the key. */
class SettingsTest {
    private static GatewaySettings settings(
            String provider, String model, @Nullable String url, @Nullable String key) {
        return new GatewaySettings(
                provider, model, url, Secret.of(key), Limits.USUAL, Thinking.LEAST, Budget.NONE);
    }

    private static List<Finding> findings(GatewaySettings settings) {
        Reading<Destination> reading = GatewayChecks.destination(settings);
        for (Finding finding : reading.findings()) {
            assertFalse(finding.oneLine().contains("RECOGNISABLE"), finding.oneLine());
        }
        return reading.findings();
    }

    private static Finding only(GatewaySettings settings) {
        List<Finding> findings = findings(settings);
        assertEquals(1, findings.size(), findings::toString);
        assertNull(GatewayChecks.destination(settings).value());
        return findings.getFirst();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\n", "null", " NULL ", "undefined", "None"})
    void noKey(@Nullable String key) {
        Finding finding = only(settings("gemini", "gemini-2.5-flash", null, key));
        assertEquals("GEMINI_API_KEY", finding.where());
        assertTrue(finding.message().contains("absent or empty"));
        assertTrue(GatewayChecks.isAboutKey(finding));
        assertEquals(finding.message(), only(settings("openai", "gpt-4o", null, key)).message());
        assertEquals(List.of(), findings(settings("openai", "local", "http://localhost:8080/v1", key)), "any word is one there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECOGNISABLE KEY | blank", "\"RECOGNISABLE\" | quotes", "Bearer RECOGNISABLE| blank",
                "GEMINI_API_KEY=RECOGNISABLE | NAME=VALUE", "schlüsselRECOGNISABLE | header"
            })
    void keysThatCannotBeOne(String key, String words) {
        Finding finding = only(settings("gemini", "gemini-2.5-flash", null, key));
        assertTrue(finding.message().contains(words), finding.message());
    }

    @Test
    void keysOfSeveralFormsAreTaken() {
        for (String key : List.of(Gateways.KEY, "sk-proj-a_b-c", "abc==", "a.b/c+d")) {
            assertTrue(findings(settings("gemini", "gemini-2.5-flash", null, " " + key + "\n")).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "htp:/x | http", "ftp://x/v1beta | http", "://| not a URL", "https:// | not a URL",
                "https://u:RECOGNISABLE@host/v1beta | user name", "https://host/v1beta?key=RECOGNISABLE | query",
                "https://host/v1beta#RECOGNISABLE | fragment", "not a url | not a URL", "https:///v1beta | host",
                "http://localhost:99999/v1beta | port above 65535", "http://example.org/v1beta | only sent over https",
                "https://example.org/AIzaSyRECOGNISABLE-KEY-0123456789abc/v1beta | holds the key"
            })
    void baseUrls(String url, String words) {
        Finding finding = only(settings("gemini", "gemini-2.5-flash", url, Gateways.KEY));
        assertTrue(finding.message().contains(words), finding.oneLine());
    }

    @Test
    void aPathThatLooksOddIsAWarning() {
        Finding finding = findings(settings("gemini", "gemini-2.5-flash", "https://proxy.example/", Gateways.KEY)).getFirst();
        assertEquals(Finding.Severity.WARNING, finding.severity());
        assertTrue(finding.message().contains("/v1beta"));
    }

    @Test
    void thisMachineMayBeAskedWithoutEncryption() {
        for (String host : List.of("http://localhost:8080/v1", "http://127.0.0.1:1/v1", "http://[::1]:1/v1")) {
            assertTrue(findings(settings("openai", "local", host, Gateways.KEY)).isEmpty());
            assertTrue(findings(settings("openai", "local", host, null)).isEmpty());
        }
        assertTrue(findings(settings("ollama", "llama3.1", null, null)).isEmpty());
        assertTrue(findings(settings("ollama", "llama3.1", "http://box.lan:11434", null)).isEmpty());
        assertEquals("OPENAI_API_KEY", only(settings("openai", "gpt-4o", null, null)).where());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "../x", "x?key=1", "x#y", "tuned/x", "x\u0000y"})
    void models(String model) {
        assertEquals("model", only(settings("gemini", model, null, Gateways.KEY)).where());
    }

    @Test
    void theProvidersOwnHostIsKnownAndCustomOnesAreNot() {
        Destination own =
                GatewayChecks.destination(settings("gemini", "models/gemini-2.5-flash", null, Gateways.KEY)).orThrow();
        assertEquals(
                "LLM live gemini-2.5-flash @generativelanguage.googleapis.com", own.identity(false).label());
        for (String url :
                List.of(
                        "https://generativelanguage.googleapis.com.evil.example/v1beta",
                        "https://generativelanguage.googleapis.com:8443/v1beta", "https://example.org/v1beta")) {
            Destination other =
                    GatewayChecks.destination(settings("gemini", "gemini-2.5-flash", url, Gateways.KEY)).orThrow();
            assertEquals("LLM live gemini-2.5-flash @custom endpoint", other.identity(false).label());
        }
    }

    @Test
    void unknownProviderLimitsAndBudgets() {
        assertEquals("gemini, openai, ollama", only(settings("claude", "x", null, Gateways.KEY)).allowed());
        GatewaySettings good = settings("gemini", "gemini-2.5-flash", null, Gateways.KEY);
        assertEquals("concurrency", only(good.with(Limits.USUAL.withConcurrency(0))).where());
        assertEquals("requests per minute", only(good.with(Limits.USUAL.withRequestsPerMinute(0))).where());
        assertEquals("retries", only(good.with(Limits.USUAL.withRetries(-1))).where());
        assertEquals("time-out of an answer", only(good.with(Limits.USUAL.withAnswer(Duration.ZERO))).where());
        assertEquals("budget usd", only(good.with(new Budget(-1.0, null, null, null, null, null))).where());
        assertEquals("budget seconds", only(good.with(new Budget(null, null, null, null, null, Double.NaN))).where());
    }

    @Test
    void aBudgetInDollarsNeedsAPrice() {
        GatewaySettings unknown =
                settings("gemini", "gemini-of-tomorrow", null, Gateways.KEY).with(new Budget(1.0, null, null, null, null, null));
        Reading<ModelGateway> reading = ModelGateway.live(unknown, Gateways.around(new Gateways.FakePace()));
        assertNull(reading.value());
        assertTrue(reading.findings().getFirst().sentence().contains("price list"));
    }

    @Test
    void theConditionsOfARunBecomeSettings() {
        GatewaySettings settings =
                GatewaySettings.of(LanguageSettings.of("gemini", "gemini-2.5-flash", null), Secret.of(Gateways.KEY));
        assertNotNull(GatewayChecks.destination(settings).value());
        assertFalse(settings.toString().contains("RECOGNISABLE"), settings.toString());
        assertEquals("***", String.valueOf(Secret.of(Gateways.KEY)));
    }
}
