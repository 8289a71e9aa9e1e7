package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Collects metrics in order. */
final class MetricList {
    private final List<Metric> metrics = new ArrayList<>();

    void add(Metric metric) {
        metrics.add(metric);
    }

    void usd(String key, String title, double value) {
        add(Metric.of(key, title, "$", value));
    }

    void kwh(String key, String title, double value) {
        add(Metric.of(key, title, "kWh", value));
    }

    void share(String key, String title, double value) {
        add(Metric.of(key, title, "share", value));
    }

    void count(String key, String title, double value) {
        add(Metric.of(key, title, "", value));
    }

    void undefined(String key, String title, String unit, String reason) {
        add(Metric.undefined(key, title, unit, reason));
    }

    /** A ratio that is not defined where its denominator is below {@code least}. */
    void ratio(String key, String title, double numerator, double denominator, double least, String reason) {
        if (denominator < least) {
            undefined(key, title, "share", reason);
        } else {
            share(key, title, numerator / denominator);
        }
    }

    void optional(String key, String title, OptionalDouble value, String reason) {
        if (value.isPresent()) {
            share(key, title, value.getAsDouble());
        } else {
            undefined(key, title, "share", reason);
        }
    }

    List<Metric> all() {
        return List.copyOf(metrics);
    }
}
