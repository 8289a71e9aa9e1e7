package org.vppworkbench.model.simulation;

/**
 * Marks an exception that is about the run as a whole: to go on with a rule in the place of who threw it would make another
 * run than was asked for. Any other exception of an agent costs it one decision.
 */
public interface EndsRun {}
