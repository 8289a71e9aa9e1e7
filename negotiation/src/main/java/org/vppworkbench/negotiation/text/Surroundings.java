package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vppworkbench.negotiation.text.Devices.Device;

/**
 * Names for what stands around a piece of a text: the words and concepts beside it, in its clause and in the sentence before,
 * the device and the quantity that are nearest on either side, and whether the words are about others, the past or plans.
 */
final class Surroundings {
    private static final int NEAR = 4;
    private static final int WINDOW = 8;
    private static final int STEM = 5;
    private static final String BREAKS = "[,;:()/|.]|but|and|aber|und|pero|y|mais|et|ma|e";

    private final List<Sentence> sentences;
    private final Language language;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<Integer, List<List<String>>> classes = new HashMap<>();

    Surroundings(List<Sentence> sentences, Language language) {
        this.sentences = sentences;
        this.language = language;
        WordClasses words = WordClasses.of(language);
        for (Sentence s : sentences) {
            List<List<String>> ofItems = new ArrayList<>();
            for (Item item : s.items()) {
                Set<String> found = new java.util.LinkedHashSet<>();
                for (int i = item.from(); i < item.to(); i++) {
                    words.at(s.tokens(), i).forEach(phrase -> found.add(phrase.meaning()));
                }
                ofItems.add(List.copyOf(found));
            }
            classes.put(s.index(), ofItems);
        }
    }

    /** Classes of the words of an item. */
    List<String> classes(Sentence s, int item) {
        return java.util.Objects.requireNonNull(classes.get(s.index())).get(item);
    }

    /** Features of the items from one to before another. */
    List<String> around(Sentence s, int from, int to) {
        return known.computeIfAbsent(s.index() + ":" + from + ":" + to, key -> made(s, from, to));
    }

    private List<String> made(Sentence s, int from, int to) {
        Set<String> all = new java.util.LinkedHashSet<>();
        Item item = s.item(from);
        all.add("t:" + item.tag());
        all.add("u:" + item.tag() + item.form());
        item.concepts().forEach(concept -> all.add("c:" + concept));
        int n = s.items().size();
        for (int d = 1; d <= NEAR; d++) {
            position(s, from - d, "L" + d, all);
            position(s, to - 1 + d, "R" + d, all);
        }
        String left = label(s, from - 1);
        String right = label(s, to);
        all.add("LR:" + left + "_" + right);
        all.add("LL:" + label(s, from - 2) + "_" + left);
        all.add("RR:" + right + "_" + label(s, to + 1));
        bag(s, Math.max(0, from - WINDOW), from, "l", true, all);
        bag(s, to, Math.min(n, to + WINDOW), "r", true, all);
        int first = from;
        while (first > 0 && !parts(s, first - 1)) {
            first--;
        }
        int last = to;
        while (last < n && !parts(s, last)) {
            last++;
        }
        bag(s, first, from, "kl", false, all);
        bag(s, to, last, "kr", false, all);
        bag(s, first, last, "k", true, all);
        bag(s, 0, n, "s", false, all);
        all.add("first:" + (from == 0));
        all.add("last:" + (to >= n));
        devices(s, from, to, all);
        quantities(s, from, to, all);
        scope(s, from, all);
        all.add("length:" + bucket(n));
        all.add("place:" + Math.min(3, s.index()));
        all.add("language:" + language);
        if (s.index() > 0) {
            Sentence before = sentences.get(s.index() - 1);
            bag(before, 0, before.items().size(), "p", false, all);
            bag(before, Math.max(0, before.items().size() - 3), before.items().size(), "pe", true, all);
        } else {
            all.add("p:none");
        }
        return new ArrayList<>(all);
    }

    /** Features of a whole sentence for a statement about devices or plans, with windows around the items that name them. */
    List<String> statement(Sentence s, int from, int to, Set<String> about) {
        String key = s.index() + "!" + from + ":" + to + about.hashCode();
        return known.computeIfAbsent(key, k -> stated(s, from, to, about));
    }

    private List<String> stated(Sentence s, int start, int end, Set<String> about) {
        Set<String> all = new java.util.LinkedHashSet<>();
        int n = s.items().size();
        bag(s, start, end, "s", true, all);
        bag(s, 0, n, "S", false, all);
        for (int i = start; i + 1 < end; i++) {
            all.add("sb:" + word(s.item(i)) + "_" + word(s.item(i + 1)));
            all.add("sc:" + label(s, i) + "_" + label(s, i + 1));
        }
        boolean named = false;
        for (int i = start; i < end; i++) {
            Item item = s.item(i);
            boolean hit = about.contains(item.tag()) || item.concepts().stream().anyMatch(about::contains);
            if (!hit) {
                continue;
            }
            named = true;
            for (int d = 1; d <= NEAR; d++) {
                position(s, i - d, "L" + d, all);
                position(s, i + d, "R" + d, all);
            }
            bag(s, Math.max(0, i - WINDOW), i, "l", true, all);
            bag(s, i + 1, Math.min(n, i + 1 + WINDOW), "r", true, all);
            int first = i;
            while (first > 0 && !parts(s, first - 1)) {
                first--;
            }
            int last = i + 1;
            while (last < n && !parts(s, last)) {
                last++;
            }
            bag(s, first, last, "k", true, all);
            scope(s, i, all);
            all.add("w:" + word(item));
        }
        all.add("named:" + named);
        all.add("length:" + bucket(end - start));
        all.add("place:" + Math.min(3, s.index()));
        if (s.index() > 0) {
            Sentence before = sentences.get(s.index() - 1);
            bag(before, 0, before.items().size(), "p", false, all);
            bag(before, Math.max(0, before.items().size() - 4), before.items().size(), "pe", true, all);
        }
        return new ArrayList<>(all);
    }

