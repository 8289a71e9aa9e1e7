package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;

/** Short ways to say what a text should be read as. */
final class Described {
    private Described() {}

    /** All fields but strengths, as {@code key=value} joined by blanks, in the order of their names. */
    static String as(String text) {
        Map<String, String> fields = new TreeMap<>();
        new RuleParser().parse(text).fields().forEach((field, said) -> {
            if (!field.key().endsWith("strength")) {
                fields.put(field.key(), said.value());
            }
        });
        StringBuilder line = new StringBuilder();
        fields.forEach((key, value) -> line.append(line.isEmpty() ? "" : " ").append(key).append('=').append(value));
        return line.toString();
    }

    static void reads(String text, String expected) {
        assertEquals(expected, as(text), text);
    }

    static String field(String text, HomeField field) {
        return new RuleParser().parse(text).get(field).map(ParsedField::value).orElse("-");
    }
}
