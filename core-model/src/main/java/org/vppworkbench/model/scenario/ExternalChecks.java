package org.vppworkbench.model.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.message.Envelope;

/** Checks of the programs of the user and the persons that decide in a run. Whether they are there is for those who ask them. */
public final class ExternalChecks {
    private static final String PLACE = "scenario, agents.external";
    private static final String SEATS = "scenario, agents.humans";
    private static final Set<String> NEGOTIATIONS = Set.of("rule", "llm");
    private static final double MOST_SECONDS = 3600;
    private static final int MOST_QUESTIONS = 1000;
    private static final int MOST_NAMED = 5;

    private ExternalChecks() {}

    /** What stands against the programs and persons of a scenario; empty where they can take their places. */
    public static List<Finding> problems(Scenario scenario, Fleet fleet) {
        Findings findings = new Findings();
        check(scenario, fleet, findings);
        return findings.list();
    }

    static void check(Scenario scenario, Fleet fleet, Findings out) {
        List<ExternalAgent> programs = scenario.agents().programs();
        List<HumanSeat> seats = scenario.agents().seats();
        List<String> ids = fleet.homes().stream().map(Home::id).toList();
        Set<String> once = new HashSet<>();
        negotiates(scenario, programs.isEmpty(), PLACE, out);
        negotiates(scenario, seats.isEmpty(), SEATS, out);
        for (ExternalAgent program : programs) {
            String place = PLACE + ", " + program.id();
            known(program.id(), ids, place, out);
            if (!once.add(program.id())) {
                out.error(place, "\"" + program.id() + "\"", "two programs for the same", "one program each");
            }
            if (program.command().isBlank()) {
                out.error(place, "\"" + program.command() + "\"", "no command", "a command such as: python3 agent.py");
            }
            out.aboveZero(place + ", deadlineSeconds", program.deadlineSeconds(), MOST_SECONDS, "s");
            out.inRange(place + ", whatIfsPerTurn", program.whatIfsPerTurn(), 0, MOST_QUESTIONS, "");
        }
        for (HumanSeat seat : seats) {
            String place = SEATS + ", " + seat.id();
            known(seat.id(), ids, place, out);
            if (!once.add(seat.id())) {
                out.error(place, "\"" + seat.id() + "\"", "two that decide for the same", "one person or program each");
            }
            Double seconds = seat.decisionSeconds();
            if (seconds != null) {
                out.aboveZero(place + ", decisionSeconds", seconds, MOST_SECONDS, "s");
            }
        }
    }

    private static void negotiates(Scenario scenario, boolean none, String place, Findings out) {
        if (!none && !NEGOTIATIONS.contains(scenario.mechanism())) {
            out.error(
                    place, "\"" + scenario.mechanism() + "\"", "under this mechanism no agent of this kind negotiates",
                    "mechanism rule or llm");
        }
    }

    private static void known(String id, List<String> ids, String place, Findings out) {
        if (!id.equals(Envelope.AGGREGATOR) && !ids.contains(id)) {
            String some = String.join(", ", ids.stream().limit(MOST_NAMED).toList());
            out.error(
                    place, "\"" + id + "\"", "no home of the fleet has this id",
                    Envelope.AGGREGATOR + ", or one of " + ids.size() + " homes: " + some
                            + (ids.size() > MOST_NAMED ? " ..." : ""));
        }
    }
}
