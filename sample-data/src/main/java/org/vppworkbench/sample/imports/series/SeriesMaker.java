package org.vppworkbench.sample.imports.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Makes the series of an import: checks ranges, fills gaps, brings steps to 15 minutes or an hour, and records what was done. */
public final class SeriesMaker {
    private final GapFiller filler;
    private final String origin;
    private final String sha256;
    private final ImportLog log;
    private final List<FolderSeries> made = new ArrayList<>();
    private final Map<SeriesRole, Integer> filled = new HashMap<>();

    /**
     * @param fill how to fill gaps, or {@code null}: they are refused
     * @param zone zone of the local days, for "the day before"
     * @param origin names of the files
     * @param sha256 their hash
     */
    public SeriesMaker(@Nullable GapFilling fill, ZoneId zone, String origin, String sha256, ImportLog log) {
        this.filler = new GapFiller(fill, zone, log);
        this.origin = origin;
        this.sha256 = sha256;
        this.log = log;
    }

    /** Adds a series, or findings; {@code null} adds nothing. */
    public void add(SeriesRole role, @Nullable SparseSeries series, SeriesLabel label) throws InputRefusedException {
        if (series == null) {
            return;
        }
        series.checkRange(role, log);
        DenseSeries dense = filler.fill(series);
        DenseSeries usable = dense == null ? null : Resampler.resample(dense, series.name(), log);
        if (usable == null) {
            return;
        }
        boolean touched = !usable.note().isEmpty();
        String note = label.note().isEmpty() || !touched ? label.note() + usable.note() : label.note() + "; " + usable.note();
        made.add(new FolderSeries(
                role,
                Duration.ofSeconds(usable.step()),
                Instant.ofEpochSecond(usable.first()),
                usable.values(),
                touched && label.kind() == SeriesKind.REAL ? SeriesKind.DERIVED : label.kind(),
                label.source(),
                label.licence(),
                origin,
                sha256,
                note));
        filled.put(role, usable.filled());
    }

    /** Everything made so far. */
    public List<FolderSeries> series() {
        return List.copyOf(made);
    }

    /** Values that were missing and were filled, per role. */
    public Map<SeriesRole, Integer> filled() {
        return Map.copyOf(filled);
    }
}
