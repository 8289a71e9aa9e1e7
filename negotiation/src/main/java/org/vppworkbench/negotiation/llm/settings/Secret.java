package org.vppworkbench.negotiation.llm.settings;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key to a provider, opaque: it prints as {@code ***}, has no value equality and masks itself in texts of others. It goes
 * into one header of a request and nowhere else. Servers on one's own machine take any key, such as {@code none}: a key shorter
 * than 12 characters is looked for in no text, since it may be a word.
 */
public final class Secret {
    private static final String MASK = "***";

    /** A piece of a key this long in a text of a server is masked too; shorter pieces are ordinary words. */
    private static final int PIECE = 6;

    /** Keys of providers are longer. */
    private static final int SHORTEST_SOUGHT = 12;

    /** What scripts leave in a variable that holds nothing. */
    private static final Set<String> NOTHING = Set.of("null", "undefined", "none");

    private final String key;

    private Secret(String key) {
        this.key = key;
    }

    /**
     * The key in a text, blanks around it removed.
     *
     * @return {@code null} for an absent or blank text
     */
    public static @Nullable Secret of(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? null : new Secret(stripped);
    }

    /** The key itself, for the header of a request. */
    public String reveal() {
        return key;
    }

    /** Whether it is a word for nothing, such as {@code null}; a server on one's own machine takes it as any other. */
    public boolean saysNothing() {
        return NOTHING.contains(key.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with its form, or {@code null}; never quotes it. */
    public @Nullable String fault() {
        if (key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return "the key holds a blank, a line break or a character that no header can carry";
        }
        if (key.startsWith("\"") || key.startsWith("'")) {
            return "the key is in quotes; leave them out";
        }
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("bearer") || lower.contains("=")) {
            return lower.startsWith("bearer")
                    ? "the key starts with 'Bearer'; leave that word out"
                    : pasted(lower);
        }
        return null;
    }

    /** A line of an environment file pasted whole; keys themselves may end in the padding of base64. */
    private static @Nullable String pasted(String lower) {
        return lower.matches("[a-z_]+_key=.*") ? "the key is a whole line NAME=VALUE; give the value only" : null;
    }

    /** Whether a text holds the whole key; never for a short one. */
    public boolean within(String text) {
        return sought() && text.contains(key);
    }

    /** A text without the whole key; a short one stays. */
    public String maskWhole(String text) {
        return sought() ? text.replace(key, MASK) : text;
    }

    private boolean sought() {
        return key.length() >= SHORTEST_SOUGHT;
    }

    /** A text of a server without the key and without any piece of it that says more than a word does; a short one stays. */
    public String mask(String text) {
        if (!sought()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = pieceAt(text, at);
            if (length >= PIECE) {
                masked.append(MASK);
                at += length;
            } else {
                masked.append(text.charAt(at));
                at++;
            }
        }
        return masked.toString();
    }

    private int pieceAt(String text, int from) {
        int length = 0;
        while (from + length < text.length() && key.contains(text.substring(from, from + length + 1))) {
            length++;
        }
        return length;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
