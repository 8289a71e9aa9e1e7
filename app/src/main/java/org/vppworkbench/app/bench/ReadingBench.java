package org.vppworkbench.app.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vppworkbench.app.experiment.DescribedHomes;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.text.EvaluationCase;
import org.vppworkbench.negotiation.text.HomeDrafter;
import org.vppworkbench.negotiation.text.LabelledHome;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.negotiation.text.ReadingScore;
import org.vppworkbench.negotiation.text.TextParser;

/** A parser of descriptions against labels, and what its errors cost the home they describe. */
public final class ReadingBench {
    /** The second day of the sample, with the highest prices: errors cost most there. */
    private static final int DAY = 1;

    private final List<EvaluationCase> cases;
    private final TextParser parser;
    private final DescribedHomes homes;
    private final CancelToken cancel;

    /**
     * What was measured.
     *
     * @param score field by field
     * @param welfareErrors |W of the home as read − W of the home as labelled| over the day, one per description that can be
     *     run both ways [$], ascending
     * @param wrongHomes ids of descriptions of which only one of the two homes can be run
     * @param instead ids of descriptions that another parser read than the one that is measured, as rules do where a model
     *     fails; the score is of them too
     */
    public record Result(ReadingScore score, List<Double> welfareErrors, List<String> wrongHomes, Set<String> instead) {
        public Result {
            welfareErrors = List.copyOf(welfareErrors);
            wrongHomes = List.copyOf(wrongHomes);
            instead = Set.copyOf(instead);
        }

        /** The score of the descriptions that the parser read itself. */
        public ReadingScore own() {
            return new ReadingScore(
                    score.verdicts().stream().filter(verdict -> !instead.contains(verdict.id())).toList());
        }

        /** A percentile of the welfare errors, by the nearest rank; NaN without any [$]. */
        public double percentile(double share) {
            if (welfareErrors.isEmpty()) {
                return Double.NaN;
            }
            int rank = (int) Math.ceil(share * welfareErrors.size());
            return welfareErrors.get(Math.clamp(rank - 1, 0, welfareErrors.size() - 1));
        }
    }

    public ReadingBench(List<EvaluationCase> cases, TextParser parser, DescribedHomes homes, CancelToken cancel) {
        this.cases = List.copyOf(cases);
        this.parser = parser;
        this.homes = homes;
        this.cancel = cancel;
    }

    /** Reads all descriptions and simulates each home twice, alone, with rule agents. */
    public Result run(ProgressSink progress) {
        List<ReadingScore.Verdict> verdicts = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Set<String> instead = new HashSet<>();
        for (EvaluationCase labelled : cases) {
            cancel.check("all descriptions were read");
            progress.report(errors.size(), cases.size(), "descriptions");
            ParsedHome parsed = parser.parse(labelled.text(), cancel);
            verdicts.addAll(ReadingScore.judge(labelled, parsed));
            if (!parsed.parser().equals(parser.id())) {
                instead.add(labelled.id());
            }
            Double read = welfare(parsed);
            Double meant = welfare(LabelledHome.of(labelled));
            if (read != null && meant != null) {
                errors.add(Math.abs(read - meant));
            } else if (!Objects.equals(read, meant)) {
                wrong.add(labelled.id());
            }
        }
        return new Result(new ReadingScore(verdicts), errors.stream().sorted().toList(), wrong, instead);
    }

    private @org.jspecify.annotations.Nullable Double welfare(ParsedHome parsed) {
        Home home = HomeDrafter.draft(parsed, homes.defaults(), "described").home();
        return home == null ? null : homes.welfare(home, DAY, cancel);
    }
}
