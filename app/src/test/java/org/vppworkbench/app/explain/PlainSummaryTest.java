package org.vppworkbench.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.experiment.SmallRuns;

class PlainSummaryTest {
    @ParameterizedTest
    @CsvSource({"rule, true", "rule, false", "no-vpp, true", "posted-price, true"})
    void everySentencePassesTheCheckThatModelsMustPass(String mechanism, boolean optimum) {
        List<Sentence> sentences = PlainSummary.of(SmallRuns.run(mechanism, 1, optimum));
        assertTrue(sentences.size() >= 4, sentences.toString());
        for (Sentence sentence : sentences) {
            assertEquals(List.of(), sentence.problems(), sentence.text());
        }
    }
}
