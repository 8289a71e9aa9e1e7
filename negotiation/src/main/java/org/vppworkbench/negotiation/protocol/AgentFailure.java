package org.vppworkbench.negotiation.protocol;

import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;

/**
 * Thrown by an agent that could not decide at all: its model or program failed or wrote what nobody can read. The engine
 * records the verdict like one of the gate and lets the rules speak in its place.
 */
public final class AgentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final MessageSource source;
    private final transient GateVerdict verdict;
    private final boolean repairable;

    /**
     * @param source who failed
     * @param check name of the check, {@code model} for language models
     * @param words cause in plain words, without secrets
     * @param repairable whether to ask the agent once more
     */
    public AgentFailure(MessageSource source, String check, String words, boolean repairable) {
        super(words, null, false, false);
        this.source = source;
        this.verdict = new GateVerdict(false, check, words);
        this.repairable = repairable;
    }

    public MessageSource source() {
        return source;
    }

    public GateVerdict verdict() {
        return verdict;
    }

    public boolean repairable() {
        return repairable;
    }
}
