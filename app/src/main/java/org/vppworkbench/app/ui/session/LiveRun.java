package org.vppworkbench.app.ui.session;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunHistory;
import org.vppworkbench.model.event.RunStops;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;

/**
 * A run whose log may still be growing. The stops and the history are read on the JavaFX thread; the log takes events
 * from the thread that runs.
 *
 * @param number counted from 1 in this session
 * @param scenario what is run
 * @param log the event stream
 * @param history states by position
 * @param stops where stepping stops
 * @param base the run it branches from, or {@code null} for a run of its own
 * @param opened the bundle it was read back from, or {@code null} for a run of this session
 */
public record LiveRun(
        int number,
        ResolvedScenario scenario,
        EventLog log,
        RunHistory history,
        RunStops stops,
        @Nullable LiveRun base,
        @Nullable OpenedBundle opened) {
    /** A run before its first event. */
    public static LiveRun of(int number, ResolvedScenario scenario) {
        return branch(number, scenario, null);
    }

    /** A branch of a run, before its first event; the branch is the last of the scenario. */
    static LiveRun branch(int number, ResolvedScenario scenario, @Nullable LiveRun base) {
        EventLog log = new EventLog();
        return new LiveRun(
                number, scenario, log, new RunHistory(log), new RunStops(log, scenario.inputs().horizon()), base, null);
    }

    /** The run of a bundle, with all its events. */
    static LiveRun opened(int number, ResolvedScenario scenario, List<LoggedEvent> events, OpenedBundle bundle) {
        EventLog log = new EventLog();
        events.forEach(log::accept);
        return new LiveRun(
                number, scenario, log, new RunHistory(log), new RunStops(log, scenario.inputs().horizon()), null, bundle);
    }

    /** Whether this is the same run, whatever it computed. */
    public boolean same(@Nullable LiveRun other) {
        return other != null && other.log() == log;
    }

    /** Position that shows the change of a branch; -1 for a run of its own. */
    public int opensAt() {
        return base == null ? -1 : Math.toIntExact(scenario.scenario().branches().getLast().position()) + 1;
    }

    /**
     * Who decided: the label of its bundle, or that of its mechanism.
     *
     * @param byMechanism label of a mechanism
     */
    public String label(UnaryOperator<String> byMechanism) {
        return opened == null ? byMechanism.apply(scenario.scenario().mechanism()) : opened.manifest().label();
    }

    /** What it is, in a line. */
    public String title() {
        Scenario s = scenario.scenario();
        String warning = PriceKinds.warning(scenario.provenance());
        String prices = warning.isEmpty() ? "" : " · " + warning;
        OpenedBundle bundle = opened;
        if (bundle != null) {
            return "Run " + number + " · opened from " + bundle.name() + " · " + bundle.manifest().label() + ", " + s.firstDay() + ", "
                    + Workbench.days(s.days()) + (s.branches().isEmpty() ? "" : ", a branch: " + s.branches().getLast().change().words())
                    + prices;
        }
        if (base == null) {
            return "Run " + number + " · " + s.mechanism() + ", " + s.firstDay() + ", " + Workbench.days(s.days()) + prices;
        }
        Branch branch = s.branches().getLast();
        return String.format(Locale.ROOT, "Run %d · branch of run %d at event %,d: %s",
                number, base.number(), branch.position(), branch.change().words()) + prices;
    }
}
