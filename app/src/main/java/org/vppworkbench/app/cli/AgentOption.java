package org.vppworkbench.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Who decides for single homes or for the aggregator. */
final class AgentOption {
    @Option(names = "--agent", paramLabel = "ID=external:CMD|ID=rule",
            description = {
                "who decides for a home, or for 'aggregator': a program of yours, started as CMD, that speaks vpp-agent/1"
                        + " (docs/external-agents.md), or the mechanism's own agent; once per ID, with mechanism rule or llm"
            })
    private List<String> agents = new ArrayList<>();

    @Option(names = "--agent-deadline", paramLabel = "S",
            description = "wall time a program has to answer a turn, above 0 up to 3600 s (default: 5)")
    @Nullable Double deadlineSeconds;

    List<String> agents() {
        return agents;
    }

    void check(CommandSpec spec) {
        Double seconds = deadlineSeconds;
        if (seconds != null && !(seconds > 0 && seconds <= 3600)) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--agent-deadline " + seconds + " is out of range; allowed: (0, 3600]");
        }
    }
}
