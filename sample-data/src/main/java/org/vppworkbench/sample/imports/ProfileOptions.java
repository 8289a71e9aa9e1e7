package org.vppworkbench.sample.imports;

import java.time.LocalDate;

/**
 * Which days a profile of another year is laid onto, and what it is called. For formats whose files carry no year, or whose
 * year is not the one of the prices.
 *
 * @param name name of the profile, or empty: the name of the file
 * @param from first local day
 * @param days number of local days, in [1, {@value #MAX_DAYS}]
 */
public record ProfileOptions(String name, LocalDate from, int days) {
    /** Ten years and a bit. */
    public static final int MAX_DAYS = 3660;
}
