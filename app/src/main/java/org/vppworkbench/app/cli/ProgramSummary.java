package org.vppworkbench.app.cli;

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

    void print(ExperimentResult result) {
        for (ExternalAgent agent : result.scenario().scenario().agents().programs()) {
            print(agent.id(), result);
        }
    }

    private void print(String id, ExperimentResult result) {
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
        console.line("");
        console.line(String.format(Locale.ROOT, "  program of %s: %s of its own, %d by rules, %d refused",
                id, Plural.of(own, "message"), rules, refused));
        if (!first.isEmpty()) {
            console.line("    first refusal: " + first);
        }
        if (own == 0) {
            console.line("  MARK nothing of " + id + " was its program's own");
        }
    }
}
