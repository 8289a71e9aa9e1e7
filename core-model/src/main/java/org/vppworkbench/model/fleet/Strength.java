package org.vppworkbench.model.fleet;

/** Whether a preference binds or has a price. */
public enum Strength {
    HARD,
    SOFT
}
