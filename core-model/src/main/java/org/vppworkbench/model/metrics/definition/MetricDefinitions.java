package org.vppworkbench.model.metrics.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vppworkbench.model.metrics.behaviour.BehaviourMetric;

/** The definition of every metric, and of the quantities behind them; what shows, lists or explains a number reads it here. */
public final class MetricDefinitions {
    private static final Map<String, MetricDefinition> ALL = collect();

    private MetricDefinitions() {}

    /** All of them, in the order of {@code metrics.json}, the quantities behind the metrics last. */
    public static List<MetricDefinition> all() {
        return List.copyOf(ALL.values());
    }

    /** One by its key. */
    public static Optional<MetricDefinition> find(String key) {
        return Optional.ofNullable(ALL.get(key));
    }

    private static Map<String, MetricDefinition> collect() {
        Map<String, MetricDefinition> all = new LinkedHashMap<>();
        Stream.of(
                        MoneyDefinitions.ALL, OptimumDefinitions.ALL, HomeDefinitions.ALL, DeliveryDefinitions.ALL,
                        ProcessDefinitions.ALL, behaviour(), QuantityDefinitions.ALL)
                .flatMap(List::stream)
                .forEach(definition -> {
                    if (all.put(definition.key(), definition) != null) {
                        throw new IllegalStateException(definition.key() + " is defined twice");
                    }
                });
        return java.util.Collections.unmodifiableMap(all);
    }

    private static List<MetricDefinition> behaviour() {
        return Stream.of(BehaviourMetric.values())
                .map(metric -> MetricDefinition.of(
                        metric.key(), MetricGroup.BEHAVIOUR, "", metric.title(), metric.unit(), metric.formula(),
                        "Source: " + metric.source() + "."))
                .toList();
    }
}
