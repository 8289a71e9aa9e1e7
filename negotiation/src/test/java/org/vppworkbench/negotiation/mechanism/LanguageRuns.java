package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunEvent.MessageSent;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.protocol.Performative;

/** Runs of days in which a model decides, and what was said in them. */
final class LanguageRuns {
    private LanguageRuns() {}

    record Run(RunRecord record, List<RunEvent> events) {
        List<NegotiationMessage> messages() {
            return events.stream().filter(MessageSent.class::isInstance).map(e -> ((MessageSent) e).message()).toList();
        }

        List<NegotiationMessage> ofHomes(MessageSource source) {
            return messages().stream()
                    .filter(m -> !m.envelope().sender().equals(Envelope.AGGREGATOR) && m.envelope().source() == source)
                    .toList();
        }

        /** What a rule said in the place of models, besides a no of homes that have nothing to sell. */
        List<NegotiationMessage> ofRules() {
            return ofHomes(MessageSource.RULE).stream().filter(m -> !nothingToSell(m)).toList();
        }

        Set<String> kinds(MessageSource source) {
            Set<String> kinds = new TreeSet<>();
            ofHomes(source).forEach(m -> kinds.add(m.getClass().getSimpleName()));
            return kinds;
        }

        /** How the decisions that were a model's to make ended. */
        List<RunEvent.DecisionOutcome> outcomes() {
            return events.stream().filter(RunEvent.AgentDecided.class::isInstance)
                    .map(e -> ((RunEvent.AgentDecided) e).outcome()).toList();
        }

        long violations(String check) {
            return messages().stream()
                    .filter(m -> m instanceof NegotiationMessage.ProtocolViolation v && v.rule().equals(check))
                    .count();
        }
    }

    /** Event limits are looked at first, so that they are the reason of some homes that could not deliver either. */
    static boolean nothingToSell(NegotiationMessage message) {
        return message instanceof Refusal no
                && (no.reason() == RefusalReason.NOT_DELIVERABLE || no.reason() == RefusalReason.EVENT_LIMIT);
    }

    static Run run(LanguageModel model, LanguageSettings settings, ResolvedScenario town) {
        return run(model, settings, town, CancelToken.NEVER);
    }

    static Run run(LanguageModel model, LanguageSettings settings, ResolvedScenario town, CancelToken cancel) {
        EventLog log = new EventLog();
        RunRecord record = LanguageMechanisms.byId("llm", model, settings, new MeritOrderCoalition())
                .run(town, log, ProgressSink.NONE, cancel);
        return new Run(record, log.range(0, log.size()).stream().map(LoggedEvent::event).toList());
    }

    static List<RunEvent> rules(ResolvedScenario town) {
        EventLog log = new EventLog();
        Mechanisms.byId("rule", new MeritOrderCoalition()).run(town, log, ProgressSink.NONE, CancelToken.NEVER);
        return log.range(0, log.size()).stream().map(LoggedEvent::event).toList();
    }

    /** What was said and done, without refused replies: they use up numbers of messages. */
    static List<String> talk(List<RunEvent> events) {
        List<String> talk = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof MessageSent sent && !(sent.message() instanceof NegotiationMessage.ProtocolViolation)) {
                Envelope e = sent.message().envelope();
                talk.add(e.sender() + ">" + e.receiver() + " " + sent.message().getClass().getSimpleName() + " "
                        + Performative.terms(sent.message()) + " " + e.rationale());
            } else if (event instanceof RunEvent.IntervalDispatched done) {
                talk.add(done.toString());
            }
        }
        return talk;
    }

    /** Equal, or where they begin to differ. */
    static <T> void same(List<T> expected, List<T> found) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), "at " + i);
        }
        assertEquals(expected.size(), found.size());
    }
}
