package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in a form that patterns can be matched against: every item is one word, quantities as {@code <E3>}, others as
 * their concepts and letters, {@code +BAT+:battery}. Patterns are written with {@code @CONCEPT}, {@code =TAG} (captures),
 * {@code 'word'}, {@code ~n} for up to n words, {@code %n} for up to n items without a comma and {@code #n} for up to n items; blanks do not count.
 */
final class Line {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private final List<Item> items;
    private final String text;
    private final int[] starts;

    /**
     * A match.
     *
     * @param groups captured items, in order
     * @param from first item
     * @param to behind the last item
     */
    record Found(List<Integer> groups, int from, int to) {
        int group(int n) {
            return groups.get(n);
        }

        /** The first captured item, or -1. */
        int any() {
            return groups.isEmpty() ? -1 : groups.getFirst();
        }
    }

    Line(List<Item> items) {
        this.items = items;
        this.starts = new int[items.size() + 1];
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            starts[i] = line.length();
            line.append(word(items.get(i), i)).append(' ');
        }
        starts[items.size()] = line.length();
        this.text = line.toString();
    }

    private static String word(Item item, int index) {
        if (!item.tag().isEmpty()) {
            return "<" + item.tag() + index + ">";
        }
        String letters = item.form().replace(' ', '_');
        return item.concepts().isEmpty() ? ":" + letters : "+" + String.join("+", item.concepts()) + "+:" + letters;
    }

    List<Found> all(String pattern) {
        return all(pattern, 0, items.size());
    }

    /** Matches within some items. */
    List<Found> all(String pattern, int from, int to) {
        Matcher match = compiled(pattern).matcher(text);
        match.region(starts[from], starts[to]);
        List<Found> found = new ArrayList<>();
        while (match.find()) {
            List<Integer> groups = new ArrayList<>();
            for (int g = 1; g <= match.groupCount(); g++) {
                if (match.group(g) != null) {
                    groups.add(Integer.parseInt(match.group(g)));
                }
            }
            found.add(new Found(groups, itemAt(match.start()), itemAt(match.end())));
            if (match.end() == match.start()) {
                break;
            }
        }
        return found;
    }

    boolean has(String pattern) {
        return compiled(pattern).matcher(text).find();
    }

    /** For reading along. */
    @Override
    public String toString() {
        return text;
    }

    private int itemAt(int position) {
        int i = 0;
        while (i < items.size() && starts[i] < position) {
            i++;
        }
        return i;
    }

    private static Pattern compiled(String pattern) {
        return COMPILED.computeIfAbsent(pattern, Line::compile);
    }

    private static Pattern compile(String pattern) {
        String regex = pattern
                .replaceAll("\\s+", "")
                .replaceAll("~(\\d+)", "(?:(?!<|:[,;()] |:but )\\\\S+ ){0,$1}?")
                .replaceAll("%(\\d+)", "(?:(?!:[,;()] |:but )\\\\S+ ){0,$1}?")
                .replaceAll("#(\\d+)", "(?:\\\\S+ ){0,$1}?")
                .replaceAll("=\\(([A-Z|]+)\\)", "(?:<(?:$1)(\\\\d+)> )")
                .replaceAll("=([A-Z]+)", "(?:<$1(\\\\d+)> )")
                .replaceAll("@([A-Z0-9]+)", "(?:\\\\+(?:[A-Z0-9]+\\\\+)*?$1\\\\+\\\\S* )")
                .replaceAll("'([^']+)'", "(?:\\\\S*:(?:$1) )");
        return Pattern.compile("(?<![^ ])(?:" + regex + ")");
    }
}
