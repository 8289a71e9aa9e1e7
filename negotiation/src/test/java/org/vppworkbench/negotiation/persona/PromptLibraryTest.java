package org.vppworkbench.negotiation.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.TestTurns;
import org.vppworkbench.negotiation.language.Prompt;

class PromptLibraryTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);

    private final PromptLibrary library = new PromptLibrary();

    private Prompt prompt(LanguageSettings settings, long seed) {
        HomeBriefing briefing = new HomeBriefing(library, settings, new Figures(DAY, Guards.NONE), seed);
        return briefing.bargaining(TestTurns.called("home-001"), List.of());
    }

    @Test
    void everyWordingAndPersonaHasItsOwnTextAndHash() {
        Set<String> hashes = new HashSet<>();
        Set<String> systems = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int i = 1; i <= PromptLibrary.PARAPHRASES; i++) {
            Prompt prompt = prompt(LanguageConditions.paraphrase(i), 1);
            assertTrue(hashes.add(prompt.hash()) && systems.add(prompt.system()) && ids.add(prompt.id()), prompt::id);
            assertTrue(prompt.hash().matches("[0-9a-f]{64}"));
        }
        for (String persona : PromptLibrary.PERSONAS.subList(1, PromptLibrary.PERSONAS.size())) {
            Prompt prompt = prompt(LanguageConditions.persona(persona), 1);
            assertTrue(hashes.add(prompt.hash()) && systems.add(prompt.system()) && ids.add(prompt.id()), prompt::id);
        }
        for (Tool tool : List.of(Tool.NOISY, Tool.NONE)) {
            assertTrue(hashes.add(prompt(LanguageConditions.tool(tool, 0), 1).hash()), tool::name);
        }
    }

    @Test
    void theHashIsOfTheWordingAndNotOfTheRun() {
        Prompt one = prompt(LanguageConditions.DEFAULT, 1);
        Prompt two = prompt(LanguageConditions.DEFAULT, 2);
        assertEquals(one.hash(), two.hash());
        assertFalse(one.system().equals(two.system()), "the fence of another run has another number");
    }

    @Test
    void noPlaceholderIsLeftAndTheSchemaIsJson() {
        for (Tool tool : Tool.values()) {
            LanguageSettings settings = LanguageConditions.tool(tool, 0);
            HomeBriefing briefing = new HomeBriefing(library, settings, new Figures(DAY, Guards.NONE), 1);
            assertFalse(prompt(settings, 1).system().matches("(?s).*\\{[a-z]+}.*"));
            assertTrue(JsonParser.parseString(briefing.schema().json()).isJsonObject());
            assertTrue(JsonParser.parseString(briefing.strategySchema().json()).isJsonObject());
            assertEquals(tool != Tool.NONE, briefing.schema().json().contains("WHAT_IF"));
            assertFalse(briefing.schema().json().contains("{actions}"));
        }
    }

    @Test
    void whatIsFilledInIsNotFilledAgain() {
        assertEquals("a {b} c", PromptLibrary.filled("a {x} c", Map.of("x", "{b}", "b", "no")));
        assertEquals("{unknown} {", PromptLibrary.filled("{unknown} {", Map.of()));
    }

    @Test
    void aMissingPromptIsNamed() {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> library.text("prosumer/instructions-99.txt"));
        assertTrue(String.valueOf(missing.getMessage()).contains("prosumer/instructions-99.txt"));
    }

    @Test
    void anInstallationWithoutItsPromptsIsRefusedBeforeTheRun() {
        Findings findings = new Findings();
        new PromptLibrary("v0").checkAll(LanguageConditions.DEFAULT, findings);
        assertTrue(findings.list().size() > 10);
        assertTrue(findings.list().stream().allMatch(f -> f.isError() && f.toString().contains("v0/")));
        for (Tool tool : Tool.values()) {
            Findings none = new Findings();
            PromptLibrary.check(LanguageConditions.tool(tool, 0), none);
            assertEquals(List.of(), none.list());
        }
    }

    @Test
    void unknownWordingsAndPersonasAreFindings() {
        Findings none = new Findings();
        PromptLibrary.check(LanguageConditions.DEFAULT, none);
        assertEquals(List.of(), none.list());
        Findings two = new Findings();
        PromptLibrary.check(LanguageConditions.paraphrase(6), two);
        PromptLibrary.check(LanguageConditions.persona("../../secret"), two);
        assertEquals(2, two.list().size());
        assertTrue(two.hasErrors());
    }
}
