package org.vppworkbench.negotiation.llm.settings;

/** What a model is asked for; it decides what leaves the machine. */
public enum Purpose {
    /** Homes and aggregator of a run; how often is a condition of the run. */
    NEGOTIATION,
    /** One model that settles all contracts of a run from the costs of all homes. */
    SINGLE,
    /** Descriptions of homes to be read. */
    DESCRIBE,
    /** Fixed questions whether it is still the same model. */
    SENTINEL,
    /** Fixed questions what it remembers of prices. */
    PROBE,
    /** A run to be explained from its table of metrics. */
    EXPLAIN
}
