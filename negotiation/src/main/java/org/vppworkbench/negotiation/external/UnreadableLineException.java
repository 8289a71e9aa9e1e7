package org.vppworkbench.negotiation.external;

/** A line of a program that is not what the protocol asks for; the message says why. */
final class UnreadableLineException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableLineException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
