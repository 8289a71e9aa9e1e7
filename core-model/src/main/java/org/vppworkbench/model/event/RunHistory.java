package org.vppworkbench.model.event;

import java.util.ArrayList;
import java.util.List;

/**
 * The states of a run at every position of its log. Snapshots bound the work of a step to {@link #SPACING} events,
 * whatever the direction. Used by one thread; the log may grow meanwhile.
 */
public final class RunHistory {
    /**
     * Events between two snapshots: few enough that a step takes a millisecond or two, many enough that the snapshots, each
     * with all contracts so far, stay small beside the log of a thousand homes.
     */
    static final int SPACING = 2048;

    private final EventLog log;
    private final List<RunState> snapshots = new ArrayList<>(List.of(RunState.EMPTY));

    public RunHistory(EventLog log) {
        this.log = log;
    }

    public EventLog log() {
        return log;
    }

    /**
     * The state after the first {@code position} events.
     *
     * @throws IllegalArgumentException outside {@code [0, log.size()]}
     */
    public RunState stateAt(int position) {
        if (position < 0 || position > log.size()) {
            throw new IllegalArgumentException(
                    "position " + position + ", but the log has positions 0 to " + log.size());
        }
        int wanted = position / SPACING;
        while (snapshots.size() <= wanted) {
            int from = (snapshots.size() - 1) * SPACING;
            snapshots.add(fold(snapshots.getLast(), from, from + SPACING));
        }
        return fold(snapshots.get(wanted), wanted * SPACING, position);
    }

    private RunState fold(RunState start, int from, int to) {
        if (from == to) {
            return start;
        }
        RunFold fold = new RunFold(start);
        log.range(from, to).forEach(fold::apply);
        return fold.state();
    }
}
