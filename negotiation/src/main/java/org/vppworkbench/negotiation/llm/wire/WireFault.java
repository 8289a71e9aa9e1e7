package org.vppworkbench.negotiation.llm.wire;

/** Carries a problem out through the library, which knows nothing of it. Has no stack: it is an answer, not a mistake. */
final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Attempt.Problem problem;

    WireFault(Attempt.Problem problem) {
        super(problem.words(), null, false, false);
        this.problem = problem;
    }

    Attempt.Problem problem() {
        return problem;
    }
}
