package org.vppworkbench.model.simulation;

import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.scenario.ResolvedScenario;

/** A way to coordinate a fleet over a scenario. Every run starts from the immutable inputs: nothing is shared between runs. */
public interface Mechanism {
    /** Id on the command line, such as {@code rule}. */
    String id();

    /** Honest label: {@code RULE}, {@code MECHANISM}, {@code LLM live …} and so on. */
    String label();

    /**
     * Runs the scenario.
     *
     * @param events receives every event, in order, on the calling thread
     */
    RunRecord run(ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel);
}
