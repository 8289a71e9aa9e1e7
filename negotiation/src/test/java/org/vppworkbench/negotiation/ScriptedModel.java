package org.vppworkbench.negotiation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
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
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;

/** A language model without a network, which keeps what it was asked. */
public final class ScriptedModel implements LanguageModel {
    private final Function<Question, Answer> answers;
    private final int mostMillis;
    private final List<Question> asked = Collections.synchronizedList(new ArrayList<>());

    private ScriptedModel(Function<Question, Answer> answers, int mostMillis) {
        this.answers = answers;
        this.mostMillis = mostMillis;
    }

    public static ScriptedModel of(Function<Question, Answer> answers) {
        return new ScriptedModel(answers, 0);
    }

    /** Texts in order, whoever asks; the last one for ever. */
    public static ScriptedModel saying(String... texts) {
        List<String> left = Collections.synchronizedList(new ArrayList<>(List.of(texts)));
        return of(question -> said(left.size() > 1 ? left.removeFirst() : left.getFirst()));
    }

    /** A sensible bargainer that errs now and then. */
    public static ScriptedModel bargaining(double faultShare) {
        BargainingResponder responder = new BargainingResponder(faultShare);
        return of(question -> said(responder.reply(question.prompt().turns())));
    }

    /** Speaks for whoever is asked: a home, many homes at once, the aggregator. */
    public static ScriptedModel negotiating() {
        NegotiatingResponder responder = new NegotiatingResponder(new BargainingResponder(0));
        return of(question -> said(responder.reply(question.prompt().system(), question.prompt().turns())));
    }

    /** The same model, each answer after a random wait: answers overtake each other. */
    public ScriptedModel waiting(int millis) {
        return new ScriptedModel(answers, millis);
    }

    public static Answer said(String text) {
        return new Answer.Said(
                text, Usage.NONE, new Provenance("model-x", "model-x-1", "test", TextHash.sha256(text), false));
    }

    public static Answer failed(FailureKind kind) {
        return new Answer.Failed(kind, "told by a test", Usage.NONE);
    }

    @Override
    public Answer ask(Question question, CancelToken cancel) {
        asked.add(question);
        if (mostMillis > 0) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(mostMillis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        return answers.apply(question);
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("gemini", "model-x", "test", true, false);
    }

    /** Everything asked so far. */
    public List<Question> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** All text that was sent, a question each. */
    public List<String> texts() {
        return asked().stream().map(ScriptedModel::text).toList();
    }

    public static String text(Question question) {
        StringBuilder all = new StringBuilder(question.prompt().system()).append('\n').append(question.schema().json());
        question.prompt().turns().forEach(turn -> all.append('\n').append(turn.text()));
        return all.toString();
    }
}
