package org.vppworkbench.app.cli;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;

/** What the programs of the user, and persons, did in a run: a program that failed is told, and not only in the record of the negotiation. */
final class ProgramSummary {
    private static final Set<MessageSource> OUTSIDE = EnumSet.of(MessageSource.EXTERNAL, MessageSource.HUMAN);

    private final Console console;

    ProgramSummary(Console console) {
        this.console = console;
    }

    /**
     * What one party said in a run.
     *
     * @param own messages of its program
     * @param rules messages of the rules in its place
     * @param engine messages in its name that no party decides on: calls, awards, and ends of talks
     * @param refused turns in which nothing usable came
     * @param first why, the first time; empty where nothing was refused
     */
    private record Tally(long own, long rules, long engine, long refused, String first) {
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
            print("program of", agent.id(), tally(agent.id(), result));
        }
        for (HumanSeat seat : result.scenario().scenario().agents().seats()) {
            print("person at", seat.id(), tally(seat.id(), result));
        }
    }

    private static Tally tally(String id, ExperimentResult result) {
        long own = 0;
        long rules = 0;
        long engine = 0;
        long refused = 0;
        String first = "";
        Set<String> agreements = new HashSet<>();
        for (LoggedEvent logged : result.events()) {
            if (!(logged.event() instanceof RunEvent.MessageSent sent)) {
                continue;
            }
            NegotiationMessage message = sent.message();
            if (message instanceof NegotiationMessage.Acceptance) {
                agreements.add(message.envelope().id());
            }
            if (!message.envelope().sender().equals(id)) {
                continue;
            }
            if (message instanceof NegotiationMessage.ProtocolViolation violation) {
                refused++;
                first = first.isEmpty() ? violation.detail() : first;
            } else if (OUTSIDE.contains(message.envelope().source())) {
                own++;
            } else if (ofTheEngine(message, agreements)) {
                engine++;
            } else {
                rules++;
            }
        }
        return new Tally(own, rules, engine, refused, first);
    }

    /**
     * Whether it comes of the course of a negotiation: the call, the award, and what becomes of an agreement or of asks
     * that are left. A party that says no answers an ask.
     *
     * @param agreements acceptances so far, by their ids
     */
    private static boolean ofTheEngine(NegotiationMessage message, Set<String> agreements) {
        String answered = message.envelope().inReplyTo();
        return switch (message) {
            case NegotiationMessage.CallForProposals _, NegotiationMessage.Award _ -> true;
            case NegotiationMessage.Rejection _ -> answered == null || agreements.contains(answered);
            case NegotiationMessage.Withdrawal _ -> answered != null && agreements.contains(answered);
            case NegotiationMessage.Proposal _, NegotiationMessage.Refusal _, NegotiationMessage.CounterOffer _,
                    NegotiationMessage.Acceptance _, NegotiationMessage.ProtocolViolation _ -> false;
        };
    }

    private void print(String who, String id, Tally tally) {
        console.line("");
        console.line(String.format(Locale.ROOT, "  %s %s: %s of its own, %d by rules, %d refused%s",
                who, id, Plural.of(tally.own(), "message"), tally.rules(), tally.refused(),
                tally.engine() == 0 ? "" : "; besides " + tally.engine() + " of the engine (calls, awards, ends of talks)"));
        if (!tally.first().isEmpty()) {
            console.line("    first refusal: " + tally.first());
        }
        if (tally.own() == 0) {
            console.line("  MARK nothing of " + id + " was its " + (who.startsWith("program") ? "program" : "person") + "'s own");
        }
    }
}
