package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.app.io.DotEnv;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.SentinelFiles;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.sentinel.Sentinel;
import org.vppworkbench.negotiation.llm.sentinel.SentinelFile;
import org.vppworkbench.negotiation.llm.sentinel.SentinelRecord;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp sentinel}. */
@Command(
        name = "sentinel",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks a language model the fixed questions and keeps the answers, to notice before a batch of runs that another",
            "model answers under the same name. It costs fifty short requests."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the answers are written, and where they were compared nothing changed",
            "1:refused, nothing was answered and nothing written, or something changed; the message says which",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class SentinelCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;
    private final LanguageDesk desk;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final ModelOptions model = new ModelOptions();

    @Mixin private final ParallelGatewayOptions gateway = new ParallelGatewayOptions();

    @Option(names = "--compare", paramLabel = "FILE", description = "answers of an earlier time")
    private @Nullable Path compare;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the answers: a file that does not exist")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    SentinelCommand(Clock clock, CancelToken cancel, LanguageDesk desk) {
        this.clock = clock;
        this.cancel = cancel;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        gateway.check(spec);
        if (gateway.tape != null && gateway.tape.replay()) {
            throw new ParameterException(
                    spec.commandLine(), "--tape replay: a tape says what it said then; here the model itself is asked");
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Path before = compare;
        SentinelRecord earlier = before == null ? null : console.kept(SentinelFiles.read(before));
        SentinelFiles.refuseExisting(out);
        Environment environment = RefusedException.unlessUsable(DotEnv.beneath(desk.process(), desk.folder()));
        ModelOptions.Chosen chosen = model.over(null, null, environment);
        LanguageModels models = desk.live(environment, gateway, console, Purpose.SENTINEL);
        LocalDate today = LocalDate.now(clock);
        SentinelRecord now;
        try (LanguageSession session = models.open(
                LanguageSettings.of(chosen.provider(), chosen.name(), chosen.url()), new Horizon(today, 1, ZoneOffset.UTC))) {
            now = Sentinel.run(session.model(), today.toString(), cancel);
        }
        if (now.replies().stream().noneMatch(SentinelRecord.Reply::answered)) {
            // a file of failures would pass for answers to compare with
            console.line(now.identity().label());
            console.error("no question was answered, and nothing was written: " + now.replies().getFirst().text());
            return ExitCode.REFUSED;
        }
        NewFile.writeAll(List.of(new NewFile(out, SentinelFile.write(now))), cancel);
        told(now, console);
        List<String> changes = earlier == null ? List.of() : now.changesSince(earlier);
        changes.forEach(change -> console.error("changed: " + change));
        if (earlier != null && changes.isEmpty()) {
            console.line("the same answers as on " + earlier.date());
        }
        return changes.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private void told(SentinelRecord record, Console console) {
        Usage usage = record.usage();
        long answered = record.replies().stream().filter(SentinelRecord.Reply::answered).count();
        console.line(record.identity().label());
        console.line(String.format(Locale.ROOT, "%d of %s answered, version %s, %d tokens, %s", answered,
                Plural.of(record.replies().size(), "question"), String.join(", ", record.versions()), usage.totalTokens(),
                usage.priced() ? String.format(Locale.ROOT, "%.4f $", usage.usd()) : "no price known"));
        console.line("fingerprint " + record.fingerprint());
        console.line("answers     " + out);
    }
}
