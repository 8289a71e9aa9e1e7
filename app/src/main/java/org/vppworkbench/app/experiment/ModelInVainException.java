package org.vppworkbench.app.experiment;

import org.vppworkbench.model.simulation.EndsRun;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;

/**
 * The first questions of a run were all refused, or nobody answered them. It ends the run: what went on would be a run of
 * rules under the name of a model.
 */
final class ModelInVainException extends RuntimeException implements EndsRun {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    ModelInVainException(Answer.Failed failed) {
        super(failed.kind().words() + ": " + failed.words());
        this.kind = failed.kind();
    }

    /** Whether such a failure, as all that ever came back, says that the next question will fare no better. */
    static boolean lasting(FailureKind kind) {
        return switch (kind) {
            case NO_KEY, UNAUTHORISED, UNKNOWN_MODEL, UNREACHABLE, TIMEOUT -> true;
            default -> false;
        };
    }

    /** What would help. */
    String help() {
        return switch (kind) {
            case NO_KEY, UNAUTHORISED -> "a key that is valid there and may use this model, in the environment or in .env";
            case UNKNOWN_MODEL -> "--llm-model with a name the server lists, or the right path in --llm-base-url";
            default -> "a server that answers there: look at --llm-base-url, the network and the proxy";
        };
    }
}
