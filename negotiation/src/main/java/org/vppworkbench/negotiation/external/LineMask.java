package org.vppworkbench.negotiation.external;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.negotiation.agent.language.ReplyFault;

/**
 * Blanks keys out of the lines of one program. The texts of a line are looked at one by one, for its numbers and names may
 * look like keys; what the program was told is none, so that ids of homes and messages come back as they are.
 */
final class LineMask {
    private final KeyMask keys;
    private final Set<String> told = new HashSet<>();

    LineMask(KeyMask keys) {
        this.keys = keys;
    }

    /** The program is told this line. */
    void told(String line) {
        texts(line, text -> {
            told.add(text);
            return text;
        });
    }

    /** The same without keys. */
    Heard masked(Heard heard) {
        return switch (heard) {
            case Heard.Line line -> new Heard.Line(masked(line.text()));
            case Heard.Fault fault -> new Heard.Fault(fault.kind(), keys.masked(fault.words()));
        };
    }

    private String masked(String line) {
        try {
            LineFields.of(line);
        } catch (ReplyFault e) {
            // no line that is understood: nothing in it is a number or an id
            return keys.masked(line);
        }
        return texts(line, text -> told.contains(text) ? text : keys.masked(text));
    }

    /** The line with each of its texts changed; all else stays to the letter. */
    private static String texts(String line, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        int at = 0;
        for (int start = line.indexOf('"'); start >= 0; start = line.indexOf('"', at)) {
            int end = end(line, start);
            String literal = line.substring(start, end);
            String text = JsonParser.parseString(literal).getAsString();
            String other = change.apply(text);
            changed.append(line, at, start).append(other.equals(text) ? literal : new JsonPrimitive(other).toString());
            at = end;
        }
        return changed.append(line, at, line.length()).toString();
    }

    /** Behind the quotation mark that closes the text that begins at {@code start}. */
    private static int end(String line, int start) {
        int at = start + 1;
        while (line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
