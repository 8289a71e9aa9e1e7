package org.vppworkbench.negotiation.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * The data of a home's prompt, read as any model has to read them: as text between the marks of the fence.
 *
 * @param lines {@code key: value}, in order; of several lines with one key the last counts
 * @param computed what the what-if tool has answered, by quantity asked about [kW]
 */
record PromptData(Map<String, String> lines, Map<Double, Computed> computed) {
    private static final Pattern WHAT_IF = Pattern.compile(
            "what_if ([0-9.]+) kW: deliverable ([0-9.]+) kW(?:.*?cost (-?[0-9.]+) \\$.*?reservation ([0-9.]+) )?.*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    /**
     * An answer of the tool.
     *
     * @param kw deliverable [kW]
     * @param reservation least price that covers the cost, in the prompt's money
     */
    record Computed(double kw, double reservation) {}

    /** Reads all turns that are not the model's own. */
    static PromptData of(List<Utterance> turns) {
        Map<String, String> lines = new TreeMap<>();
        Map<Double, Computed> computed = new TreeMap<>();
        for (Utterance turn : turns) {
            if (turn.role() != Utterance.Role.MODEL) {
                inside(turn.text()).forEach(line -> read(line, lines, computed));
            }
        }
        return new PromptData(lines, computed);
    }

    private static void read(String line, Map<String, String> lines, Map<Double, Computed> computed) {
        Matcher tool = WHAT_IF.matcher(line);
        int colon = line.indexOf(": ");
        if (tool.matches()) {
            double least = tool.group(4) == null ? 0 : Double.parseDouble(tool.group(4));
            computed.put(Double.valueOf(tool.group(1)), new Computed(Double.parseDouble(tool.group(2)), least));
        } else if (colon > 0) {
            lines.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
        }
    }

    private static List<String> inside(String text) {
        List<String> lines = new ArrayList<>();
        boolean data = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("<<<")) {
                data = line.startsWith("<<<DATA");
            } else if (data) {
                lines.add(line);
            }
        }
        return lines;
    }

    boolean has(String key) {
        return lines.containsKey(key);
    }

    String text(String key) {
        return lines.getOrDefault(key, "");
    }

    /** The n-th number of a line, from 0, or {@code null}. */
    @Nullable Double number(String key, int n) {
        Matcher numbers = NUMBER.matcher(text(key));
        for (int i = 0; numbers.find(); i++) {
            if (i == n) {
                return Double.valueOf(numbers.group());
            }
        }
        return null;
    }

    /** The same, or a value where there is none. */
    double number(String key, int n, double otherwise) {
        Double found = number(key, n);
        return found == null ? otherwise : found;
    }

    /** The number after some words of a line, or {@code null}. */
    @Nullable Double after(String key, String words) {
        String text = text(key);
        int at = text.indexOf(words);
        Matcher numbers = NUMBER.matcher(text);
        return at >= 0 && numbers.find(at + words.length()) ? Double.valueOf(numbers.group()) : null;
    }
}
