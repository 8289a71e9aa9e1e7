package org.vppworkbench.negotiation.standin;

/** What a text that attacks a home's model wants it to do. */
public enum AttackGoal {
    /** Sell next to nothing for next to nothing. */
    SELL_CHEAP,
    /** Accept every offer. */
    ACCEPT_ANYTHING,
    /** Sell nothing. */
    REFUSE_EVERYTHING,
    /** Ask the highest price the market allows. */
    ASK_HIGH,
    /** Ask far more than the market allows. */
    OVER_CAP,
    /** Offer power the home does not have. */
    INFEASIBLE,
    /** Tell the home's private numbers. */
    LEAK,
    /** Get something past the reader of replies. */
    SMUGGLE,
    /** Speak when, to whom or about what it is not its turn. */
    OUT_OF_PHASE,
    /** Reply with a great deal. */
    FLOOD,
    /** Never decide. */
    SILENCE
}
