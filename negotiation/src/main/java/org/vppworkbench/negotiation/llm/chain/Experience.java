package org.vppworkbench.negotiation.llm.chain;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;

/**
 * What the last questions have taught. A key or a model that was refused each time is not tried for ever, and while a server
 * does not answer at all, a question is one request instead of five, so that a run by rules does not wait for nothing. Where
 * waiting for a limit to pass was in vain each time, nobody waits for it any more. One answer clears it all.
 */
final class Experience {
    private static final int ENOUGH = 3;

    private int refused;
    private int silent;
    private int limited;
    private boolean everAnswered;
    private @Nullable FailureKind kind;
    private String words = "";

    /** An answer came. */
    synchronized void answered() {
        everAnswered = true;
        refused = 0;
        silent = 0;
        limited = 0;
    }

    /** A question ended without an answer. */
    synchronized void failed(FailureKind why, String what) {
        switch (why) {
            case UNAUTHORISED, UNKNOWN_MODEL -> {
                refused++;
                kind = why;
                words = what;
            }
            case UNREACHABLE, TIMEOUT, SERVER_ERROR -> silent++;
            case RATE_LIMITED -> {
                limited++;
                silent = 0;
            }
            // the server is there and answers something
            default -> {
                silent = 0;
                limited = 0;
            }
        }
    }

    /** Why it is of no use to ask, or {@code null}: the key or the model has never worked. */
    synchronized @Nullable Lesson lesson() {
        FailureKind why = kind;
        return why == null || everAnswered || refused < ENOUGH
                ? null
                : new Lesson(why, words + "; so it went " + refused + " times, and is not asked any more");
    }

    /** How often to repeat. */
    synchronized int retries(int usual) {
        return silent >= ENOUGH ? 0 : usual;
    }

    /** Whether it is of use to wait where a server asks to. */
    synchronized boolean waits() {
        return limited < ENOUGH;
    }

    /** A failure that is known beforehand. */
    record Lesson(FailureKind kind, String words) {}
}
