package org.vppworkbench.app.bench;

import java.util.OptionalDouble;

/**
 * One measured figure of the window.
 *
 * @param what what was measured
 * @param value measured
 * @param unit of value and aim
 * @param aim value that should not be exceeded, where there is one
 */
public record WindowRow(String what, double value, String unit, OptionalDouble aim) {
    static WindowRow of(String what, double value, String unit) {
        return new WindowRow(what, value, unit, OptionalDouble.empty());
    }

    static WindowRow of(String what, double value, String unit, double aim) {
        return new WindowRow(what, value, unit, OptionalDouble.of(aim));
    }

    /** Whether the aim is met; true where there is none. */
    public boolean holds() {
        return aim.isEmpty() || value <= aim.getAsDouble();
    }
}
