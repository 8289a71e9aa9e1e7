package org.vppworkbench.optimizer.lp;

/**
 * What a row is to the elimination. Rows of one home that touch only one interval and the states around it are eliminated first, interval by
 * interval; what remains are the states of the homes, a chain over time, and the rows of the fleet.
 */
final class Elimination {
    private static final int STATE = 1;
    private static final int FLEET = 2;
    private static final int KINDS = 3;

    private Elimination() {}

    /** Rows of one home that touch only interval {@code t}, its states at the start of it, and those it leads to. */
    static int local(int t) {
        return KINDS * t;
    }

    /** Fleet rows of interval {@code t}. */
    static int fleet(int t) {
        return KINDS * t + FLEET;
    }

    /** Rows that lead a state from interval {@code t} to the next. */
    static int state(int t) {
        return KINDS * t + STATE;
    }

    static int time(int elimination) {
        return elimination / KINDS;
    }

    static boolean isState(int elimination) {
        return elimination % KINDS == STATE;
    }

    static boolean isFleet(int elimination) {
        return elimination % KINDS == FLEET;
    }
}
