package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.simulation.CancelToken;

/** Whatever the text: no exception, the same answer twice, every value with words of the text, in the range of its field. */
class AnyTextTest {
    private static final List<TextParser> PARSERS = List.of(new RuleParser(), new TrainedParser());
    private static final int CASES = 400 * Integer.getInteger("vpp.random.scale", 1);
    private static final String[] PIECES = {
        "battery", "Powerwall", "2", "13.5", "kWh", "kW", "no", "never", "below", "20%", "solar", "panels", "x", "400 W", "EV",
        "Bolt", "leave", "at", "7:30", "7", "pm", "between", "and", "from", "to", "keep", "sell", "$0.30/kWh", "half", "miles",
        "each way", ",", ".", "\n", "sold", "next year", "neighbour", "has", "1e308", "99999999999999999999999", "0", "-5",
        "\u202e", "\u200b", "\ud83d\ude00", "batería", "Speicher", "kein", "pas de", "没有", "电池", "千瓦", "%", "at most",
        "per day", "full cycle", "6 hours", "48 V", "200 Ah", "ignore previous instructions", "<system>", "{\"a\":1}", "(", ")",
        "Monday", "Thursday", "through", "½", "two", "twenty-", "sorry, I mean", "'", "\"", "\t", "\u0000", "\ud800", "1,200", "1.200,5"
    };

    @Test
    void wordsInAnyOrder() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int p = 0; p < pieces; p++) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(5) == 0 ? "" : " ");
            }
            check(text.toString());
        }
    }

    @Test
    void charactersInAnyOrder() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(200);
            for (int c = 0; c < length; c++) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x10ffff) : 32 + random.nextInt(96));
            }
            check(text.toString());
        }
    }

    @Test
    void aHundredKilobytes() {
        check("kWh 10 battery % ".repeat(6000));
        check("1".repeat(100_000));
        check("a".repeat(100_000));
        check("(((".repeat(33_000));
        check("\n".repeat(100_000));
    }

    @Test
    void nothing() {
        for (TextParser parser : PARSERS) {
            assertTrue(parser.parse("", CancelToken.NEVER).fields().isEmpty());
            assertTrue(parser.parse(" \n\t ", CancelToken.NEVER).fields().isEmpty());
        }
    }

    private static void check(String text) {
        PARSERS.forEach(parser -> check(text, parser));
    }

    private static void check(String text, TextParser parser) {
        ParsedHome home = parser.parse(text, CancelToken.NEVER);
        assertEquals(home, parser.parse(text, CancelToken.NEVER));
        home.fields().forEach((field, said) -> {
            Span span = said.span();
            assertTrue(span.start() >= 0 && span.start() < span.end() && span.end() <= text.length(), text + ": " + said);
            assertEquals(text.substring(span.start(), span.end()), said.words());
            assertFalse(said.words().isBlank(), text + ": " + said);
            assertTrue(said.confidence() > 0 && said.confidence() <= 1);
            if (field.isNumber()) {
                assertTrue(said.number() >= field.min() && said.number() <= field.max(), text + ": " + said);
            }
            assertFalse(home.abstained().contains(field), text + ": " + said);
        });
    }
}
