package org.vppworkbench.model.simulation;

/**
 * What an owner tells the agent of the home for the opportunity at hand, apart from its preferences.
 *
 * @param refuses whether it must not sell
 * @param askShare its asks are this share of what it would ask, in (0, 10]
 */
public record Instruction(boolean refuses, double askShare) {
    public static final Instruction NONE = new Instruction(false, 1);
}
