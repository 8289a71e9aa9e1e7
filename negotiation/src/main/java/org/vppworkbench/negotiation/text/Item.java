package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meaningful piece of a sentence.
 *
 * @param tag kind of quantity, such as {@code E} for energy, or empty for words
 * @param concepts what a word is about
 * @param form the words, joined by underscores
 * @param from first token
 * @param to behind the last token
 * @param value number in the unit of the tag, or minutes of a time
 * @param second end of a range; otherwise the same number
 * @param sure for numbers: given as one number; for times: morning or afternoon is known
 * @param product the product that is named, or {@code null}
 * @param days days of the week
 */
record Item(
        String tag,
        List<String> concepts,
        String form,
        int from,
        int to,
        double value,
        double second,
        boolean sure,
        @Nullable Product product,
        Set<DayOfWeek> days) {
    static Item word(List<String> concepts, String form, int from, int to) {
        return new Item("", concepts, form, from, to, 0, 0, true, null, Set.of());
    }

    static Item number(String tag, String form, int from, int to, double value) {
        return new Item(tag, List.of(), form, from, to, value, value, true, null, Set.of());
    }

    static Item range(String tag, String form, int from, int to, double value, double second) {
        return new Item(tag, List.of(), form, from, to, value, second, false, null, Set.of());
    }

    static Item time(String tag, int from, int to, int minutes, int end, boolean sure) {
        return new Item(tag, List.of(), "", from, to, minutes, end, sure, null, Set.of());
    }

    static Item product(Product product, int from, int to) {
        String tag = switch (product.kind()) {
            case BATTERY -> "PB";
            case CAR -> "PC";
            case CHARGER -> "PG";
            case MODULE -> "PM";
        };
        return new Item(tag, List.of(), "", from, to, 0, 0, true, product, Set.of());
    }

    static Item days(Set<DayOfWeek> days, int from, int to) {
        return new Item("DAYS", List.of(), "", from, to, 0, 0, true, null, days);
    }

    boolean is(String concept) {
        return concepts.contains(concept);
    }

    /** Middle of a range. */
    double middle() {
        return (value + second) / 2;
    }
}
