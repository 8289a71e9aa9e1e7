package org.vppworkbench.negotiation.llm.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Origin;

/** What was recorded, read whole and checked. Does not change; safe for use by several threads. */
public final class Tape {
    private final TapeHeader header;
    private final String headerLine;
    private final List<TapeEntry> entries;
    private final Map<String, TapeEntry> byKey = new HashMap<>();
    private final Map<Origin, TapeEntry> byOrigin = new HashMap<>();

    /**
     * A tape.
     *
     * @param headerLine first line as it was read
     * @param entries the other lines; no key comes twice
     */
    Tape(TapeHeader header, String headerLine, List<TapeEntry> entries) {
        this.header = header;
        this.headerLine = headerLine;
        this.entries = List.copyOf(entries);
        for (TapeEntry entry : entries) {
            byKey.put(entry.key(), entry);
            byOrigin.putIfAbsent(entry.origin(), entry);
        }
    }

    public TapeHeader header() {
        return header;
    }

    /** All lines but the first, in the order of the tape. */
    public List<TapeEntry> entries() {
        return entries;
    }

    public @Nullable TapeEntry entry(String key) {
        return byKey.get(key);
    }

    /** A line of the same origin, whatever was said, or {@code null}. */
    @Nullable TapeEntry sameOrigin(Origin origin) {
        return byOrigin.get(origin);
    }

    /** All lines, header first, the others in the order of a bundle: {@link TapeEntry#ORDER}. */
    public List<String> sortedLines() {
        List<String> lines = new ArrayList<>();
        lines.add(headerLine);
        entries.stream().sorted(TapeEntry.ORDER).map(TapeEntry::line).forEach(lines::add);
        return lines;
    }
}
