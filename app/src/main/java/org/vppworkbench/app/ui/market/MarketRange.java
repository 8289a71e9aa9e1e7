package org.vppworkbench.app.ui.market;

/** How much of the data is on screen. */
public enum MarketRange {
    RUN("days of the run", 0),
    DAY("day", 1),
    WEEK("week", 7),
    ALL("all days", 0);

    private final String words;
    private final int days;

    MarketRange(String words, int days) {
        this.words = words;
        this.days = days;
    }

    public String words() {
        return words;
    }

    /** Number of days, or 0 where it follows from something else. */
    int days() {
        return days;
    }
}
