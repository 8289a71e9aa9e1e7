package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.ExternalAgent;

/** What the programs of the user did in a run: a program that failed is told, and not only in the record of the negotiation. */
final class ProgramSummary {
    private final Console console;

    ProgramSummary(Console console) {
        this.console = console;
    }

    /**
     * What one party said in a run.
     *
     * @param own messages of its program
     * @param rules messages of the rules in its place
     * @param refused turns in which nothing usable came
     * @param first why, the first time; empty where nothing was refused
     */
    private record Tally(long own, long rules, long refused, String first) {
        /** Whether it was asked and took no decision. */
        boolean inVain() {
            return own == 0 && refused > 0;
        }
    }

    /** The parties whose program was asked and of which no decision was its own. */
    static List<String> inVain(ExperimentResult result) {
        return result.scenario().scenario().agents().programs().stream()
                .map(ExternalAgent::id)
                .filter(id -> tally(id, result).inVain())
                .toList();
    }

    void print(ExperimentResult result) {
        for (ExternalAgent agent : result.scenario().scenario().agents().programs()) {
            print(agent.id(), tally(agent.id(), result));
        }
    }

    private static Tally tally(String id, ExperimentResult result) {
        long own = 0;
        long rules = 0;
        long refused = 0;
        String first = "";
        for (LoggedEvent logged : result.events()) {
            if (!(logged.event() instanceof RunEvent.MessageSent sent) || !sent.message().envelope().sender().equals(id)) {
                continue;
            }
            NegotiationMessage message = sent.message();
            if (message instanceof NegotiationMessage.ProtocolViolation violation) {
                refused++;
                first = first.isEmpty() ? violation.detail() : first;
            } else if (message.envelope().source() == MessageSource.EXTERNAL) {
                own++;
            } else {
                rules++;
            }
        }
        return new Tally(own, rules, refused, first);
    }

    private void print(String id, Tally tally) {
        console.line("");
        console.line(String.format(Locale.ROOT, "  program of %s: %s of its own, %d by rules, %d refused",
                id, Plural.of(tally.own(), "message"), tally.rules(), tally.refused()));
        if (!tally.first().isEmpty()) {
            console.line("    first refusal: " + tally.first());
        }
        if (tally.own() == 0) {
            console.line("  MARK nothing of " + id + " was its program's own");
        }
    }
}
