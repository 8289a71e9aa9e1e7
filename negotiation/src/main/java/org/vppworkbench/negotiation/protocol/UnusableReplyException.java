package org.vppworkbench.negotiation.protocol;

import org.vppworkbench.model.message.GateVerdict;

/**
 * A policy has nothing that the gate could judge: its program or model gave no answer, or one that cannot be read. The engine
 * records the verdict as a refused reply, asks once more where that can help, and then lets the rules speak.
 */
public final class UnusableReplyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GateVerdict verdict;
    private final boolean repairable;

    /**
     * @param check name of the check, such as {@code external}
     * @param detail who, why, and what is done about it, in plain words
     * @param repairable whether asking once more, with the reason, can help
     */
    public UnusableReplyException(String check, String detail, boolean repairable) {
        super(check + ": " + detail);
        this.verdict = new GateVerdict(false, check, detail);
        this.repairable = repairable;
    }

    public GateVerdict verdict() {
        return verdict;
    }

    public boolean repairable() {
        return repairable;
    }
}
