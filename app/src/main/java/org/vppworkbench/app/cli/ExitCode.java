package org.vppworkbench.app.cli;

/** Exit codes of the program. */
public final class ExitCode {
    /** What was asked for holds. */
    public static final int OK = 0;

    /** Refused, or what was asked for does not hold. */
    public static final int REFUSED = 1;

    /** The command line itself is wrong. */
    public static final int USAGE = 2;

    /** What was asked for cannot be found out from what is there: somebody would have to be asked again. */
    public static final int NOT_REPEATABLE = 3;

    /** The user stopped it (128 + SIGINT). */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
