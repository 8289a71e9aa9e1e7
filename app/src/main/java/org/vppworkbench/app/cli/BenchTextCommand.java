package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.bench.ReadingBench;
import org.vppworkbench.app.experiment.DescribedHomes;
import org.vppworkbench.app.io.EvaluationSetFile;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.text.EvaluationCase;
import org.vppworkbench.negotiation.text.ReadingScore;
import org.vppworkbench.negotiation.text.ReadingScore.Outcome;
import org.vppworkbench.negotiation.text.ReadingScore.Verdict;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp bench text}. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = {
            "A parser of descriptions against labelled ones: precision, recall and numeric error by field and by style,",
            "abstentions, invented values, and what the errors cost: each home as read and as labelled, alone on 16 August 2023",
            "with rule agents."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:refused, or no description was read by the model that was to be measured; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user"
        })
final class BenchTextCommand implements Callable<Integer> {
    /** Above this share of descriptions read without the model the score says little about a model. */
    private static final double MOST_INSTEAD = 0.05;

    private final Clock clock;
    private final CancelToken cancel;
    private final LanguageDesk desk;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--set", paramLabel = "dev|heldout|heldout2|FILE", defaultValue = "heldout",
            description = "labelled descriptions: those that come with the program, or a file of JSON lines (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String set;

    @Option(names = "--errors", description = "list every field that is not right")
    private boolean errors;

    @Mixin @SuppressWarnings("NullAway.Init") // picocli sets it
    private ParserOptions parser;

    BenchTextCommand(Clock clock, CancelToken cancel, LanguageDesk desk) {
        this.clock = clock;
        this.cancel = cancel;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        boolean shipped = EvaluationSetFile.SHIPPED.contains(set);
        List<EvaluationCase> cases = console.kept(shipped ? EvaluationSetFile.shipped(set) : EvaluationSetFile.read(Path.of(set)));
        DescribedHomes homes = new DescribedHomes(console.kept(SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08)), clock);
        ProgressSink progress = console.progress();
        ReadingBench.Result result = parser.reading(
                spec, desk, console, reader -> new ReadingBench(cases, reader, homes, cancel).run(progress));
        console.endProgress();
        ReadingScore score = result.score();
        console.line("TEXT: " + set + ", " + Plural.of(cases.size(), "description") + ", "
                + score.labelled() + " labelled fields, parser " + parser.parser.name().toLowerCase(Locale.ROOT)
                + readers(cases.size(), result.instead().size()));
        console.line(String.format(Locale.ROOT, "%-28s %8s %8s %8s %8s %8s %10s %10s %12s", "", "labelled", "right", "wrong", "missed", "invented", "recall",
                "precision", "mean error"));
        row(console, "all", score);
        if (!result.instead().isEmpty() && result.instead().size() < cases.size()) {
            row(console, "read by the model", result.own());
        }
        console.line("");
        score.verdicts().stream().map(Verdict::style).distinct().sorted()
                .forEach(style -> row(console, style, score.ofStyle(style)));
        console.line("");
        score.verdicts().stream().map(Verdict::field).distinct().sorted()
                .forEach(field -> row(console, field, score.ofField(field)));
        console.line("");
        long open = score.count(Outcome.ABSTAINED) + score.count(Outcome.DECIDED);
        console.line("open labels (the text contradicts itself): " + score.count(Outcome.ABSTAINED) + " of " + open + " abstained");
        console.line(String.format(Locale.ROOT, "welfare of the home alone, |as read - as labelled|: median %.4f $, 95 %% %.4f $, %d homes",
                result.percentile(0.5), result.percentile(0.95), result.welfareErrors().size()));
        if (!result.wrongHomes().isEmpty()) {
            console.line("only one of the two homes can be run: " + String.join(", ", result.wrongHomes()));
        }
        if (errors) {
            score.verdicts().stream().filter(BenchTextCommand::isError).forEach(verdict -> console.line(line(verdict)));
        }
        return verdict(console, cases.size(), result.instead().size());
    }

    /** Who read the texts, where that is a question. */
    private String readers(int all, int without) {
        return parser.parser != ParserOptions.Choice.MODEL
                ? ""
                : " (read by the model " + (all - without) + " of " + all + ", without it " + without + ")";
    }

    /** The trained parser stands in for a model that fails; its score is not the model's. */
    private static int verdict(Console console, int all, int without) {
        if (without > MOST_INSTEAD * all) {
            console.line(String.format(
                    Locale.ROOT, "MARK %d of %d descriptions (%.1f %%) were read without the model, and count in every figure but those of"
                            + " the row 'read by the model'", without, all, 100.0 * without / all));
        }
        if (without == all && all > 0) {
            console.error("no description was read by the model: this is the score of the parser that needs none");
            return ExitCode.REFUSED;
        }
        return ExitCode.OK;
    }

    private static boolean isError(Verdict verdict) {
        return verdict.outcome() != Outcome.RIGHT && verdict.outcome() != Outcome.ABSTAINED;
    }

    private static String line(Verdict verdict) {
        return String.format(Locale.ROOT, "%-14s %-10s %-28s label %s, read %s", verdict.id(),
                verdict.outcome().name().toLowerCase(Locale.ROOT), verdict.field(), said(verdict.label()), said(verdict.value()));
    }

    private static String said(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private static void row(Console console, String name, ReadingScore score) {
        console.line(String.format(Locale.ROOT, "%-28s %8d %8d %8d %8d %8d %10s %10s %12s", name, score.labelled(),
                score.count(Outcome.RIGHT) + score.count(Outcome.ABSTAINED),
                score.count(Outcome.WRONG) + score.count(Outcome.DECIDED), score.count(Outcome.MISSED),
                score.count(Outcome.INVENTED), share(score.recall()), share(score.precision()), share(score.meanRelativeError())));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }
}
