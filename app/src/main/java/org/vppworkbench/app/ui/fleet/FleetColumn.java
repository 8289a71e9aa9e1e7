package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Home;

/** A column of the fleet table: what it shows, sorts by and changes. */
sealed interface FleetColumn {
    /** Stable name, part of a node id. */
    String id();

    /** Heading with the unit. */
    String title();

    /** What it is, with unit. */
    String tooltip();

    /** Width [em]. */
    double widthEm();

    /** Whether it is shown until somebody chooses. */
    boolean atFirst();

    /** The cell of a home as it is copied; empty where the home has no such thing. */
    String text(Home home);

    /**
     * A number.
     *
     * @param value {@code NaN} where the home has no such device
     * @param change makes the home with another value, or {@code null} where it cannot be edited here
     */
    record Quantity(
            String id,
            String title,
            String tooltip,
            double widthEm,
            boolean atFirst,
            ToDoubleFunction<Home> value,
            @Nullable BiFunction<Home, Double, Home> change)
            implements FleetColumn {
        @Override
        public String text(Home home) {
            double number = value.applyAsDouble(home);
            return Double.isNaN(number) ? "" : Double.toString(number).replaceAll("\\.0$", "");
        }
    }

    /** Words that are not edited in the table. */
    record Words(String id, String title, String tooltip, double widthEm, boolean atFirst, Function<Home, String> value)
            implements FleetColumn {
        @Override
        public String text(Home home) {
            return value.apply(home);
        }
    }

    /** One of a few values. */
    record Choice<V extends Enum<V>>(
            String id,
            String title,
            String tooltip,
            double widthEm,
            boolean atFirst,
            List<V> values,
            Function<V, String> words,
            Function<Home, V> value,
            BiFunction<Home, V, Home> change)
            implements FleetColumn {
        @Override
        public String text(Home home) {
            return words.apply(value.apply(home));
        }
    }
}
