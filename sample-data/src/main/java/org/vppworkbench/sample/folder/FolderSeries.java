package org.vppworkbench.sample.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A series without gaps, with its provenance.
 *
 * @param role what it is for
 * @param step 15 minutes or one hour
 * @param first start of the first interval
 * @param values one value per step [unit of the role], at least one
 * @param kind whether it was read, derived or invented
 * @param source publisher and report
 * @param licence licence or terms, as far as known
 * @param origin name of the file or files it was imported from
 * @param originSha256 SHA-256 of the file, lower-case hex; of several files, of their hashes one per line
 * @param note what was done to it, or empty
 */
public record FolderSeries(
        SeriesRole role,
        Duration step,
        Instant first,
        TimeSeries values,
        SeriesKind kind,
        String source,
        String licence,
        String origin,
        String originSha256,
        String note) {
    /** The steps a series may have. */
    public static final Set<Duration> STEPS = Set.of(Duration.ofMinutes(15), Duration.ofHours(1));

    public FolderSeries {
        if (!STEPS.contains(step)) {
            throw new IllegalArgumentException(role + ": step " + step + ". Allowed are 15 minutes and one hour.");
        }
        if (values.length() == 0) {
            throw new IllegalArgumentException(role + ": no values. A series without values is left out instead.");
        }
    }

    public String unit() {
        return role.unit();
    }

    /** End of the last interval. */
    public Instant end() {
        return first.plus(step.multipliedBy(values.length()));
    }

    /** Provenance for a data set. */
    public Provenance provenance() {
        return new Provenance(role + " [" + unit() + "]", kind, source, licence, origin, originSha256, note);
    }
}
