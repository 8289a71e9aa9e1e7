package org.vppworkbench.sample.imports;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.imports.series.GapFilling;

/**
 * What the user chose for an import. An importer ignores what its format has no use for.
 *
 * @param node price node, or {@code null}: the hub of the zone
 * @param zone trading zone (SP15, NP15, ZP26), or {@code null}: SP15 where there is a choice
 * @param mapping columns of a CSV file without a known layout, or {@code null}
 * @param kind label of the series, or {@code null}: as published
 * @param fill how to fill gaps, or {@code null}: gaps are refused
 * @param localZone time zone of the local days
 * @param profile days onto which profiles are laid, or {@code null}: their own
 */
public record ImportOptions(
        @Nullable String node,
        @Nullable String zone,
        @Nullable ColumnMapping mapping,
        @Nullable SeriesKind kind,
        @Nullable GapFilling fill,
        ZoneId localZone,
        @Nullable ProfileOptions profile) {
    /** Nothing chosen. */
    public static final ImportOptions DEFAULTS =
            new ImportOptions(null, null, null, null, null, Horizon.LOS_ANGELES, null);

    public ImportOptions withNode(@Nullable String chosen) {
        return new ImportOptions(chosen, zone, mapping, kind, fill, localZone, profile);
    }

    public ImportOptions withZone(@Nullable String chosen) {
        return new ImportOptions(node, chosen, mapping, kind, fill, localZone, profile);
    }

    public ImportOptions withMapping(@Nullable ColumnMapping chosen) {
        return new ImportOptions(node, zone, chosen, kind, fill, localZone, profile);
    }

    public ImportOptions withKind(@Nullable SeriesKind chosen) {
        return new ImportOptions(node, zone, mapping, chosen, fill, localZone, profile);
    }

    public ImportOptions withFill(@Nullable GapFilling chosen) {
        return new ImportOptions(node, zone, mapping, kind, chosen, localZone, profile);
    }

    public ImportOptions withProfile(@Nullable ProfileOptions chosen) {
        return new ImportOptions(node, zone, mapping, kind, fill, localZone, chosen);
    }
}
