package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/**
 * One number of a run.
 *
 * @param key camelCase with its unit as suffix, as in {@code metrics.json}
 * @param title for people
 * @param unit such as {@code $} or {@code share}; empty for counts
 * @param value or {@code null} where it is not defined
 * @param reason why it is not defined; empty where it is
 */
public record Metric(String key, String title, String unit, @Nullable Double value, String reason) {
    public static Metric of(String key, String title, String unit, double value) {
        return new Metric(key, title, unit, value, "");
    }

    public static Metric undefined(String key, String title, String unit, String reason) {
        return new Metric(key, title, unit, null, reason);
    }
}
