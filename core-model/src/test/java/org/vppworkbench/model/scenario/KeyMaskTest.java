package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;

class KeyMaskTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @ParameterizedTest
    @ValueSource(strings = {
        "AIzaSyA0123456789-abcdefgh_IJKLMNOPQRST", "sk-abcdefghijklmnop", "sk-proj-Ab12Cd34Ef56Gh78Ij90", "gsk_abcdefABCDEF012345",
        "hf_abcdefghijklmnopqrst", "ghp_0123456789abcdefABCDEF", "SECRET-key-0123456789-zyxw", "0123456789abcdef0123456789abcdef"
    })
    void whatLooksLikeAKeyIsBlankedOut(String key) {
        for (String around : List.of("#", "Our key is #.", "(#)", "\"#\"", "key:#,", "Umlaute äöü # 汉字")) {
            String text = around.replace("#", key);
            assertEquals(around.replace("#", "*".repeat(key.length())), KeyMask.BY_LOOKS.masked(text));
        }
    }

    @Test
    void theValueOfANamedSecretIsBlankedOut() {
        assertEquals("GEMINI_API_KEY=*********, then", KeyMask.BY_LOOKS.masked("GEMINI_API_KEY=abc-1-def, then"));
        assertEquals("Authorization: Bearer ************", KeyMask.BY_LOOKS.masked("Authorization: Bearer abcdefghijkl"));
        assertEquals("password: ********", KeyMask.BY_LOOKS.masked("password: hunter12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "Never below 20 %, and nothing between 17:30 and 20:00.", "Two Powerwall-2-batteries and 18 panels of 400 W.",
        "From 2023-08-16T12:00 on.", "TOU_D_PRIME_NBT, BILL_OPTIMAL", "home-003", "Donaudampfschifffahrtsgesellschaft",
        "999999999999999999999 kWh", "The key: never sell at dinner.", "a risk-abcdefghijklmnop", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void ordinaryWordsStay(String text) {
        assertEquals(text, KeyMask.BY_LOOKS.masked(text));
    }

    /** Length and everything around a known key stay, whatever the key is; twice is the same as once; no word tells it. */
    @Test
    void aKnownKeyIsBlankedOutWhateverItLooksLike() {
        SplittableRandom random = new SplittableRandom(20230816);
        for (int i = 0; i < 200 * Integer.getInteger("vpp.random.scale", 1); i++) {
            StringBuilder drawn = new StringBuilder();
            random.ints(random.nextInt(KeyMask.SHORTEST_KNOWN, 60), 0, LETTERS.length())
                    .forEach(at -> drawn.append(LETTERS.charAt(at)));
            String key = drawn.toString();
            KeyMask mask = KeyMask.knowing(List.of("short", " " + key + " "));
            String text = "short " + key + ", and " + key + "; no more";
            String masked = mask.masked(text);
            String stars = "*".repeat(key.length());
            assertEquals("short " + stars + ", and " + stars + "; no more", masked);
            assertEquals(masked, mask.masked(masked));
            assertFalse(mask.toString().contains(key));
        }
    }

    /** Long hostile texts cost no time that grows with their square. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "A1-", "key=", "sk-", "bearer ", "-", "key = "})
    void longTextsAreRead(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        assertEquals(text.length(), KeyMask.BY_LOOKS.masked(text).length());
    }

    @Test
    void aPreferenceKeepsAllButItsWords() {
        List<Preference> all = List.of(
                new Preference.ReserveFloor(Strength.SOFT, 3, 0.2, "a"), new Preference.EvReadyBy(Strength.SOFT, 30, 0.3, "a"),
                new Preference.BlackoutWindow(Strength.SOFT, LocalTime.of(17, 0), LocalTime.of(20, 0), 0.4, "a"),
                new Preference.DailyDischargeCap(Strength.SOFT, 6, 0.5, "a"), new Preference.PriceFloor(0.3, "a"),
                new Preference.MaxEventsPerDay(2, "a"));
        for (Preference preference : all) {
            assertEquals("b", preference.saidAs("b").source());
            assertEquals(preference, preference.saidAs("b").saidAs("a"));
        }
    }

    @Test
    void messagesOfAScenarioAreMaskedAndTold() {
        Scenario plain = Examples.scenario(Examples.FIRST, 1);
        Findings out = new Findings();
        assertSame(plain, KeyMask.BY_LOOKS.masked(plain, out));
        assertEquals(List.of(), out.list());
        OwnerMessage message = new OwnerMessage(
                LocalDateTime.of(2023, 8, 16, 12, 0), "sk-abcdefghijklmnop", new OwnerChange.Refuses("home-001", null));
        Scenario masked = KeyMask.BY_LOOKS.masked(plain.withMessages(List.of(message)), out);
        assertEquals("*".repeat(19), masked.told().getFirst().text());
        assertEquals(message.change(), masked.told().getFirst().change());
        assertTrue(out.list().getFirst().oneLine().startsWith("WARNING scenario, messages, said at 2023-08-16T12:00"), out.list()::toString);
    }

    /** Whoever brings a fleet: what runs, and what is written of it, has no key. */
    @Test
    void noResolvedScenarioHoldsAKey() {
        Resolution resolution = Examples.resolve(Examples.home(new Preference.PriceFloor(0.3, "0.3 by gsk_abcdefABCDEF012345")));
        ResolvedScenario resolved = resolution.orThrow();
        assertEquals(
                "0.3 by " + "*".repeat(22), resolved.fleet().homes().getFirst().preferences().getFirst().source());
        assertTrue(
                resolution.findings().stream().map(Finding::oneLine)
                        .anyMatch(line -> line.matches("WARNING fleet.json, .*, preferences: what is or looks like a key was blanked out.*")),
                resolution.findings()::toString);
    }
}
