package org.vppworkbench.sample.imports.series;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A named method to fill gaps of under one per cent of the values of a series. */
public enum GapFilling {
    /** On the straight line between the values before and after the gap. */
    LINEAR("linear", "linear interpolation"),

    /** The value of the same local time on the day before. */
    DAY_BEFORE("day-before", "same hour of the day before");

    /** A share of missing values at or above this is refused. */
    public static final double MOST_FILLED = 0.01;

    private final String id;
    private final String title;

    GapFilling(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Name on the command line. */
    public String id() {
        return id;
    }

    /** Name in notes and reports. */
    public String title() {
        return title;
    }

    public static Optional<GapFilling> find(String id) {
        return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
    }

    /** The names on the command line. */
    public static String allowed() {
        return Arrays.stream(values()).map(GapFilling::id).collect(Collectors.joining(", "));
    }
}
