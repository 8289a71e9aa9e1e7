package org.vppworkbench.negotiation.protocol;

/** Where the conversation between the aggregator and one home stands. */
public enum Stage {
    /** The call went out; the home proposes or refuses. */
    CALLED("waits for the home's proposal"),
    /** The home's ask stands. */
    ASKED("waits for the aggregator, the home's ask stands"),
    /** The aggregator's counter-offer stands. */
    COUNTERED("waits for the home's answer to a counter-offer"),
    /** Both sides agreed; the award is outstanding. */
    AGREED("is agreed"),
    /** Refused, withdrawn, rejected or awarded: nobody says any more. */
    CLOSED("is closed");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** To follow "the conversation". */
    public String words() {
        return words;
    }

    /** Whether a deal is still possible but not agreed. */
    public boolean open() {
        return this == CALLED || this == ASKED || this == COUNTERED;
    }
}
