package org.vppworkbench.sample.imports.series;

import java.util.Arrays;

/** Values with their times and places in the files, in the order in which they were read; 24 bytes each. */
final class Points {
    private final long step;
    private long[] starts = new long[64];
    private double[] values = new double[64];
    private long[] places = new long[64];
    private int size;

    /**
     * @param step length of every interval [s]
     */
    Points(long step) {
        this.step = step;
    }

    long step() {
        return step;
    }

    int size() {
        return size;
    }

    void add(long start, double value, long place) {
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            values = Arrays.copyOf(values, larger);
            places = Arrays.copyOf(places, larger);
        }
        starts[size] = start;
        values[size] = value;
        places[size] = place;
        size++;
    }

    long start(int index) {
        return starts[index];
    }

    double value(int index) {
        return values[index];
    }

    long place(int index) {
        return places[index];
    }

    /** Indices in the order of the times; what has the same time stays in the order of reading. */
    int[] order() {
        // seconds since 1970 up to the year 2100 take 33 bits, the index 23: one long sorts both without objects
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = starts[i] << 23 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (keys[i] & ((1 << 23) - 1));
        }
        return order;
    }
}
