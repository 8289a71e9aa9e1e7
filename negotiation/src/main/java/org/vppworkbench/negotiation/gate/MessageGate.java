package org.vppworkbench.negotiation.gate;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.scenario.AgentSettings;

/**
 * Stands between any agent and the engine ({@code model.md} §7). It only says yes or no and why:
 * nothing is guessed and no price is ever clamped.
 */
public final class MessageGate {
    private static final List<Check> PHYSICS =
            List.of(
                    new Check("schema", FormChecks::schema),
                    new Check("finite", FormChecks::finite),
                    new Check("performative", FormChecks::performative),
                    new Check("round", FormChecks::round),
                    new Check("physics", DealChecks::physics),
                    new Check("price-cap", DealChecks::priceCap));

    private static final List<Check> LIMITS =
            List.of(
                    new Check("reservation", DealChecks::reservation),
                    new Check("price-floor", DealChecks::priceFloor),
                    new Check("event-limit", DealChecks::eventLimit));

    private final List<Check> checks;

    public MessageGate(AgentSettings.Gate strength) {
        List<Check> chosen = new ArrayList<>(PHYSICS);
        if (strength == AgentSettings.Gate.GATE_FULL) {
            chosen.addAll(LIMITS);
        }
        this.checks = List.copyOf(chosen);
    }

    /** The first check that fails, in the order of {@code model.md} §7. */
    public GateVerdict judge(Submission submission) {
        for (Check check : checks) {
            String fault = check.rule().fault(submission);
            if (fault != null) {
                return new GateVerdict(false, check.name(), fault);
            }
        }
        return GateVerdict.PASSED;
    }

    /** Names of the checks of a gate, in their order. */
    public static List<String> checks(AgentSettings.Gate strength) {
        List<String> names = new ArrayList<>();
        PHYSICS.forEach(check -> names.add(check.name()));
        if (strength == AgentSettings.Gate.GATE_FULL) {
            LIMITS.forEach(check -> names.add(check.name()));
        }
        return List.copyOf(names);
    }

    /** The verdict on an agent that says nothing where an answer is due. */
    public static GateVerdict silence() {
        return new GateVerdict(false, "performative", "said nothing, but an answer is due");
    }
}
