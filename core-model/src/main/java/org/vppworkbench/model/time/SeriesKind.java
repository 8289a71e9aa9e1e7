package org.vppworkbench.model.time;

/** How honest a series is: read as published, computed from published data, or invented. */
public enum SeriesKind {
    REAL,
    DERIVED,
    SYNTHETIC
}
