package org.vppworkbench.model.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.message.Envelope;

/** Checks of the programs of the user that decide in a run. Whether they can be started is for those who start them. */
final class ExternalChecks {
    private static final String PLACE = "scenario, agents.external";
    private static final Set<String> NEGOTIATIONS = Set.of("rule", "llm");
    private static final double MOST_SECONDS = 3600;
    private static final int MOST_QUESTIONS = 1000;
    private static final int MOST_NAMED = 5;

    private ExternalChecks() {}

    static void check(Scenario scenario, Fleet fleet, Findings out) {
        List<ExternalAgent> programs = scenario.agents().programs();
        if (!programs.isEmpty() && !NEGOTIATIONS.contains(scenario.mechanism())) {
            out.error(
                    PLACE, "\"" + scenario.mechanism() + "\"", "under this mechanism no agent of this kind negotiates",
                    "mechanism rule or llm");
        }
        List<String> ids = fleet.homes().stream().map(Home::id).toList();
        Set<String> once = new HashSet<>();
        for (ExternalAgent program : programs) {
            String place = PLACE + ", " + program.id();
            if (!program.id().equals(Envelope.AGGREGATOR) && !ids.contains(program.id())) {
                String some = String.join(", ", ids.stream().limit(MOST_NAMED).toList());
                out.error(
                        place, "\"" + program.id() + "\"", "no home of the fleet has this id",
                        Envelope.AGGREGATOR + ", or one of " + ids.size() + " homes: " + some
                                + (ids.size() > MOST_NAMED ? " ..." : ""));
            }
            if (!once.add(program.id())) {
                out.error(place, "\"" + program.id() + "\"", "two programs for the same", "one program each");
            }
            if (program.command().isBlank()) {
                out.error(place, "\"" + program.command() + "\"", "no command", "a command such as: python3 agent.py");
            }
            out.aboveZero(place + ", deadlineSeconds", program.deadlineSeconds(), MOST_SECONDS, "s");
            out.inRange(place + ", whatIfsPerTurn", program.whatIfsPerTurn(), 0, MOST_QUESTIONS, "");
        }
    }
}
