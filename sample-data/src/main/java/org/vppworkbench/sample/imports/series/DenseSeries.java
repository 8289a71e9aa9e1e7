package org.vppworkbench.sample.imports.series;

import org.vppworkbench.model.time.TimeSeries;

/**
 * Values without gaps.
 *
 * @param first start of the first interval [s since 1970]
 * @param step length of an interval [s]
 * @param values one per interval
 * @param filled how many of the source's values were missing and were filled
 * @param note what was done, or empty
 */
record DenseSeries(long first, long step, TimeSeries values, int filled, String note) {
    DenseSeries with(long newFirst, long newStep, TimeSeries newValues, String added) {
        String text = note.isEmpty() || added.isEmpty() ? note + added : note + "; " + added;
        return new DenseSeries(newFirst, newStep, newValues, filled, text);
    }
}
