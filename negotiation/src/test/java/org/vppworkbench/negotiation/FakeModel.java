package org.vppworkbench.negotiation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;

/** A model in memory that says what a function says; an empty text is a failure. Keeps what it was asked. */
public final class FakeModel implements LanguageModel {
    private final Function<Question, String> script;
    private final FailureKind failure;
    private final int mostDelayMillis;
    private final SplittableRandom delays;
    private final List<Question> asked = Collections.synchronizedList(new ArrayList<>());

    public FakeModel(Function<Question, String> script) {
        this(script, FailureKind.EMPTY, 0, 0);
    }

    /**
     * @param failure what an empty text stands for
     * @param mostDelayMillis answers come after a random time up to this
     */
    public FakeModel(Function<Question, String> script, FailureKind failure, int mostDelayMillis, long delaySeed) {
        this.script = script;
        this.failure = failure;
        this.mostDelayMillis = mostDelayMillis;
        this.delays = new SplittableRandom(delaySeed);
    }

    @Override
    public Answer ask(Question question, CancelToken cancel) {
        asked.add(question);
        if (mostDelayMillis > 0) {
            pause();
        }
        String text = script.apply(question);
        if (text.isEmpty()) {
            return new Answer.Failed(failure, failure.words(), Usage.NONE);
        }
        String hash = TextHash.sha256(text);
        return new Answer.Said(text, Usage.NONE, new Provenance("fake", "fake-1", "nowhere", hash, false));
    }

    private void pause() {
        int millis;
        synchronized (delays) {
            millis = delays.nextInt(mostDelayMillis + 1);
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("gemini", "fake", "nowhere", false, false);
    }

    /** All questions so far. */
    public List<Question> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** What the last turn of each question said. */
    public List<String> tasks() {
        return asked().stream().map(q -> q.prompt().turns().getLast().text()).toList();
    }
}
