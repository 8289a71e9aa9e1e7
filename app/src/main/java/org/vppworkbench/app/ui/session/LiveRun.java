package org.vppworkbench.app.ui.session;

import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.RunHistory;
import org.vppworkbench.model.event.RunStops;
import org.vppworkbench.model.scenario.ResolvedScenario;

/**
 * A run whose log may still be growing. The stops and the history are read on the JavaFX thread; the log takes events
 * from the thread that runs.
 *
 * @param scenario what is run
 * @param log the event stream
 * @param history states by position
 * @param stops where stepping stops
 */
public record LiveRun(
        ResolvedScenario scenario, EventLog log, RunHistory history, RunStops stops) {
    /** A run before its first event. */
    public static LiveRun of(ResolvedScenario scenario) {
        EventLog log = new EventLog();
        return new LiveRun(
                scenario,
                log,
                new RunHistory(log),
                new RunStops(log, scenario.inputs().horizon()));
    }
}
