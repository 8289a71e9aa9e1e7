package org.vppworkbench.app.io.external;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.external.AgentChannel;
import org.vppworkbench.negotiation.external.ChannelOpener;

/**
 * Starts programs of the user as processes: without a shell, in a folder, with the environment of this process but what looks
 * like a secret. They run with the rights of the user, as any program the user starts.
 */
public final class ProcessPrograms implements ChannelOpener {
    private final Path folder;

    /**
     * @param folder where programs run, and where relative paths in their commands begin
     */
    public ProcessPrograms(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** What speaks against starting these programs, without starting them. */
    public List<Finding> problems(List<ExternalAgent> agents) {
        Findings findings = new Findings();
        for (ExternalAgent agent : agents) {
            Reading<List<String>> words = CommandWords.split(where(agent), agent.command());
            findings.addAll(words.findings());
            List<String> command = words.value();
            if (command != null && ProgramPath.ofTheMachine().find(command.getFirst(), folder).isEmpty()) {
                findings.error(
                        where(agent), "\"" + command.getFirst() + "\"", "no such program, or not executable",
                        "a program on the PATH, or a path from " + folder);
            }
        }
        return findings.list();
    }

    /**
     * Starts one.
     *
     * @throws RefusedException where the operating system does not start it
     */
    @Override
    public AgentChannel open(ExternalAgent agent, CancelToken cancel) {
        List<String> words = RefusedException.unlessUsable(CommandWords.split(where(agent), agent.command()));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        ScrubbedEnvironment.scrub(builder.environment());
        try {
            return new ProcessChannel(builder.start(), "agent " + agent.id(), cancel);
        } catch (IOException e) {
            throw RefusedException.because(
                    where(agent), "\"" + agent.command() + "\" cannot be started: " + NewFolder.reason(e),
                    "a program that can be started from " + folder);
        }
    }

    private static String where(ExternalAgent agent) {
        return "--agent " + agent.id();
    }
}
