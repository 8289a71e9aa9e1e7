package org.vppworkbench.negotiation.external;

/** What came of listening to a program once. */
public sealed interface Heard {

    /** A line, without its end. */
    record Line(String text) implements Heard {}

    /**
     * No line.
     *
     * @param kind what happened
     * @param words how, in plain words, to follow "its program"
     */
    record Fault(FaultKind kind, String words) implements Heard {}

    /** Why there is no line. */
    enum FaultKind {
        /** The deadline passed. */
        LATE,
        /** The program ended, or never started. */
        ENDED,
        /** A line longer than the protocol allows. */
        TOO_LONG,
        /** Bytes that are no UTF-8 text. */
        NOT_TEXT
    }
}
