package org.vppworkbench.sample.imports.source;

import java.io.IOException;
import org.vppworkbench.model.scenario.Finding;

/** Ends the reading of an input with a finding. It travels through readers and parsers, and never reaches a user. */
public final class InputRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public InputRefusedException(Finding finding) {
        super(finding.oneLine());
        this.finding = finding;
    }

    /** Why it ended. */
    public Finding finding() {
        return finding;
    }
}
