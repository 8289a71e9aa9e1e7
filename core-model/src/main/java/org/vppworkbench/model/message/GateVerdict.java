package org.vppworkbench.model.message;

/**
 * What the gate between an agent and the engine said to a message.
 *
 * @param passed whether the engine acts on it
 * @param check the first check that failed, or {@code all}
 * @param detail value and allowed range where it failed, or empty
 */
public record GateVerdict(boolean passed, String check, String detail) {
    public static final GateVerdict PASSED = new GateVerdict(true, "all", "");
}
