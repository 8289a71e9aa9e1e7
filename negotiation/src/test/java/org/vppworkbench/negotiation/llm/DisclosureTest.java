package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Disclosure;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** What is shown before the first request says where it goes, and does not say the key. */
class DisclosureTest {
    private static String words(String provider, String url, String key) {
        return words(LanguageSettings.of(provider, "gemini-2.5-flash", url), key, Purpose.NEGOTIATION);
    }

    private static String words(LanguageSettings conditions, String key, Purpose purpose) {
        Destination destination =
                GatewayChecks.destination(GatewaySettings.of(conditions, Secret.of(key))).orThrow();
        return String.join("\n", Disclosure.of(destination, conditions, purpose));
    }

    private static String words(Purpose purpose) {
        return words(LanguageSettings.of("gemini", "gemini-2.5-flash", null), Gateways.KEY, purpose);
    }

    private static String run(Mode mode, int homes) {
        LanguageSettings all = LanguageSettings.of("gemini", "gemini-2.5-flash", null);
        LanguageSettings settings = new LanguageSettings(
                all.provider(), all.model(), null, mode, homes, all.aggregatorByModel(), all.tool(), 0, all.persona(), 1,
                all.order(), false, 0, all.guards(), all.sampling(), all.budget());
        return words(settings, Gateways.KEY, Purpose.NEGOTIATION);
    }

    @Test
    void runsSayWhatTheirModeSends() {
        String rounds = run(Mode.EVERY_ROUND, -1);
        assertTrue(rounds.contains("devices") && rounds.contains("the offers to it") && rounds.contains("aggregator"), rounds);
        assertFalse(rounds.contains("share a request") || rounds.contains("once for each day"), rounds);
        assertTrue(run(Mode.BATCHED, -1).contains("share a request"));
        String daily = run(Mode.DAILY_STRATEGY, -1);
        assertTrue(daily.contains("once for each day") && daily.contains("No offers"), daily);
        assertFalse(daily.contains("the offers to it"), daily);
        String none = run(Mode.EVERY_ROUND, 0);
        assertFalse(none.contains("devices"), none);
        assertTrue(none.contains("the offers of the homes"), none);
    }

    @Test
    void oneModelForAllGetsTheTrueLeastPrices() {
        String single = words(Purpose.SINGLE);
        assertTrue(single.contains("the true least price"), single);
        assertTrue(single.contains("Devices, plans, preferences and words of owners are not sent"), single);
        assertFalse(single.contains("the offers"), single);
    }

    @Test
    void questionsOutsideRunsSayWhatTheySend() {
        String describe = words(Purpose.DESCRIBE);
        assertTrue(describe.contains("the text of each description") && describe.contains("word for word"), describe);
        assertTrue(words(Purpose.SENTINEL).contains("fifty short questions"));
        assertTrue(words(Purpose.PROBE).contains("questions about market prices"));
        assertTrue(words(Purpose.EXPLAIN).contains("table of metrics"));
        for (Purpose purpose : List.of(Purpose.DESCRIBE, Purpose.SENTINEL, Purpose.PROBE, Purpose.EXPLAIN)) {
            String words = words(purpose);
            assertFalse(words.contains("devices") || words.contains("aggregator") || words.contains("Dates"), words);
            assertTrue(words.contains("A provider may keep") && words.contains("in a header"), words);
        }
    }

    @Test
    void namesTheAddressAndTheModelAndNotTheKey() {
        String own = words("gemini", null, Gateways.KEY);
        assertTrue(own.contains("https://generativelanguage.googleapis.com/v1beta"), own);
        assertTrue(own.contains("gemini-2.5-flash"), own);
        assertTrue(own.contains("in a header"), own);
        assertFalse(own.contains("not the address of the provider"), own);
        assertFalse(own.contains("RECOGNISABLE"), own);
    }

    @Test
    void saysWhereSomebodyElseMayRead() {
        assertTrue(words("gemini", "https://example.org/v1beta", Gateways.KEY).contains("not the address of the provider"));
        assertTrue(words("ollama", "http://box.lan:11434", null).contains("not encrypted"));
        String here = words("ollama", null, null);
        assertTrue(here.contains("this machine"), here);
        assertFalse(here.contains("in a header"), here);
    }
}
