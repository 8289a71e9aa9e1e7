package org.vppworkbench.optimizer.lp;

/** Order in which rows are eliminated: per interval first what is local, then the fleet rows, then the states before it. */
final class Elimination {
    private Elimination() {}

    /** Rows of one home that touch only interval {@code t} and the states around it. */
    static int local(int t) {
        return 3 * t;
    }

    /** Fleet rows of interval {@code t}. */
    static int fleet(int t) {
        return 3 * t + 1;
    }

    /** Rows that lead a state from interval {@code t} to the next. */
    static int state(int t) {
        return 3 * (t + 1) + 2;
    }
}
