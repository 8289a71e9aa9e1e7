package org.vppworkbench.negotiation.agent.language;

import java.util.concurrent.CancellationException;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.TapeMissException;
import org.vppworkbench.negotiation.protocol.AgentFailure;

/**
 * Asks a model for one decision: the model proposes, the tool computes, until it decides or fails. Tools are actions of the
 * reply, so that every provider and every tape can do it. Safe for use by several threads.
 */
public final class DecisionLoop {
    /** Answers of tools per decision; assumption: three quantities are enough to compare. */
    public static final int MOST_TOOL_STEPS = 3;

    private final LanguageModel model;
    private final Sampling sampling;

    public DecisionLoop(LanguageModel model, Sampling sampling) {
        this.model = model;
        this.sampling = sampling;
    }

    /**
     * Asks and waits.
     *
     * @param start the first question, or the one that {@link Talk#again} makes for the repair
     * @throws TapeMissException where a replay does not hold the question
     * @throws CancellationException after the user cancelled
     */
    public <T> Outcome<T> decide(Talk start, ReplySchema schema, Interpreter<T> interpreter, CancelToken cancel) {
        Talk talk = start;
        while (true) {
            cancel.check(talk.origin().words());
            Answer answer = model.ask(new Question(talk.origin(), talk.prompt(), schema, sampling), cancel);
            if (answer instanceof Answer.Failed failed) {
                return failed(failed, talk);
            }
            Answer.Said said = (Answer.Said) answer;
            try {
                Move<T> move = interpreter.read(ReplyReader.read(said.text()));
                switch (move) {
                    case Move.Decided<T>(T decision) -> {
                        return new Outcome.Decided<>(decision, said.provenance().rawHash(), talk);
                    }
                    case Move.Tool<T>(String toolAnswer) -> {
                        if (talk.origin().step() >= MOST_TOOL_STEPS) {
                            throw new ReplyFault("a tool was asked after " + MOST_TOOL_STEPS + " answers; decide now");
                        }
                        talk = talk.answered(said.text(), toolAnswer);
                    }
                }
            } catch (ReplyFault fault) {
                return new Outcome.Failed<>(fault.words(), true, talk);
            } catch (RuntimeException failure) {
                return new Outcome.Failed<>(AgentFailure.words(failure), true, talk);
            }
        }
    }

    private static <T> Outcome<T> failed(Answer.Failed failed, Talk talk) {
        if (failed.kind() == FailureKind.NOT_ON_TAPE) {
            throw new TapeMissException(failed.words());
        }
        if (failed.kind() == FailureKind.BUDGET) {
            return new Outcome.Spent<>(failed.words(), talk);
        }
        boolean repairable = failed.kind() == FailureKind.TRUNCATED || failed.kind() == FailureKind.EMPTY;
        return new Outcome.Failed<>(failed.kind().words() + ": " + failed.words(), repairable, talk);
    }
}
