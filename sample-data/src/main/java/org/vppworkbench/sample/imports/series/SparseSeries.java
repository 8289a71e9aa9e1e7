package org.vppworkbench.sample.imports.series;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Values in time order, each time once, possibly with gaps. A {@code NaN} is a value known to be missing. */
public final class SparseSeries {
    private final String name;
    private final PointStore store;
    private final long step;
    private final long[] starts;
    private final double[] values;
    private final long[] places;
    private final int size;

    SparseSeries(
            String name, PointStore store, long step, long[] starts, double[] values, long[] places, int size) {
        this.name = name;
        this.store = store;
        this.step = step;
        this.starts = starts;
        this.values = values;
        this.places = places;
        this.size = size;
    }

    String name() {
        return name;
    }

    long step() {
        return step;
    }

    public int size() {
        return size;
    }

    long start(int index) {
        return starts[index];
    }

    double value(int index) {
        return values[index];
    }

    String where(int index) {
        return store.where(places[index]);
    }

    /** Index of a time, or negative. */
    private int find(long start) {
        return Arrays.binarySearch(starts, 0, size, start);
    }

    /** Values outside the plausible range of a role are errors. */
    void checkRange(SeriesRole role, ImportLog log) throws InputRefusedException {
        SeriesRole.Type type = role.type();
        for (int i = 0; i < size; i++) {
            if (values[i] < type.lowest() || values[i] > type.highest()) {
                log.error(where(i), values[i], name + ": out of range",
                        "[" + type.lowest() + ", " + type.highest() + "] " + type.unit());
            }
        }
    }

    /**
     * The sum of series that are parts of one price. A time at which some part has no value is a gap of the sum and a warning.
     *
     * @param parts at least one, all of one step
     */
    public static SparseSeries sum(String name, List<SparseSeries> parts, ImportLog log) {
        SparseSeries any = parts.get(0);
        long[] all = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.starts, 0, part.size))
                .distinct()
                .sorted()
                .toArray();
        double[] sums = new double[all.length];
        long[] places = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            for (SparseSeries part : parts) {
                int at = part.find(all[i]);
                if (at < 0) {
                    sums[i] = Double.NaN;
                    log.warning(name + " at " + Instant.ofEpochSecond(all[i]), null, part.name + " has no value here", null);
                } else {
                    sums[i] += part.values[at];
                    places[i] = part.places[at];
                }
            }
        }
        return new SparseSeries(name, any.store, any.step, all, sums, places, all.length);
    }

    /**
     * Warns where the parts of a price do not add up to it within one cent. Times at which a part is missing are not checked.
     *
     * @param parts the components of this price that every file has
     * @param optional components that count as 0 where they are missing
     */
    public void checkSum(List<SparseSeries> parts, List<SparseSeries> optional, ImportLog log) {
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (SparseSeries part : parts) {
                int at = part.find(starts[i]);
                sum += at < 0 ? Double.NaN : part.values[at];
            }
            for (SparseSeries part : optional) {
                int at = part.find(starts[i]);
                sum += at < 0 ? 0 : part.values[at];
            }
            // the tolerance is published with the prices' five decimals; a rounding of the difference itself is let pass
            if (Math.abs(values[i] - sum) > 0.01 + 1e-9) {
                log.warning(where(i), values[i], "the components of the price do not add up to it",
                        "the sum of the components, " + (float) sum + ", to within 0.01");
            }
        }
    }
}
