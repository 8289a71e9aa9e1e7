package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.AgentPrograms;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.external.ProcessPrograms;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.negotiation.external.MaskedPrograms;

/**
 * The programs of the command line put into a scenario. A program that only the scenario file names is never started by it:
 * the command line has to name it, or say that rules decide.
 */
final class AgentAssignments {
    private static final String EXTERNAL = "external:";
    private static final String RULE = "rule";
    private static final String FORM = "ID=external:CMD or ID=rule, ID a home of the fleet or aggregator";

    private final Findings findings = new Findings();
    private final Map<String, ExternalAgent> programs = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();

    private AgentAssignments() {}

    /**
     * The request with these programs.
     *
     * @param options as given, {@code ID=external:CMD} or {@code ID=rule}
     * @param deadlineSeconds for all of them, or {@code null} for the usual
     * @throws RefusedException naming all that is wrong
     */
    static ScenarioRequest apply(ScenarioRequest request, List<String> options, @Nullable Double deadlineSeconds) {
        AgentAssignments assignments = new AgentAssignments();
        options.forEach(option -> assignments.read(option, deadlineSeconds));
        Scenario scenario = request.scenario();
        for (ExternalAgent before : scenario.agents().programs()) {
            assignments.expectNamed(before);
        }
        scenario.agents().seats().forEach(assignments::expectNamed);
        List<ExternalAgent> all = new ArrayList<>(assignments.programs.values());
        new ProcessPrograms(Path.of("")).problems(all).forEach(assignments.findings::add);
        if (assignments.findings.hasErrors()) {
            throw new RefusedException(assignments.findings.list());
        }
        Scenario seated = scenario.withAgents(scenario.agents().withExternal(all).withHumans(List.of()));
        return request.with(seated);
    }

    /**
     * The programs as processes of the folder the user is in.
     *
     * @param keys kept out of what they say
     */
    static AgentPrograms processes(KeyMask keys) {
        return agents -> new MaskedPrograms(new ProcessPrograms(Path.of("")), keys);
    }

    private void read(String option, @Nullable Double deadlineSeconds) {
        int equals = option.indexOf('=');
        String id = equals < 0 ? "" : option.substring(0, equals).strip();
        String who = equals < 0 ? "" : option.substring(equals + 1).strip();
        String shown = "\"" + option + "\"";
        if (id.isEmpty() || who.isEmpty()) {
            findings.error("--agent", shown, "does not say who decides for whom", FORM);
            return;
        }
        if (!named.add(id)) {
            findings.error("--agent " + id, shown, "a second decision about the same", "one --agent for each ID");
            return;
        }
        if (who.startsWith(EXTERNAL)) {
            ExternalAgent usual = ExternalAgent.of(id, who.substring(EXTERNAL.length()).strip());
            programs.put(id, deadlineSeconds == null
                    ? usual
                    : new ExternalAgent(id, usual.command(), deadlineSeconds, usual.whatIfsPerTurn()));
        } else if (!who.equals(RULE)) {
            findings.error("--agent " + id, "\"" + who + "\"", "not a kind of agent that can be chosen for one ID", FORM
                    + "; how many homes a language model decides for is --llm-homes");
        }
    }

    private void expectNamed(HumanSeat before) {
        if (!named.contains(before.id())) {
            findings.error(
                    "scenario, agents.humans, " + before.id(), HumanSeat.LABEL,
                    "a person decided here; persons take their seats in the window only",
                    "--agent " + before.id() + "=rule, or vpp replay, which plays back what the person decided");
        }
    }

    private void expectNamed(ExternalAgent before) {
        if (!named.contains(before.id())) {
            findings.error(
                    "scenario, agents.external, " + before.id(), "\"" + before.command() + "\"",
                    "a program decided here; a command in a file is not started by itself",
                    "--agent " + before.id() + "=external:CMD or --agent " + before.id() + "=rule");
        }
    }
}
