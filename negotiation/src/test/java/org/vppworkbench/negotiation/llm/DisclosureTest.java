package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Disclosure;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** What is shown before the first request says where it goes, and does not say the key. */
class DisclosureTest {
    private static String words(String provider, String url, String key) {
        LanguageSettings conditions = LanguageSettings.of(provider, "gemini-2.5-flash", url);
        Destination destination =
                GatewayChecks.destination(GatewaySettings.of(conditions, Secret.of(key))).orThrow();
        return String.join("\n", Disclosure.of(destination, conditions));
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
