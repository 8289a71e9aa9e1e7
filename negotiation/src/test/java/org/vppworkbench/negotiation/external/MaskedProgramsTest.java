package org.vppworkbench.negotiation.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.simulation.CancelToken;

/** No key that a program says reaches anybody; all else comes to the letter. */
class MaskedProgramsTest {
    private static final String LOOKS = "AIzaSyA0123456789-abcdefgh_IJKLMNOPQRST";
    private static final String KNOWN = "correct-horse-battery-staple";
    private static final KeyMask KEYS = KeyMask.knowing(List.of(KNOWN));

    /** What comes of a line that a program says when it is told something. */
    private static Heard heard(String told, String said) {
        ChannelOpener programs = (agent, cancel) -> new ScriptedChannel(message -> List.of(said));
        try (AgentChannel channel =
                new MaskedPrograms(programs, KEYS).open(ExternalAgent.of("home-001", "program"), CancelToken.NEVER)) {
            channel.send(told);
            return channel.receive();
        }
    }

    private static String line(String told, String said) {
        return assertInstanceOf(Heard.Line.class, heard(told, said)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKS, KNOWN})
    void keysInTextsBecomeAsterisks(String key) {
        String said = "{\"type\":\"propose\",\"turn\":3,\"kw\":1.0,\"rationale\":\"dear \\\"one\\\":\\n#\\n, yours\",\"usdPerMwh\":2.50}";
        assertEquals(said.replace("#", "*".repeat(key.length())), line("{}", said.replace("#", key)));
        assertFalse(line("{}", "no JSON: " + key).contains(key));
        assertFalse(line("{}", "{\"" + key + "\":\"" + key + "\"}").contains(key));
        assertFalse(line("{}", "{\"rationale\":\"" + key + "\", \"broken").contains(key));
    }

    /** Ids and numbers may look like keys. */
    @Test
    void whatItWasToldAndNumbersStay() {
        String id = "NONSPIN@123/r2/home-0123456789abcdef0123";
        String told = "{\"type\":\"offers\",\"id\":\"" + id + "\"}";
        String said = "{\"type\":\"accept\",\"inReplyTo\":\"" + id + "\",\"kw\":1.2345678901234567E-10,\"usdPerMwh\":0.30000000000000004}";
        assertEquals(said, line(told, said));
        assertTrue(line("{}", said).contains("*".repeat(20)), "not told, it looks like a key");
    }

    @Test
    void wordsOfFaultsToo() {
        ChannelOpener programs = (agent, cancel) -> new AgentChannel() {
            @Override
            public void send(String line) {
                // hears nothing
            }

            @Override
            public void due(double seconds) {
                // time stands still
            }

            @Override
            public Heard receive() {
                return new Heard.Fault(Heard.FaultKind.ENDED, "ended: no such key " + LOOKS);
            }

            @Override
            public void close() {
                // nothing was started
            }
        };
        try (AgentChannel channel =
                new MaskedPrograms(programs, KEYS).open(ExternalAgent.of("home-001", "program"), CancelToken.NEVER)) {
            String words = assertInstanceOf(Heard.Fault.class, channel.receive()).words();
            assertEquals("ended: no such key " + "*".repeat(LOOKS.length()), words);
        }
    }

    /** Any text, well-formed or not: nothing is thrown, nothing changes where there is no key, and a second time changes nothing. */
    @Test
    void anyText() {
        SplittableRandom random = new SplittableRandom(7);
        String pieces = "{}[]\":,\\ abn1e-\u00e9";
        for (int i = 0; i < 2000 * Integer.getInteger("vpp.random.scale", 1); i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            assertEquals(text.toString(), line("{}", text.toString()));
            String with = "{\"rationale\":" + new JsonPrimitive(text + " " + LOOKS + " " + text) + "}";
            String masked = line("{}", with);
            assertFalse(masked.contains(LOOKS), masked);
            assertEquals(masked, line("{}", masked));
            assertTrue(JsonParser.parseString(masked).getAsJsonObject().get("rationale").getAsString().endsWith(text.toString()));
        }
    }
}
