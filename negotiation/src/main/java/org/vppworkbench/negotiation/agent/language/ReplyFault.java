package org.vppworkbench.negotiation.agent.language;

/** A reply that cannot be read; the message says what is wrong in words that may be shown and sent back, never the reply. */
public final class ReplyFault extends Exception {
    private static final long serialVersionUID = 1L;

    public ReplyFault(String words) {
        super(words);
    }

    /** What is wrong. */
    public String words() {
        String words = getMessage();
        return words == null ? "" : words;
    }
}
