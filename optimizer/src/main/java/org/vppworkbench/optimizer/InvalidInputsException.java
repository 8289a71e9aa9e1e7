package org.vppworkbench.optimizer;

import java.util.List;
import java.util.stream.Collectors;
import org.vppworkbench.model.scenario.Finding;

/** Inputs the optimum does not cover, with a finding for each value that is wrong; thrown before anything is solved. */
public final class InvalidInputsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    InvalidInputsException(List<Finding> findings) {
        super(findings.stream().map(Finding::oneLine).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong: home or market, field, value, allowed range. */
    public List<Finding> findings() {
        return findings;
    }
}
