package org.vppworkbench.sample.imports.series;

import org.vppworkbench.model.time.SeriesKind;

/**
 * Where a series comes from.
 *
 * @param kind how the values are labelled as long as nothing is done to them
 * @param source publisher and report
 * @param licence licence or terms, as far as known
 * @param note what the values are, or empty
 */
public record SeriesLabel(SeriesKind kind, String source, String licence, String note) {}
