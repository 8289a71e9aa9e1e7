package org.vppworkbench.negotiation.llm.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.llm.wire.Tokens;

class PriceListTest {
    private static final String OWN =
            """
            {"format":"vpp-prices/1","asOf":"2026-03-01","source":"contract",
             "usdPerMillionTokens":{"own":{"input":1,"output":4},"own-lite":{"input":0.5,"cachedInput":0.1,"output":2}}}""";

    private static Finding refused(String text) {
        Reading<PriceList> reading = PriceList.read("prices.json", text);
        assertNull(reading.value());
        return reading.findings().getFirst();
    }

    @Test
    void theListOfTheApplicationIsReadable() {
        PriceList list = PriceList.builtIn();
        assertTrue(list.knows("gemini-2.5-flash"));
        assertTrue(list.asOf().isAfter(LocalDate.of(2025, 1, 1)));
        assertFalse(list.source().isBlank());
        list.models().values().forEach(price -> assertTrue(price.cachedInput() <= price.input() && price.input() <= price.output()));
    }

    @Test
    void cachedTokensAndThoughtsHaveTheirPrice() {
        PriceList list = PriceList.read("prices.json", OWN).orThrow();
        Tokens tokens = new Tokens(1_000_000, 400_000, 200_000, 100_000, false);
        assertEquals(0.6 * 0.5 + 0.4 * 0.1 + 0.3 * 2, list.usd("own-lite", tokens), 1e-12);
        // without a price for cached tokens they cost what others do
        assertEquals(1 + 0.3 * 4, list.usd("own", tokens), 1e-12);
        assertEquals(LocalDate.of(2026, 3, 1), list.asOf());
    }

    @Test
    void versionsOfAModelCostWhatItDoesAndOtherModelsAreUnknown() {
        PriceList list = PriceList.builtIn();
        Tokens tokens = new Tokens(1000, 0, 1000, 0, false);
        assertEquals(list.usd("gemini-2.5-flash", tokens), list.usd("gemini-2.5-flash-001", tokens));
        assertEquals(list.usd("gpt-4o-mini", tokens), list.usd("gpt-4o-mini-2024-07-18", tokens));
        assertFalse(list.knows("gemini-2.5-flash-image"));
        assertFalse(list.knows("gemini-9-ultra"));
        assertThrows(IllegalArgumentException.class, () -> list.usd("gemini-9-ultra", tokens));
    }

    @Test
    void badListsAreNamed() {
        assertEquals("not a JSON object", refused("[1").message());
        assertEquals("prices.json, format", refused(OWN.replace("prices/1", "prices/2")).where());
        assertEquals("prices.json, asOf", refused(OWN.replace("2026-03-01", "March")).where());
        assertEquals("prices.json, own.input", refused(OWN.replace("\"input\":1,", "\"input\":-1,")).where());
        assertEquals("prices.json, own.output", refused(OWN.replace("\"output\":4", "\"output\":\"4\"")).where());
        assertEquals("prices.json, own", refused(OWN.replace("{\"input\":1,\"output\":4}", "7")).where());
        assertEquals(
                "prices.json, usdPerMillionTokens",
                refused("{\"format\":\"vpp-prices/1\",\"asOf\":\"2026-03-01\"}").where());
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-flash, gemini-2.5-flash, true", "gemini-2.5-flash, models/gemini-2.5-flash-001, true",
        "gemini-2.5-flash, gemini-2.5-flash-preview-09-2025, true", "gemini-2.5-flash, gemini-2.5-flash-lite, false",
        "gemini-2.5-flash, gemini-2.5-pro, false", "gemini-2.5-flash, gemini-2.0-flash, false",
        "gemini-flash-latest, gemini-2.5-flash-preview-09-2025, true", "gemini-flash-latest, gemini-2.5-pro, false",
        "gpt-4o, gpt-4o-2024-08-06, true", "gpt-4o, gpt-4o-mini-2024-07-18, false", "gpt-4o-mini, gpt-4o, false",
        "llama3.1, llama3.1:latest, true", "llama3.1:8b, llama3.1:8b, true", "llama3.1:8b, llama3.1:70b, false",
        "meta/llama3.1, llama3.1, true"
    })
    void families(String requested, String returned, boolean same) {
        assertEquals(same, ModelFamily.same(requested, returned));
    }
}
