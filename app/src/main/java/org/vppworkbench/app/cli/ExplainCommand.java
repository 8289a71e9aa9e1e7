package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vppworkbench.app.experiment.BundledRun;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.app.explain.MetricsSheet;
import org.vppworkbench.app.explain.ModelExplanation;
import org.vppworkbench.app.explain.PlainSummary;
import org.vppworkbench.app.explain.Sentence;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "A run in sentences, each with the numbers it rests on: by fixed rules, or by a language model that is given the table",
            "of metrics and nothing else. Every figure a model states is checked against the table; what is not there is marked."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:told; every figure stands in the table of metrics",
            "1:refused, the model gave nothing usable, or a figure does not stand in the table",
            "2:the command line is wrong",
            "130:stopped by the user"
        })
final class ExplainCommand implements Callable<Integer> {
    /** Who explains. */
    enum Writer {
        RULE,
        MODEL
    }

    private final Clock clock;
    private final CancelToken cancel;
    private final LanguageDesk desk;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--bundle", paramLabel = "DIR", required = true, description = "the bundle of the run")
    @SuppressWarnings("NullAway.Init") // required
    private Path bundle;

    @Option(names = "--by", paramLabel = "rule|model", defaultValue = "rule",
            description = "rule, without key and network, or model (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Writer by;

    @Mixin @SuppressWarnings("NullAway.Init") // picocli sets it
    private QuestionOptions language;

    @Mixin @SuppressWarnings("NullAway.Init") // picocli sets it
    private GatewayOptions gateway;

    ExplainCommand(Clock clock, CancelToken cancel, LanguageDesk desk) {
        this.clock = clock;
        this.cancel = cancel;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        List<String> given = new ArrayList<>(language.given());
        given.addAll(gateway.given());
        if (by == Writer.RULE && !given.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(", ", given) + ": only with --by model");
        }
        gateway.check(spec);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        ExperimentResult result = BundledRun.reopen(console.kept(BundleReader.read(bundle)), clock);
        if (by == Writer.RULE) {
            console.line("by       " + PlainSummary.LABEL);
            PlainSummary.of(result).forEach(sentence -> tell(sentence, console));
            return ExitCode.OK;
        }
        return byModel(result, console);
    }

    private int byModel(ExperimentResult result, Console console) {
        try (LanguageSession session =
                desk.open(language, gateway, console, Purpose.EXPLAIN, result.scenario().inputs().horizon())) {
            ModelExplanation explanation = ModelExplanation.of(MetricsSheet.of(result), session.model(), cancel);
            session.notes().forEach(note -> console.line("note     " + note));
            console.line("by       " + explanation.label());
            explanation.sentences().forEach(sentence -> tell(sentence, console));
            if (explanation.sentences().isEmpty()) {
                console.error("the model gave nothing usable (" + explanation.failure() + "); the summary by rule instead:");
                console.line("by       " + PlainSummary.LABEL);
                PlainSummary.of(result).forEach(sentence -> tell(sentence, console));
                return ExitCode.REFUSED;
            }
            long bad = explanation.sentences().stream().filter(sentence -> !sentence.supported()).count();
            if (bad > 0) {
                console.error(String.format(
                        Locale.ROOT, "%s of %d states what the table of metrics does not support", Plural.of(bad, "sentence"),
                        explanation.sentences().size()));
                return ExitCode.REFUSED;
            }
            return ExitCode.OK;
        }
    }

    private static void tell(Sentence sentence, Console console) {
        console.line((sentence.supported() ? "  " : "! ") + sentence.text() + "  [" + String.join(", ", sentence.cites()) + "]");
        sentence.problems().forEach(problem -> console.line("    NOT SUPPORTED " + problem));
    }
}
