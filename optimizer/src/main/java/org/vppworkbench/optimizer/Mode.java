package org.vppworkbench.optimizer;

/** Which central optimum ({@code model.md} §5). */
public enum Mode {
    /** Every home at its own best: AWARE with D = 0. */
    HOME,
    /** Hard preferences are constraints, soft preferences cost what they cost. The primary comparator. */
    AWARE,
    /** Preferences dropped, physics and trips stay; valued without discomfort. */
    BLIND;

    /** Whether preferences bind and cost. */
    public boolean respectsPreferences() {
        return this != BLIND;
    }

    /** Whether anything may be sold to the market. */
    public boolean sells() {
        return this != HOME;
    }
}
