package org.vppworkbench.app.cli;

/** Exit codes of the program. */
public final class ExitCode {
    /** What was asked for holds. */
    public static final int OK = 0;

    /** Refused, or what was asked for does not hold. */
    public static final int REFUSED = 1;

    /** The command line itself is wrong. */
    public static final int USAGE = 2;

    /** The user stopped it (128 + SIGINT). */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
