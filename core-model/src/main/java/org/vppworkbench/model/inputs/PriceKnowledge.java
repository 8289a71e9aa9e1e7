package org.vppworkbench.model.inputs;

/** How far ahead a home knows its retail prices: a fact about its tariff, never read off the prices themselves. */
public enum PriceKnowledge {
    /** A filed tariff: prices of all days of the run are published before it begins. */
    PUBLISHED,

    /** Market prices: known, or forecast, for the days a home plans for, and not yet for those after them. */
    DAILY
}
