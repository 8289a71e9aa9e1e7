package org.vppworkbench.app.ui.session;

import org.vppworkbench.app.experiment.ExperimentResult;

/**
 * A finished run of the session.
 *
 * @param live its log and states
 * @param outcome what came of it
 */
public record KeptRun(LiveRun live, ExperimentResult outcome) {
    @Override
    public String toString() {
        return live.title();
    }
}
