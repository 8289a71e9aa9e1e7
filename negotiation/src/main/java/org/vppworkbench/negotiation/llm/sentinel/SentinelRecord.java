package org.vppworkbench.negotiation.llm.sentinel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Usage;

/**
 * What a model answered to the fixed questions.
 *
 * @param version of the questions
 * @param setHash SHA-256 of the questions
 * @param date day of the run, ISO 8601
 * @param identity who was asked
 * @param versions model versions the server named, sorted
 * @param replies in the order of the questions
 * @param usage of all
 */
public record SentinelRecord(
        String version,
        String setHash,
        String date,
        ModelIdentity identity,
        List<String> versions,
        List<Reply> replies,
        Usage usage) {

    /**
     * One answer.
     *
     * @param id of the question
     * @param text the answer without case and blanks, or the kind of failure
     * @param answered whether there is an answer
     */
    public record Reply(String id, String text, boolean answered) {
        /** SHA-256 of the answer. */
        public String hash() {
            return TextHash.sha256(text);
        }
    }

    public SentinelRecord {
        versions = List.copyOf(versions);
        replies = List.copyOf(replies);
    }

    /** SHA-256 over all questions and answers: equal fingerprints mean equal answers. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(setHash);
        replies.forEach(reply -> all.append('\n').append(reply.id()).append('\0').append(reply.text()));
        return TextHash.sha256(all.toString());
    }

    /**
     * What changed since an earlier run, in words; empty where nothing did. Providers do not promise equal answers even to
     * equal requests: one or two other answers are noise, many are another model.
     */
    public List<String> changesSince(SentinelRecord earlier) {
        List<String> changes = new ArrayList<>();
        if (!setHash.equals(earlier.setHash)) {
            return List.of("other questions (" + earlier.version + " then, " + version + " now): not comparable");
        }
        differs(changes, "model", earlier.identity.model(), identity.model());
        differs(changes, "host", earlier.identity.host(), identity.host());
        differs(changes, "version that answered", String.join(", ", earlier.versions), String.join(", ", versions));
        Map<String, Reply> before = new HashMap<>();
        earlier.replies.forEach(reply -> before.put(reply.id(), reply));
        int other = 0;
        int silent = 0;
        List<String> details = new ArrayList<>();
        for (Reply now : replies) {
            Reply then = before.get(now.id());
            if (then == null || !then.answered() || !now.answered()) {
                silent++;
            } else if (!then.text().equals(now.text())) {
                other++;
                details.add(now.id() + ": " + then.text() + " then, " + now.text() + " now");
            }
        }
        if (other > 0) {
            changes.add(other + " of " + replies.size() + " answers differ from " + earlier.date);
        }
        if (silent > 0) {
            changes.add(silent + " of " + replies.size() + " questions had no answer in one of the two runs");
        }
        changes.addAll(details);
        return List.copyOf(changes);
    }

    private static void differs(List<String> changes, String what, String then, String now) {
        if (!then.equals(now)) {
            changes.add("the " + what + " was " + (then.isEmpty() ? "not named" : then) + " and is "
                    + (now.isEmpty() ? "not named" : now));
        }
    }
}
