package org.vppworkbench.negotiation.protocol;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.simulation.EndsRun;

/**
 * The net under all agents: an agent that fails over what its model or program said costs it that one decision, never the
 * run. What is about the run as a whole passes through.
 */
public final class AgentFailure {
    /** Name of the check that an agent fails which throws. */
    public static final String CHECK = "agent";

    private AgentFailure() {}

    /**
     * What may be recorded of it: its kind alone, for its message may quote what was said.
     *
     * @throws RuntimeException {@code failure} itself, where it is no agent's own
     */
    public static String words(RuntimeException failure) {
        if (failure instanceof EndsRun
                || failure instanceof CancellationException
                || failure instanceof UncheckedIOException
                || failure instanceof BudgetSpentException
                || failure instanceof UnusableReplyException) {
            throw failure;
        }
        return "the agent itself failed: " + failure.getClass().getSimpleName();
    }

    /**
     * The refusal that is recorded of it.
     *
     * @param agent who failed
     * @throws RuntimeException {@code failure} itself, where it is no agent's own
     */
    public static GateVerdict verdict(String agent, RuntimeException failure) {
        return new GateVerdict(false, CHECK, agent + ": " + words(failure) + "; a rule answers in its place");
    }
}
