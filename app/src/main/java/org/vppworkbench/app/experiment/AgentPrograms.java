package org.vppworkbench.app.experiment;

import java.util.List;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.negotiation.external.ChannelOpener;

/** Where the programs of the user in a run come from: processes, or the record of a run. */
@FunctionalInterface
public interface AgentPrograms {
    /** None is started: a command in a file somebody sent must not run by itself, and rules must not stand in unseen. */
    AgentPrograms NONE = agents -> {
        ExternalAgent first = agents.getFirst();
        throw RefusedException.because(
                "scenario, agents.external, " + first.id(),
                "a program of the user decides here, and programs are started only where the command line names them: \""
                        + first.command() + "\"",
                "vpp run with --agent " + first.id() + "=external:CMD, or with --agent " + first.id() + "=rule");
    };

    /**
     * Makes ready for one run.
     *
     * @param agents at least one
     * @throws RefusedException where they cannot be had
     */
    ChannelOpener opener(List<ExternalAgent> agents);
}
