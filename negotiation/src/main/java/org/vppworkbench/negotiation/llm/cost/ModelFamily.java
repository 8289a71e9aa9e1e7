package org.vppworkbench.negotiation.llm.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the model that answered is a version of the one that was asked for. */
final class ModelFamily {
    /** What may follow the name of a model without making it another one: dates, numbers, stages. */
    private static final String VERSION = "\\d+|v\\d+|r\\d+|preview|exp|experimental|latest|stable|it|instruct";

    private ModelFamily() {}

    /**
     * Compares ids such as {@code gemini-2.5-flash} and {@code models/gemini-2.5-flash-001}. An alias such as
     * {@code gemini-flash-latest} matches what holds all its words.
     */
    static boolean same(String requested, String returned) {
        List<String> asked = words(requested);
        List<String> came = words(returned);
        if (asked.contains("latest") && !requested.contains(":")) {
            return came.containsAll(asked.stream().filter(word -> !word.matches(VERSION)).toList());
        }
        int common = Math.min(asked.size(), came.size());
        return asked.subList(0, common).equals(came.subList(0, common))
                && onlyVersion(asked.subList(common, asked.size()))
                && onlyVersion(came.subList(common, came.size()));
    }

    private static boolean onlyVersion(List<String> rest) {
        return rest.stream().allMatch(word -> word.matches(VERSION));
    }

    private static List<String> words(String id) {
        String name = id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(name.split("[-:@_]")).filter(word -> !word.isEmpty()).toList();
    }

    /** The id on a list that an id is a version of, the longest if several, or {@code null}. */
    static @Nullable String onList(Iterable<String> ids, String id) {
        String best = null;
        for (String candidate : ids) {
            if (same(candidate, id) && (best == null || candidate.length() > best.length())) {
                best = candidate;
            }
        }
        return best;
    }
}
