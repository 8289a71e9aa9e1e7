package org.vppworkbench.app.io.download;

import org.jspecify.annotations.Nullable;

/** Looks whether a reply is what was asked for, before it is kept. */
@FunctionalInterface
interface ContentCheck {
    Verdict check(byte[] body);

    /**
     * What a reply is good for.
     *
     * @param problem what is wrong, or {@code null}
     * @param help what may help, or {@code null}
     * @param worthRepeating whether asking again may bring a better reply
     */
    record Verdict(@Nullable String problem, @Nullable String help, boolean worthRepeating) {
        static final Verdict GOOD = new Verdict(null, null, false);

        static Verdict brokenOff(String problem) {
            return new Verdict(problem, "a whole reply", true);
        }

        static Verdict refused(String problem, String help) {
            return new Verdict(problem, help, false);
        }
    }
}