    private void position(Sentence s, int at, String where, Set<String> all) {
        if (at < 0 || at >= s.items().size()) {
            all.add(where + ":#");
            return;
        }
        Item item = s.item(at);
        if (!item.tag().isEmpty()) {
            all.add(where + ":" + item.tag());
        } else {
            item.concepts().forEach(concept -> all.add(where + ":" + concept));
            classes(s, at).forEach(meaning -> all.add(where + ":" + meaning));
            all.add(where + ":" + word(item));
        }
    }

    private void bag(Sentence s, int from, int to, String where, boolean words, Set<String> all) {
        for (int i = from; i < to; i++) {
            Item item = s.item(i);
            if (!item.tag().isEmpty()) {
                all.add(where + ":" + item.tag());
                continue;
            }
            item.concepts().forEach(concept -> all.add(where + ":" + concept));
            classes(s, i).forEach(meaning -> all.add(where + ":" + meaning));
            if (words) {
                String word = word(item);
                all.add(where + ":" + word);
                if (word.length() > STEM + 1) {
                    all.add(where + ":" + word.substring(0, STEM) + "*");
                }
            }
        }
    }

    private static String word(Item item) {
        return item.tag().isEmpty() ? item.form().replace(' ', '_') : item.tag();
    }

    private static String label(Sentence s, int at) {
        if (at < 0 || at >= s.items().size()) {
            return "#";
        }
        Item item = s.item(at);
        return !item.tag().isEmpty() ? item.tag() : item.concepts().isEmpty() ? word(item) : item.concepts().getFirst();
    }

    private static boolean parts(Sentence s, int at) {
        return s.item(at).form().matches(BREAKS);
    }

    private void devices(Sentence s, int from, int to, Set<String> all) {
        device(s, from - 1, -1, "dl", all);
        device(s, to, 1, "dr", all);
        Device nearest = Devices.nearest(s, from);
        all.add("dn:" + nearest);
        Device topic = Devices.topic(sentences.subList(0, s.index()));
        all.add("dt:" + topic);
        all.add("dd:" + nearest + "_" + topic);
    }

    private static void device(Sentence s, int start, int step, String where, Set<String> all) {
        int breaks = 0;
        int distance = 1;
        for (int i = start; i >= 0 && i < s.items().size(); i += step, distance++) {
            Device device = Devices.of(s.item(i));
            if (device != null) {
                all.add(where + ":" + device);
                all.add(where + ":" + device + ":" + bucket(distance));
                all.add(where + ":" + device + ":" + Math.min(2, breaks) + "breaks");
                return;
            }
            breaks += parts(s, i) ? 1 : 0;
        }
        all.add(where + ":none");
    }

    private static void quantities(Sentence s, int from, int to, Set<String> all) {
        String tag = s.item(from).tag();
        int same = 0;
        int order = 0;
        for (int i = 0; i < s.items().size(); i++) {
            if (s.item(i).tag().equals(tag) && !tag.isEmpty()) {
                order += i < from ? 1 : 0;
                same++;
            }
        }
        all.add("same:" + Math.min(4, same));
        all.add("order:" + Math.min(3, order) + "of" + Math.min(4, same));
        quantity(s, from - 1, -1, "ql", all);
        quantity(s, to, 1, "qr", all);
    }

    private static void quantity(Sentence s, int start, int step, String where, Set<String> all) {
        int distance = 1;
        for (int i = start; i >= 0 && i < s.items().size(); i += step, distance++) {
            if (!s.item(i).tag().isEmpty()) {
                all.add(where + ":" + s.item(i).tag());
                all.add(where + ":" + s.item(i).tag() + ":" + bucket(distance));
                return;
            }
        }
        all.add(where + ":none");
    }

    private static void scope(Sentence s, int at, Set<String> all) {
        if (s.scope().others(at)) {
            all.add("scope:others");
        }
        if (s.scope().past(at)) {
            all.add("scope:past");
        }
        if (s.scope().future(at)) {
            all.add("scope:future");
        }
        all.add("scope:ours" + s.scope().ours(at));
    }

    static int bucket(int n) {
        return n <= 2 ? n : n <= 4 ? 4 : n <= 8 ? 8 : n <= 16 ? 16 : 32;
    }

    /** Size of a number, in half powers of two. */
    static String magnitude(double value) {
        return value <= 0 ? "0" : String.valueOf(Math.round(2 * Math.log(value) / Math.log(2)));
    }
}
