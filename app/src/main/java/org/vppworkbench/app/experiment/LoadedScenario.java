package org.vppworkbench.app.experiment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.sample.generator.SamplingTable;

/**
 * What came of loading a request.
 *
 * @param resolved ready to run, or {@code null} where a finding is an error
 * @param findings everything worth telling
 * @param inputFiles SHA-256 of the user's files by name
 * @param sampling what was asked of a generated fleet and what was drawn; {@code null} where the fleet is not generated
 */
public record LoadedScenario(
        @Nullable ResolvedScenario resolved,
        List<Finding> findings,
        Map<String, String> inputFiles,
        @Nullable SamplingTable sampling) {
    public LoadedScenario {
        findings = List.copyOf(findings);
        inputFiles = Map.copyOf(inputFiles);
    }

    /** The resolved scenario, or {@link RefusedException} with the findings. */
    public ResolvedScenario orRefuse() {
        ResolvedScenario present = resolved;
        if (present == null) {
            throw new RefusedException(findings);
        }
        return present;
    }
}
