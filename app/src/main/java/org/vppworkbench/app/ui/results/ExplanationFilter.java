package org.vppworkbench.app.ui.results;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;

/**
 * Which rows of an explanation are shown; {@code null} means all.
 *
 * @param home id
 * @param hour local beginning of the hour
 * @param product what is sold
 * @param what the constraint
 */
public record ExplanationFilter(
        @Nullable String home, @Nullable LocalDateTime hour, @Nullable Product product, @Nullable String what) {
    /** Everything. */
    public static final ExplanationFilter ALL = new ExplanationFilter(null, null, null, null);

    /** Rows that are not about a home, an hour or a product are hidden by a filter for one. */
    boolean shows(ExplanationRow row) {
        return (home == null || home.equals(row.home()))
                && (hour == null || hour.equals(row.hour()))
                && (product == null || product == row.product())
                && (what == null || what.equals(row.what()));
    }
}
