package org.vppworkbench.sample.imports.market;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the instant of local times that carry no offset, row after row of one file. On the day of 25 hours a local time of
 * the repeated hour comes twice: in a file that runs forward the first is the earlier one, in one that runs backward the
 * later one. A local time that the day of 23 hours skips is no time at all.
 */
final class LocalClock {
    private final ZoneId zone;
    private final boolean ending;
    private final Set<LocalDateTime> seen = new HashSet<>();
    private @Nullable LocalDateTime last;
    private int forward;

    /**
     * @param ending whether times name the end of an interval: then 02:00 of the skipped hour is the moment of the change
     */
    LocalClock(ZoneId zone, boolean ending) {
        this.zone = zone;
        this.ending = ending;
    }

    /** The instant, or empty where the clock never shows this time. */
    Optional<Instant> instant(LocalDateTime local) {
        LocalDateTime before = last;
        forward += before == null ? 0 : Integer.signum(local.compareTo(before));
        last = local;
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition change = zone.getRules().getTransition(local);
            return ending && local.equals(change.getDateTimeBefore()) ? Optional.of(change.getInstant()) : Optional.empty();
        }
        if (offsets.size() == 1) {
            return Optional.of(local.toInstant(offsets.get(0)));
        }
        boolean first = seen.add(local);
        return Optional.of(local.toInstant(offsets.get(first == forward >= 0 ? 0 : 1)));
    }
}
