package org.vppworkbench.model.time;

/**
 * Where a series came from.
 *
 * @param series what it is, with its unit
 * @param kind whether it was read, derived or invented
 * @param source publisher and report
 * @param licence licence or terms, as far as known
 * @param file file the numbers were read from
 * @param sha256 SHA-256 of that file, lower-case hex
 * @param note what was done to it (stepping, alignment, scaling), or empty
 */
public record Provenance(
        String series, SeriesKind kind, String source, String licence, String file, String sha256, String note) {}
