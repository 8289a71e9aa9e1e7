package org.vppworkbench.negotiation.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.negotiation.protocol.Performative;

/**
 * A million messages against each gate. What passes is judged again by plain conditions
 * ({@link PassedMessages}), not by the checks of the gate.
 */
class MessageGateFuzzTest {
    private static final int MESSAGES = 1_000_000;

    @Test
    void nothingInfeasibleOverCapOutOfPhaseOrNotFinitePassesEitherGate() {
        Map<Gate, Map<Performative, Integer>> passed = new EnumMap<>(Gate.class);
        Set<String> checks = new TreeSet<>();
        for (Gate strength : Gate.values()) {
            MessageGate gate = new MessageGate(strength);
            MessageFuzz fuzz = new MessageFuzz(20230816);
            Map<Performative, Integer> counts = new EnumMap<>(Performative.class);
            for (int i = 0; i < MESSAGES; i++) {
                Submission submission = fuzz.next();
                GateVerdict verdict = gate.judge(submission);
                if (verdict.passed()) {
                    PassedMessages.inspect(submission, strength, "message " + i + ": " + submission.message());
                    counts.merge(submission.performative(), 1, Integer::sum);
                } else {
                    checks.add(verdict.check());
                }
            }
            passed.put(strength, counts);
        }
        assertEquals(
                Set.of("schema", "finite", "performative", "round", "physics", "price-cap", "reservation", "price-floor",
                        "event-limit"),
                checks, "every check was needed");
        for (Performative kind : Set.of(
                Performative.PROPOSAL, Performative.REFUSAL, Performative.COUNTER_OFFER, Performative.ACCEPTANCE,
                Performative.REJECTION, Performative.WITHDRAWAL)) {
            passed.forEach((strength, counts) -> assertTrue(
                    counts.getOrDefault(kind, 0) > MESSAGES / 2000, strength + " let through too few of " + kind + ": " + counts));
        }
    }
}
