package org.vppworkbench.sample;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A series with holes, filled on the straight line between the neighbours of each hole; the holes stay on record.
 *
 * @param values without holes
 * @param filled indexes that were holes, rising
 */
record LinearGaps(TimeSeries values, List<Integer> filled) {
    /** Name of the method, for the provenance of a series. */
    static final String METHOD = "linear interpolation between the values before and after";

    LinearGaps {
        filled = List.copyOf(filled);
    }

    /**
     * Fills the holes.
     *
     * @param holed values, {@code NaN} where there is none; the first and the last must be there
     * @throws IllegalArgumentException if the first or the last is missing
     */
    static LinearGaps fill(double[] holed) {
        int n = holed.length;
        if (n == 0 || Double.isNaN(holed[0]) || Double.isNaN(holed[n - 1])) {
            throw new IllegalArgumentException("a hole at an end has no neighbour on one side");
        }
        double[] values = holed.clone();
        List<Integer> filled = new ArrayList<>();
        for (int i = 1; i < n; i++) {
            if (Double.isNaN(holed[i])) {
                int next = i + 1;
                while (Double.isNaN(holed[next])) {
                    next++;
                }
                values[i] = values[i - 1] + (holed[next] - values[i - 1]) / (next - i + 1);
                filled.add(i);
            }
        }
        return new LinearGaps(TimeSeries.of(values), filled);
    }
}
