package org.vppworkbench.negotiation.llm.tape;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.language.ModelIdentity;

/**
 * First line of a tape.
 *
 * @param application name and version of what recorded it
 * @param identity who was asked, live
 * @param settings settings of the gateway in words, as far as they change answers
 * @param fingerprint SHA-256 of identity and settings; part of every key
 * @param conditions of the run, by name, as far as they change questions or verdicts; empty for a tape made outside any run,
 *     or by an earlier version
 * @param started date and time of the first line, ISO 8601
 */
public record TapeHeader(
        String application, ModelIdentity identity, String settings, String fingerprint, Map<String, String> conditions, String started) {
    /** The one version this application writes and reads. */
    public static final String FORMAT = "vpp-tape/1";

    private static final String NOT_SET = "not set";
    private static final int MOST_TOLD = 8;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public TapeHeader {
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
    }

    /** A header with its fingerprint. */
    public static TapeHeader of(
            String application, ModelIdentity identity, String settings, Map<String, String> conditions, String started) {
        String print =
                TextHash.sha256(
                        String.join("\n", identity.provider(), identity.model(), identity.host(), settings));
        return new TapeHeader(application, identity, settings, print, conditions, started);
    }

    /**
     * Names every condition in which a run differs from the recorded one. The answers would be those to other questions, or
     * be judged by another gate. Nothing is compared where one of the two is of no run, or the tape of an earlier version.
     *
     * @param now conditions of the run that wants the answers
     */
    public void checkConditions(Map<String, String> now, Findings findings) {
        if (now.isEmpty() || conditions.isEmpty()) {
            return;
        }
        SortedSet<String> names = new TreeSet<>(conditions.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(now.get(name), conditions.get(name)));
        List<String> told = names.stream().filter(name -> !hashed(name, now)).toList();
        told.stream().limit(MOST_TOLD).forEach(name -> findings.error(
                "tape, " + name, now.getOrDefault(name, NOT_SET), "the tape was recorded under another condition",
                conditions.getOrDefault(name, NOT_SET)));
        if (told.size() > MOST_TOLD) {
            findings.error("tape", null, (told.size() - MOST_TOLD) + " more conditions differ", "the tape of this very run");
        }
        List<String> contents = names.stream().filter(name -> hashed(name, now)).toList();
        if (!contents.isEmpty()) {
            findings.error(
                    "tape, " + String.join(", ", contents), null, "the tape was recorded with other contents of it",
                    "those of the recorded run");
        }
    }

    /** Whether a condition is told apart by a SHA-256, which says nothing to a reader. */
    private boolean hashed(String name, Map<String, String> now) {
        return Stream.of(now, conditions).anyMatch(all -> HASH.matcher(all.getOrDefault(name, "")).matches());
    }
}
