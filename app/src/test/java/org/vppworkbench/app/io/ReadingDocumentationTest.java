package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.text.EvaluationCase;
import org.vppworkbench.negotiation.text.ReadingScore;
import org.vppworkbench.negotiation.text.RuleParser;
import org.vppworkbench.negotiation.text.TextParser;
import org.vppworkbench.negotiation.text.TrainedParser;

/** {@code docs/describing-homes.md} says how well descriptions are read by the weights that come with the program, and no better. */
class ReadingDocumentationTest {
    private static final List<String> NAMES = List.of("development", "held out", "held out 2");

    @Test
    void theTableSaysHowWellItReads() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "describing-homes.md"));
        for (int i = 0; i < NAMES.size(); i++) {
            List<EvaluationCase> texts = texts(EvaluationSetFile.SHIPPED.get(i));
            ReadingScore trained = score(texts, new TrainedParser());
            ReadingScore rules = score(texts, new RuleParser());
            String row = String.format(Locale.ROOT, "| %s | %d | %d | %s | %s | %s | %s |", NAMES.get(i), texts.size(), trained.labelled(),
                    percent(trained.recall()), percent(trained.precision()), percent(rules.recall()), percent(rules.precision()));
            assertTrue(page.contains(row), "not in docs/describing-homes.md: " + row);
        }
    }

    @Test
    void descriptionsItWasNotMadeWithAreReadWell() {
        List<EvaluationCase> texts = new ArrayList<>(texts("heldout"));
        texts.addAll(texts("heldout2"));
        ReadingScore score = score(texts, new TrainedParser());
        assertEquals(1213, score.labelled());
        assertTrue(score.recall() >= 0.9, () -> "right " + score.recall());
        assertTrue(score.precision() >= 0.93, () -> "precision " + score.precision());
        assertTrue(2 * score.count(ReadingScore.Outcome.ABSTAINED) > 32, () -> "left open " + score.count(ReadingScore.Outcome.ABSTAINED));
    }

    private static List<EvaluationCase> texts(String set) {
        return Objects.requireNonNull(EvaluationSetFile.shipped(set).value());
    }

    private static ReadingScore score(List<EvaluationCase> texts, TextParser parser) {
        List<ReadingScore.Verdict> verdicts = new ArrayList<>();
        for (EvaluationCase text : texts) {
            verdicts.addAll(ReadingScore.judge(text, parser.parse(text.text(), CancelToken.NEVER)));
        }
        return new ReadingScore(verdicts);
    }

    private static String percent(double share) {
        return share == 1 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
