package org.vppworkbench.negotiation.agent.language;

import org.vppworkbench.model.scenario.LanguageSettings;

/** For how many homes a reply of the allowed length has room. The numbers are assumptions. */
public enum ReplyRoom {
    /** Moves of the aggregator. */
    MOVES(28, 100, 8, Integer.MAX_VALUE),
    /** Contracts of a single model. */
    CONTRACTS(24, 100, 8, Integer.MAX_VALUE),
    /** Decisions of homes that are asked in one request. */
    DECISIONS(45, 0, 1, 25);

    private final int tokens;
    private final int frame;
    private final int least;
    private final int most;

    /**
     * @param tokens of one item
     * @param frame tokens around the items
     * @param least items in any case
     * @param most items at most
     */
    ReplyRoom(int tokens, int frame, int least, int most) {
        this.tokens = tokens;
        this.frame = frame;
        this.least = least;
        this.most = most;
    }

    /** How many items there is room for. */
    public int items(LanguageSettings settings) {
        return Math.clamp((settings.sampling().maxOutputTokens() - frame) / tokens, least, most);
    }

    /** Items at most, however long a reply may be. */
    int most() {
        return most;
    }
}
