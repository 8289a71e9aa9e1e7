package org.vppworkbench.model.scenario;

/** When opportunities are traded ({@code model.md} §3). */
public enum Timeline {
    /** 75 minutes before each hour, at the day-ahead price; a stylised market. */
    HOURLY("HOURLY (STYLISED)"),
    /** At 10:00 of the day before, all hours and products of the day, in time order. */
    DAY_AHEAD("DAY_AHEAD");

    private final String label;

    Timeline(String label) {
        this.label = label;
    }

    /** As it is shown and stored beside results. */
    public String label() {
        return label;
    }
}
