package org.vppworkbench.app.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.vppworkbench.app.ui.session.Notice;

/** Lets a message through once while it is on screen; what comes again meanwhile is counted and said with the next. */
final class NoticeGate {
    private record Seen(long atMillis, int repeats) {}

    private final long shownMillis;
    private final LongSupplier clock;
    private final Map<Notice, Seen> seen = new HashMap<>();

    /**
     * @param shownMillis how long a message stays [ms]
     * @param clock steady time [ms]
     */
    NoticeGate(long shownMillis, LongSupplier clock) {
        this.shownMillis = shownMillis;
        this.clock = clock;
    }

    /** What is to be shown: nothing for a message that is on screen. */
    Optional<Notice> admit(Notice notice) {
        long now = clock.getAsLong();
        Seen before = seen.get(notice);
        if (before != null && now - before.atMillis() < shownMillis) {
            seen.put(notice, new Seen(before.atMillis(), before.repeats() + 1));
            return Optional.empty();
        }
        int missed = before == null ? 0 : before.repeats();
        seen.entrySet().removeIf(entry -> now - entry.getValue().atMillis() >= shownMillis);
        seen.put(notice, new Seen(now, 0));
        return Optional.of(missed == 0
                ? notice
                : new Notice(notice.severity(), notice.title(), notice.text() + " (" + missed + " more of these before)"));
    }
}
