package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.definition.MetricDefinition;
import org.vppworkbench.model.metrics.definition.MetricDefinitions;

/** Every metric of a run has its definition, and the formulas say what was computed. */
class RunNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"rule", "price-coordination", "posted-price"})
    void everyMetricHasADefinitionWithItsTitleAndUnit(String mechanism) {
        for (Metric metric : SmallRuns.run(mechanism, 1, false).metrics().week()) {
            MetricDefinition definition = MetricDefinitions.find(metric.key()).orElseThrow(() -> new AssertionError(metric.key()));
            assertEquals(metric.unit(), definition.unit(), metric.key());
            assertEquals(metric.title(), definition.title(), metric.key());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "price-coordination"})
    void theFormulaGivesTheNumber(String mechanism) {
        ExperimentResult result = SmallRuns.run(mechanism, 2, true);
        RunNumbers numbers = RunNumbers.of(result);
        List<String> checked = new ArrayList<>();
        for (Metric metric : result.metrics().week()) {
            MetricDefinition definition = MetricDefinitions.find(metric.key()).orElseThrow();
            Double value = metric.value();
            OptionalDouble again = definition.recompute(numbers::value);
            if (value != null && definition.isClosed()) {
                assertTrue(again.isPresent(), metric.key() + " has no inputs");
                assertEquals(value, again.getAsDouble(), 1e-9 * Math.max(1, Math.abs(value)), metric.key());
                checked.add(metric.key());
            }
        }
        assertTrue(checked.size() >= 20, checked.toString());
        assertTrue(checked.contains("efficiencyAware"), checked.toString());
        assertEquals(mechanism.equals("price-coordination"), checked.contains("planGapShare"), checked.toString());
    }

    @Test
    void aNumberIsExplainedWithWhatWasPutIn() {
        ExperimentResult result = SmallRuns.run("rule", 2, true);
        RunNumbers.Explained explained = RunNumbers.of(result).explain("vppValueUsd");
        assertEquals("W \u2212 W\u2070", explained.definition().formula());
        assertEquals(2, explained.inputs().size());
        assertEquals(result.welfareUsd(), explained.inputs().getFirst().value());
    }

    @Test
    void withoutAnOptimumItsNumbersSayWhy() {
        RunNumbers numbers = RunNumbers.of(SmallRuns.run("rule", 2, false));
        assertEquals("the central optimum was not solved", numbers.reason("blindUpperBoundUsd"));
        assertFalse(numbers.reason("efficiencyAware").isEmpty());
    }
}
