package org.vppworkbench.negotiation.llm.tape;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;

/** Answers from a tape, strictly: what is not on it fails and names the request; nothing is ever sent. */
public final class TapePlayer {
    private final Tape tape;
    private final Set<String> played = ConcurrentHashMap.newKeySet();

    public TapePlayer(Tape tape) {
        this.tape = tape;
    }

    /** The recorded answer, or a failure of kind {@link FailureKind#NOT_ON_TAPE}. */
    public Answer ask(Question question) {
        String key = TapeKey.of(question, tape.header().fingerprint());
        TapeEntry entry = tape.entry(key);
        if (entry == null) {
            return missing(question, key);
        }
        played.add(key);
        return switch (entry.answer()) {
            case null -> notOnTape(question, key, "the recorded run was cancelled while it was open");
            case Answer.Said said -> replayed(said);
            case Answer.Failed failed -> failed;
        };
    }

    private static Answer replayed(Answer.Said said) {
        Provenance was = said.provenance();
        return new Answer.Said(
                said.text(), said.usage(),
                new Provenance(was.requestedModel(), was.returnedModel(), was.host(), was.rawHash(), true));
    }

    private Answer missing(Question question, String key) {
        TapeEntry same = tape.sameOrigin(question.origin());
        return notOnTape(question, key, same == null ? "nothing of this origin was recorded" : difference(question, same));
    }

    private static String difference(Question question, TapeEntry same) {
        return question.prompt().hash().equals(same.promptHash())
                ? "the same origin was recorded with other words: inputs, settings or an earlier answer differ"
                : "the same origin was recorded with another version of the prompt " + same.promptId();
    }

    private static Answer notOnTape(Question question, String key, @Nullable String why) {
        return new Answer.Failed(
                FailureKind.NOT_ON_TAPE,
                "request " + question.origin().words() + " (" + key.substring(0, 12) + ") is not on the tape: " + why,
                Usage.NONE);
    }

    /** Lines of the tape nobody has asked for yet. */
    public int unplayed() {
        return tape.entries().size() - played.size();
    }
}
