package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.vppworkbench.negotiation.text.ReadingScore.Outcome;

/** Training of the weights, and whether those in use are the ones that training gives. */
class WeightsTrainingTest {
    private static final Path TABLE = Path.of("src/main/resources/org/vppworkbench/negotiation/text/weights.tsv");

    @Test
    void trainingReadsUnseenTextsBetterThanTheRules() throws IOException {
        List<EvaluationCase> few = every(10);
        ReadingScore rules = score(few, few.stream().map(text -> new RuleParser().parse(text.text())).toList());
        ReadingScore unseen = score(few, WeightsTraining.of(few).read());
        assertTrue(unseen.recall() > rules.recall() + 0.01, unseen.recall() + " against " + rules.recall());
    }

    @Test
    void theSameTextsGiveTheSameTable() throws IOException {
        List<EvaluationCase> few = every(50);
        assertEquals(WeightsTraining.of(few).table(), WeightsTraining.of(few).table());
    }

    private static List<EvaluationCase> every(int nth) throws IOException {
        return TrainingSet.all().stream().filter(text -> Math.floorMod(text.id().hashCode(), nth) == 3).toList();
    }

    /** Takes minutes and 8 GB: {@code -Dvpp.train=check}, or {@code -Dvpp.train=write} to renew the table. */
    @Test
    @EnabledIfSystemProperty(named = "vpp.train", matches = "check|write")
    void theWeightsInUseAreThoseOfTheTrainingSet() throws IOException {
        List<EvaluationCase> all = TrainingSet.all();
        WeightsTraining.Result trained = WeightsTraining.of(all);
        report(all, trained.read());
        if (System.getProperty("vpp.train").equals("write")) {
            Files.writeString(TABLE, trained.table());
        }
        assertEquals(Files.readString(TABLE), trained.table());
    }

    private static ReadingScore score(List<EvaluationCase> texts, List<ParsedHome> read) {
        List<ReadingScore.Verdict> verdicts = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            verdicts.addAll(ReadingScore.judge(texts.get(t), read.get(t)));
        }
        return new ReadingScore(verdicts);
    }

    private static void report(List<EvaluationCase> texts, List<ParsedHome> read) {
        ReadingScore score = score(texts, read);
        System.out.printf(Locale.ROOT, "unseen parts: %d of %d fields right (%.1f %%), precision %.1f %%, %d wrong, %d missed, %d invented%n",
                score.count(Outcome.RIGHT) + score.count(Outcome.ABSTAINED), score.labelled(), 100 * score.recall(), 100 * score.precision(),
                score.count(Outcome.WRONG), score.count(Outcome.MISSED), score.count(Outcome.INVENTED));
        for (String style : score.verdicts().stream().map(ReadingScore.Verdict::style).distinct().sorted().toList()) {
            System.out.printf(Locale.ROOT, "  %-15s %.1f %%%n", style, 100 * score.ofStyle(style).recall());
        }
    }
}
