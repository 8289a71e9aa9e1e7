package org.vppworkbench.app.cli;

/** Counted things. */
final class Plural {
    private Plural() {}

    /** {@code 1 home}, {@code 2 homes}. */
    static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** Counted things whose plural is another word. */
    static String of(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
