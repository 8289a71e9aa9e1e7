package org.vppworkbench.sample.imports.source;

/**
 * How much of a user's files is read at most: a file is data of strangers.
 *
 * @param bytes bytes of all files of one import together, unpacked
 * @param entries entries of one ZIP
 * @param ratio unpacked bytes per packed byte of a ZIP, once more than a million bytes are unpacked
 * @param rows rows of all files together
 * @param recordChars characters of one row
 */
public record ReadLimits(long bytes, int entries, int ratio, long rows, int recordChars) {
    /** 200 MB, 10,000 entries, 250 times, 5 million rows, a million characters. */
    public static final ReadLimits STANDARD = new ReadLimits(200_000_000, 10_000, 250, 5_000_000, 1_000_000);
}
