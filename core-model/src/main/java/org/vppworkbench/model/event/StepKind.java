package org.vppworkbench.model.event;

/** How far one step through a run goes. */
public enum StepKind {
    /** One turn of the dialogue: a message, the coalition, the market's answer, the end of an opportunity. */
    MESSAGE,
    /** To the end of a round. */
    ROUND,
    /** To the end of the trading of an hour, or of an hour of delivery into which no trading falls. */
    HOUR,
    /** To the end of the trading of an hour in which a home proposed something. */
    HOUR_WITH_PROPOSALS,
    /** To the end of a local day. */
    DAY,
    /** One turn or one quiet hour: what playing shows. */
    PLAY
}
