package org.vppworkbench.app.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.negotiation.external.ChannelOpener;

/** Where the programs of the user and the persons in a run come from: processes and the window, or the record of a run. */
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

    /**
     * Makes ready for one run with all that decide in it from outside.
     *
     * @param settings with a program or a person at least
     * @throws RefusedException where they cannot be had; a person sits only where the window offers the seat
     */
    default ChannelOpener opener(AgentSettings settings) {
        if (!settings.seats().isEmpty()) {
            String id = settings.seats().getFirst().id();
            throw RefusedException.because(
                    "scenario, agents.humans, " + id, "a person decides here, and persons take their seats in the window only",
                    "the window, or vpp run with --agent " + id + "=rule; vpp replay plays back what the person decided");
        }
        return opener(settings.programs());
    }

    /** What persons chose and how ({@code vpp-human/1}), where they agreed to a record of it; else {@code null}. */
    default @Nullable String choices() {
        return null;
    }
}
