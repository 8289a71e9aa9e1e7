package org.vppworkbench.app.experiment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.ResolvedScenario;

/**
 * What came of loading a request.
 *
 * @param resolved ready to run, or {@code null} where a finding is an error
 * @param findings everything worth telling
 * @param inputFiles SHA-256 of the user's files by name
 */
public record LoadedScenario(
        @Nullable ResolvedScenario resolved, List<Finding> findings, Map<String, String> inputFiles) {
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
