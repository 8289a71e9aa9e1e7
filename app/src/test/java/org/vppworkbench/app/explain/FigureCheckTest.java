package org.vppworkbench.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.metrics.Metric;

class FigureCheckTest {
    private static final MetricsSheet SHEET = MetricsSheet.of(List.of(
            Metric.of("vppValueUsd", "VPP value", "$", 4.237),
            Metric.of("aggregatorProfitUsd", "Profit", "$", -1.5),
            Metric.of("efficiencyAware", "Efficiency", "share", 0.7346),
            Metric.of("soldEnergyKwh", "Sold", "kWh", 1234.5),
            Metric.of("messages", "Messages", "", 96)));

    private static final List<String> ALL =
            List.of("vppValueUsd", "aggregatorProfitUsd", "efficiencyAware", "soldEnergyKwh", "messages");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "It was worth 4.24 $.| 0", "It was worth $4.24.| 0", "It was worth 4.2 $.| 0", "It was worth 4 $.| 0",
        "It was worth 4.23 $.| 1", "It was worth 4.24 kWh.| 1", "It was worth 4.24.| 1", "It was worth \u22124.24 $.| 1",
        "The aggregator made \u22121.50 $.| 0", "The aggregator made 1.50 $.| 1", "The aggregator made -$1.50.| 0",
        "Efficiency was 73.5 %.| 0", "Efficiency was 73%.| 0", "Efficiency was 0.73.| 0", "Efficiency was 0.74.| 1", "Efficiency was 7 %.| 1",
        "1,234.5 kWh were sold.| 0", "1.2 MWh were sold.| 0", "96 messages, 95 of them useful.| 1", "Half of it was lost.| 1",
        "W* was not reached.| 0", "Nothing is stated here.| 0"
    })
    void aFigureMustRoundToACitedNumberInItsUnit(String sentence, int problems) {
        assertEquals(problems, FigureCheck.problems(sentence, ALL, SHEET).size(), FigureCheck.problems(sentence, ALL, SHEET).toString());
    }

    @Test
    void onlyWhatTheSentenceCitesCounts() {
        assertEquals(1, FigureCheck.problems("It was worth 4.24 $.", List.of("messages"), SHEET).size());
        assertEquals(1, FigureCheck.problems("It was worth 4.24 $.", List.of(), SHEET).size());
        assertEquals(1, FigureCheck.problems("All was well.", List.of("inventedUsd"), SHEET).size());
    }
}
