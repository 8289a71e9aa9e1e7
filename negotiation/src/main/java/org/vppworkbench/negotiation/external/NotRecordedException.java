package org.vppworkbench.negotiation.external;

/** A replay asks a program something that was not asked when it was recorded; the message names the place. */
public final class NotRecordedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRecordedException(String why) {
        super(why);
    }
}
