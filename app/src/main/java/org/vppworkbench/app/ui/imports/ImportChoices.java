package org.vppworkbench.app.ui.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.imports.series.GapFilling;

/**
 * What is chosen besides the format.
 *
 * @param zone trading zone, or {@code null}: SP15 where there is a choice
 * @param node price node, or blank: the hub of the zone
 * @param kind label of the series, or {@code null}: as published
 * @param fill how gaps are filled, or {@code null}: they are refused
 * @param onDays whether profiles are laid onto other days
 * @param name of the profile, or blank: that of the file
 * @param firstDay first of these days
 * @param days number of these days
 */
public record ImportChoices(
        @Nullable String zone,
        String node,
        @Nullable SeriesKind kind,
        @Nullable GapFilling fill,
        boolean onDays,
        String name,
        @Nullable LocalDate firstDay,
        int days) {
    /** Nothing chosen. */
    public static final ImportChoices DEFAULTS =
            new ImportChoices(null, "", null, null, false, "", LocalDate.of(2023, 8, 15), 7);
}
