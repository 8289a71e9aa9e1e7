package org.vppworkbench.sample.imports.market;

import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/**
 * Compares a second statement of the time with the first. Single differences are warnings; where most rows differ, the
 * times are of another zone, or name the end instead of the beginning, and the file is refused.
 */
final class TimeCheck {
    private final String meaning;
    private long rows;
    private long wrong;
    private String firstWrong = "";

    /**
     * @param meaning what the columns must mean, for the finding
     */
    TimeCheck(String meaning) {
        this.meaning = meaning;
    }

    void row(boolean agrees, String where, String value, String expected, ImportLog log) {
        rows++;
        if (!agrees) {
            firstWrong = wrong == 0 ? where : firstWrong;
            wrong++;
            log.warning(where, value, "the local time does not agree with the time in UTC", expected);
        }
    }

    /** Refuses where most rows differ. */
    void finish(ImportLog log) throws InputRefusedException {
        if (wrong * 2 > rows) {
            log.error(firstWrong, wrong + " of " + rows + " rows", "the times are of another zone or are shifted", meaning);
        }
    }
}
