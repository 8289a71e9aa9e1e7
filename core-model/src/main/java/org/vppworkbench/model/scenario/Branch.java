package org.vppworkbench.model.scenario;

/**
 * A run that is another one up to an event and differs from there: the same inputs, draws and decisions, and one change.
 *
 * @param position how many events of the run stay as they are, at least 1
 * @param change what is otherwise from then on
 */
public record Branch(long position, OwnerChange change) {}
