package org.vppworkbench.sample.quality;

/** What a check came to, worst last. */
public enum QualityResult {
    /** Nothing to say against it. */
    GOOD,
    /** Worth knowing. */
    NOTE,
    /** Look at it before the data are used. */
    WARNING
}
