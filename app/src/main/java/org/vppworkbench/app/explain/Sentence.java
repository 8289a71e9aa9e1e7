package org.vppworkbench.app.explain;

import java.util.List;

/**
 * One sentence about a run.
 *
 * @param text as it was written
 * @param cites keys of the numbers it rests on
 * @param problems what in it the metrics table does not support; empty where everything is supported
 */
public record Sentence(String text, List<String> cites, List<String> problems) {
    public Sentence {
        cites = List.copyOf(cites);
        problems = List.copyOf(problems);
    }

    /** Whether every figure it states stands in the table. */
    public boolean supported() {
        return problems.isEmpty();
    }
}
