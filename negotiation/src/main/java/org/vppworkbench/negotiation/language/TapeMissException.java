package org.vppworkbench.negotiation.language;

import org.vppworkbench.model.simulation.EndsRun;

/**
 * A replay asked what its tape does not hold. It ends the run: to go on with a rule or a live call would be another run
 * than the recorded one.
 */
public final class TapeMissException extends RuntimeException implements EndsRun {
    private static final long serialVersionUID = 1L;

    public TapeMissException(String words) {
        super(words);
    }
}
