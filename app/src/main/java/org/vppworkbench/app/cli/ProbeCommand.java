package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.app.io.SentinelFiles;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import org.vppworkbench.negotiation.probe.RecallProbe;
import org.vppworkbench.negotiation.probe.RecallResult;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp probe}. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a language model for prices of the sample week, to find out whether it knows them by heart.",
            "A model that does should negotiate over --permute-days, --price-scale or days of your own."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the model was asked, and remembers no more than chance would have it",
            "1:it remembers more than that, did not answer, or the command was refused; the message says which",
            "2:the command line is wrong",
            "130:stopped by the user"
        })
final class ProbeCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;
    private final LanguageDesk desk;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final QuestionOptions language = new QuestionOptions();

    @Mixin private final GatewayOptions gateway = new GatewayOptions();

    @Option(names = "--out", paramLabel = "FILE",
            description = "write what was found to a file that does not exist, for vpp run --probe")
    private @Nullable Path out;

    ProbeCommand(Clock clock, CancelToken cancel, LanguageDesk desk) {
        this.clock = clock;
        this.cancel = cancel;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        gateway.check(spec);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Path place = out;
        if (place != null) {
            SentinelFiles.refuseExisting(place);
        }
        DataSet week = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();
        try (LanguageSession session = desk.open(language, gateway, console, Purpose.PROBE, week.horizon())) {
            console.line(session.model().identity().label());
            RecallResult result = new RecallProbe().ask(session.model(), week.horizon(), week.prices(), cancel);
            session.notes().forEach(note -> console.line("  NOTE " + note));
            if (place != null && result.replied() > 0) {
                RecallReport report = RecallReport.of(
                        LocalDate.now(clock).toString(), session.model().identity(), SampleLibrary.LOS_ANGELES_2023_08, result);
                NewFile.writeAll(List.of(new NewFile(place, report.write())), cancel);
                console.line("written  " + place);
            }
            return print(console, result);
        }
    }

    private static int print(Console console, RecallResult result) {
        for (RecallResult.Item item : result.items()) {
            Double answer = item.answer();
            String said = !item.replied() ? "no usable answer: " + item.failure()
                    : answer == null ? "does not know"
                    : String.format(Locale.ROOT, "%.2f%s", answer, item.known() ? "  within 10 %" : "");
            console.line(String.format(Locale.ROOT, "  %s %02d:00  %8.2f $/MWh  %s", item.date(), item.hour(), item.actual(), said));
        }
        console.line("");
        if (result.replied() == 0) {
            console.error("no question was answered; nothing is known about what the model remembers");
            return ExitCode.REFUSED;
        }
        console.line(String.format(Locale.ROOT, "  %d of %s answered; within 10 %% of the price: %.0f %%, by chance: %.0f %%",
                result.replied(), Plural.of(result.items().size(), "question"), 100 * result.knownShare(),
                100 * result.chanceShare()));
        if (result.suspicious()) {
            console.line("  WARNING the model remembers prices of this week: let it negotiate over --permute-days, --price-scale with"
                    + " --relative-dates, or days of your own, and say so with the results");
            return ExitCode.REFUSED;
        }
        console.line("  NOTE no sign that it knows the week by heart, which is no proof that it does not");
        return ExitCode.OK;
    }
}
