package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vppworkbench.app.io.TapeFile;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeEntry;
import org.vppworkbench.negotiation.llm.tape.TapeSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp tape list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists a tape: who asked about what, what came back, what it cost.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "1:not a tape, edited, or of another version", "2:the command line is wrong"})
final class TapeListCommand implements Callable<Integer> {
    private static final int WORDS = 60;
    private static final int KEY = 12;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the tape, such as the tape.jsonl of a bundle")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Tape tape = console.kept(TapeFile.read(file));
        int widest = tape.entries().stream().mapToInt(entry -> entry.origin().words().length()).max().orElse(0);
        int origin = Math.max("asked by, about".length(), widest);
        console.line(row(origin, "asked by, about", "key", "kind", "tokens", "ms", "first words"));
        for (TapeEntry entry : tape.entries()) {
            console.line(line(origin, entry));
        }
        summary(TapeSummary.of(tape)).lines().forEach(console::line);
        return ExitCode.OK;
    }

    private static String line(int origin, TapeEntry entry) {
        Answer answer = entry.answer();
        Usage usage = answer == null ? Usage.NONE : answer.usage();
        String words = switch (answer) {
            case null -> "cancelled";
            case Answer.Said said -> said.text();
            case Answer.Failed failed -> failed.kind() + ": " + failed.words();
        };
        return row(
                origin, entry.origin().words(), entry.key().substring(0, Math.min(KEY, entry.key().length())),
                entry.kind().name().toLowerCase(Locale.ROOT), (usage.estimated() ? "~" : "") + usage.totalTokens(),
                String.format(Locale.ROOT, "%.0f", 1000 * usage.seconds()), brief(words));
    }

    private static String row(int origin, String who, String key, String kind, String tokens, String ms, String words) {
        return String.format(
                Locale.ROOT, "%-" + origin + "s  %-" + KEY + "s  %-7s  %8s  %7s  %s", who, key, kind, tokens, ms, words);
    }

    private static String brief(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WORDS - 3)) + "...";
    }

    private static String summary(TapeSummary summary) {
        Usage usage = summary.usage();
        return String.join(
                "\n",
                "",
                "recorded from " + summary.header().identity().place() + " by " + summary.header().application() + ", " + orNone(summary.first()) + " to "
                        + orNone(summary.last()),
                "lines     " + counted(summary.lines()),
                "failures  " + counted(summary.failures()),
                "versions  " + counted(summary.versions()),
                "prompts   " + counted(summary.prompts()),
                String.format(
                        Locale.ROOT, "tokens    %d sent (%d from the provider's cache), %d answered, %d thought%s",
                        usage.promptTokens(), usage.cachedTokens(), usage.outputTokens(), usage.thoughtTokens(),
                        usage.estimated() ? "; estimated in part" : ""),
                String.format(
                        Locale.ROOT, "cost      %s, %.1f s in calls, %s",
                        usage.priced() ? String.format(Locale.ROOT, "%.4f $", usage.usd()) : "not known: no price for the model",
                        usage.seconds(), Plural.of(usage.attempts(), "request")));
    }

    private static String orNone(String time) {
        return time.isEmpty() ? "nothing" : time;
    }

    private static String counted(Map<?, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> (String.valueOf(entry.getKey()).isEmpty() ? "(not named)" : entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
