package org.vppworkbench.model.scenario;

import org.vppworkbench.model.message.TextHash;

/**
 * A program of the user that decides for a home or for the aggregator.
 *
 * @param id id of the home, or {@code aggregator}
 * @param command command line that starts it, as the user gave it
 * @param deadlineSeconds wall time in which it has to answer a turn, above 0 [s]
 * @param whatIfsPerTurn how often it may ask its tools in one turn, at least 0
 */
public record ExternalAgent(String id, String command, double deadlineSeconds, int whatIfsPerTurn) {
    /** Deadline where the user names none [s]. Assumption. */
    public static final double DEADLINE_SECONDS = 5;

    /** Questions per turn where the user names no limit. Assumption. */
    public static final int WHAT_IFS_PER_TURN = 20;

    private static final int DIGITS = 12;

    /** A program with the usual limits. */
    public static ExternalAgent of(String id, String command) {
        return new ExternalAgent(id, command, DEADLINE_SECONDS, WHAT_IFS_PER_TURN);
    }

    /** {@code EXTERNAL} and the first 12 digits of the SHA-256 of the command. */
    public String label() {
        return "EXTERNAL " + TextHash.sha256(command).substring(0, DIGITS);
    }
}
