package org.vppworkbench.model.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of resolving a scenario.
 *
 * @param findings everything found, in the order scenario, data, fleet, homes
 * @param resolved ready to run, or {@code null} where a finding is an error
 */
public record Resolution(List<Finding> findings, @Nullable ResolvedScenario resolved) {
    public Resolution {
        findings = List.copyOf(findings);
    }

    /**
     * The resolved scenario.
     *
     * @throws IllegalStateException with all findings, if the scenario was refused
     */
    public ResolvedScenario orThrow() {
        return new Reading<>(resolved, findings).orThrow();
    }
}
