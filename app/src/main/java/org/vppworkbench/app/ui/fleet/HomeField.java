package org.vppworkbench.app.ui.fleet;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.vppworkbench.model.fleet.Home;

/**
 * A number of a home that a form can change.
 *
 * @param id stable name, part of a node id
 * @param label what stands before the field
 * @param unit what stands behind it, or empty
 * @param explanation what it is, with unit
 * @param min least value that is taken
 * @param max largest value that is taken
 * @param value {@code NaN} where the home has no such device
 * @param change makes the home with another value; a home without the device stays as it is
 */
record HomeField(
        String id,
        String label,
        String unit,
        String explanation,
        double min,
        double max,
        ToDoubleFunction<Home> value,
        BiFunction<Home, Double, Home> change) {
    /** Whether the home has the device the field belongs to. */
    boolean concerns(Home home) {
        return !Double.isNaN(value.applyAsDouble(home));
    }
}
