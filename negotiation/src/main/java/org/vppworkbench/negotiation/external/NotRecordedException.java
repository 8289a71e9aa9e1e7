package org.vppworkbench.negotiation.external;

import org.vppworkbench.model.simulation.EndsRun;

/** A replay asks a program something that was not asked when it was recorded; the message names the place. */
public final class NotRecordedException extends RuntimeException implements EndsRun {
    private static final long serialVersionUID = 1L;

    NotRecordedException(String why) {
        super(why);
    }
}
