package org.vppworkbench.app.cli;

/** Counted things. */
final class Plural {
    private Plural() {}

    /** {@code 1 home}, {@code 2 homes}. */
    static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
