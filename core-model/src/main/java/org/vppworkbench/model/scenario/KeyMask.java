package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;

/**
 * Blanks out keys to services in words that people wrote, before the words reach a record: what is known to be a key, and
 * what looks like one. Each becomes as many asterisks, so that places in the text stay. A mishap is what this is against, not
 * somebody who hides a key on purpose.
 */
public final class KeyMask {
    /** What looks like a key, nothing else being known. */
    public static final KeyMask BY_LOOKS = new KeyMask(List.of());

    /** A shorter text may be a word even where it is known as a key. */
    public static final int SHORTEST_KNOWN = 12;

    static final String MESSAGE = "what is or looks like a key was blanked out";

    private static final String HELP = "keys belong in the environment or in a file .env, never in words";

    /** Beginnings that providers give their keys. */
    private static final Pattern PREFIXED = Pattern.compile(
            "(?<![A-Za-z0-9])(?:AIza|AQ\\.|sk[-_]|gsk_|xai-|hf_|gh[opsu]_|github_pat_|nvapi-)[A-Za-z0-9_-]{12,}+");

    /** A value with a name before it; only one with a digit is a key. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:key|token|secret|password)[\"']?\\s{0,3}[=:]\\s{0,3}(?=\\S{0,200}?\\d)([^\\s*,;\"')]{8,}+)"
                    + "|\\bbearer\\s{1,3}([A-Za-z0-9._~+/=-]{12,}+)");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_-]{20,}+");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9]{16,}+");
    private static final int LEAST_DIGITS = 4;

    private final List<String> known;

    private KeyMask(List<String> known) {
        this.known = known;
    }

    /**
     * What looks like a key, and these keys.
     *
     * @param keys shorter ones than {@value #SHORTEST_KNOWN} characters are left out
     */
    public static KeyMask knowing(Collection<String> keys) {
        return new KeyMask(keys.stream()
                .map(String::strip)
                .filter(key -> key.length() >= SHORTEST_KNOWN)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The text without keys, of the same length; the same text where there is none. */
    public String masked(String text) {
        String clean = text;
        for (String key : known) {
            clean = clean.replace(key, "*".repeat(key.length()));
        }
        StringBuilder masked = new StringBuilder(clean);
        for (Matcher named = NAMED.matcher(clean); named.find(); ) {
            int group = named.group(1) == null ? 2 : 1;
            blank(masked, named.start(group), named.end(group));
        }
        for (Matcher prefixed = PREFIXED.matcher(clean); prefixed.find(); ) {
            blank(masked, prefixed.start(), prefixed.end());
        }
        for (Matcher run = RUN.matcher(clean); run.find(); ) {
            if (looksLikeKey(run.group())) {
                blank(masked, run.start(), run.end());
            }
        }
        return masked.toString();
    }

    /** The same, with a warning where something was blanked out. */
    public String masked(String text, String where, Findings out) {
        String masked = masked(text);
        if (!masked.equals(text)) {
            out.warning(where, null, MESSAGE, HELP);
        }
        return masked;
    }

    /** The fleet with the owners' words and its name masked; the same where there is no key. */
    public Fleet masked(Fleet fleet, String reference, Findings out) {
        List<Home> homes = new ArrayList<>();
        for (Home home : fleet.homes()) {
            List<Preference> preferences = new ArrayList<>();
            for (Preference preference : home.preferences()) {
                String words = masked(preference.source(), reference + ", " + home.id() + ", preferences", out);
                preferences.add(words.equals(preference.source()) ? preference : preference.saidAs(words));
            }
            homes.add(preferences.equals(home.preferences()) ? home : home.withPreferences(preferences));
        }
        String name = masked(fleet.name(), reference + ", name", out);
        return name.equals(fleet.name()) && homes.equals(fleet.homes()) ? fleet : new Fleet(fleet.id(), name, homes);
    }

    /** The scenario with what owners say masked; the same where there is no key. */
    public Scenario masked(Scenario scenario, Findings out) {
        List<OwnerMessage> messages = new ArrayList<>();
        for (OwnerMessage message : scenario.told()) {
            String words = masked(message.text(), "scenario, messages, said at " + message.at(), out);
            messages.add(new OwnerMessage(message.at(), words, message.change()));
        }
        return messages.equals(scenario.told()) ? scenario : scenario.withMessages(messages);
    }

    private static boolean looksLikeKey(String run) {
        boolean mixed = PART.matcher(run).results().map(MatchResult::group).anyMatch(part ->
                part.chars().anyMatch(Character::isDigit) && part.chars().anyMatch(Character::isLetter));
        return mixed
                || (run.chars().filter(Character::isDigit).count() >= LEAST_DIGITS
                        && run.chars().anyMatch(Character::isUpperCase)
                        && run.chars().anyMatch(Character::isLowerCase));
    }

    private static void blank(StringBuilder text, int from, int to) {
        text.replace(from, to, "*".repeat(to - from));
    }

    /** Tells no key. */
    @Override
    public String toString() {
        return "KeyMask[" + known.size() + " known]";
    }
}
