package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.metrics.definition.MetricDefinition;
import org.vppworkbench.model.metrics.definition.MetricDefinitions;

class MetricDefinitionsTest {
    @Test
    void everyDefinitionSaysWhatTheNumberIs() {
        assertTrue(MetricDefinitions.all().size() > 100);
        for (MetricDefinition definition : MetricDefinitions.all()) {
            assertFalse(definition.title().isBlank(), definition.key());
            assertFalse(definition.formula().isBlank(), definition.key());
            assertFalse(definition.meaning().isBlank(), definition.key());
            assertTrue(definition.meaning().endsWith("."), definition.key() + ": " + definition.meaning());
            assertTrue(definition.section().startsWith("docs/"), definition.key());
        }
    }

    @Test
    void everyInputIsDefinedToo() {
        for (MetricDefinition definition : MetricDefinitions.all()) {
            List<String> unknown = definition.inputs().stream().filter(key -> MetricDefinitions.find(key).isEmpty()).toList();
            assertEquals(List.of(), unknown, definition.key());
            assertEquals(definition.isClosed(), !definition.inputs().isEmpty(), definition.key());
            assertFalse(definition.inputs().contains(definition.key()), definition.key());
        }
    }

    @Test
    void efficiencyByHand() {
        MetricDefinition efficiency = MetricDefinitions.find("efficiencyAware").orElseThrow();
        Map<String, Double> numbers = Map.of("welfareUsd", -10.0, "homeOptimumUsd", -12.0, "awareOptimumUsd", -8.0);
        assertEquals(0.5, efficiency.recompute(numbers::get).orElseThrow(), 1e-12);
    }

    @Test
    void withoutAnInputThereIsNoNumber() {
        MetricDefinition efficiency = MetricDefinitions.find("efficiencyAware").orElseThrow();
        assertTrue(efficiency.recompute(Map.of("welfareUsd", 1.0)::get).isEmpty());
    }
}
