package org.vppworkbench.model.metrics;

/**
 * A statement that must hold for every run ({@code model.md} §5); a breach is a bug and blocks export as a result.
 *
 * @param name short name
 * @param holds whether it does
 * @param detail the numbers
 */
public record Invariant(String name, boolean holds, String detail) {}
