package org.vppworkbench.model.scenario;

/** What this version knows only one value of, in the words that stand on every result. */
public final class RunLabels {
    /** Forecasts are the realised prices. */
    public static final String PERFECT = ScenarioResolver.FORECAST_LABEL;

    /** The one timeline: each hour is traded by itself, a fixed lead before it begins. */
    public static final String HOURLY = "HOURLY";

    /** That timeline with its caveat: it is a what-if, not market practice. */
    public static final String HOURLY_STYLISED = HOURLY + " (STYLISED)";

    /** Market rules: those of the research setting, not of a market operator. */
    public static final String RESEARCH = "RESEARCH";

    private RunLabels() {}
}
