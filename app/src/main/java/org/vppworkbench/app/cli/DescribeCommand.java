package org.vppworkbench.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DescribedHomes;
import org.vppworkbench.app.experiment.ScenarioLoader;
import org.vppworkbench.app.io.HomeDescriptionJson;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.FleetValidation;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.text.HomeDraft;
import org.vppworkbench.negotiation.text.HomeDrafter;
import org.vppworkbench.negotiation.text.ParsedField;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp describe}. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the description of a home in plain words: what was understood, the words it rests on, and what is a default.",
            "The trained parser needs no key and no network; --parser model asks a language model. docs/describing-homes.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:read; with --add-to the fleet was written",
            "1:refused: what the text says cannot be a home, or a file cannot be used; nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class DescribeCommand implements Callable<Integer> {
    private static final long MAX_BYTES = 4_000_000;

    private final Clock clock;
    private final CancelToken cancel;
    private final LanguageDesk desk;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "the description, in quotes")
    private @Nullable String text;

    @Option(names = "--file", paramLabel = "FILE", description = "the description in a file, UTF-8")
    private @Nullable Path file;

    @Option(names = "--json", paramLabel = "FILE", description = "write the home as vpp-home/1 to a file that does not exist")
    private @Nullable Path json;

    @Option(names = "--add-to", paramLabel = "FLEET.json",
            description = "add the home to this fleet file, after you have confirmed it")
    private @Nullable Path addTo;

    @Option(names = "--id", paramLabel = "NAME", description = "id of the home (default: described)")
    private @Nullable String id;

    @Option(names = "--yes", description = "add without asking; needed where nobody can be asked")
    private boolean yes;

    @Mixin @SuppressWarnings("NullAway.Init") // picocli sets it
    private ParserOptions parser;

    DescribeCommand(Clock clock, CancelToken cancel, LanguageDesk desk) {
        this.clock = clock;
        this.cancel = cancel;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ((text == null) == (file == null)) {
            throw new ParameterException(spec.commandLine(), "the description: either in quotes or in a file with --file");
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Findings told = new Findings();
        String description = desk.keys().masked(file == null ? Objects.requireNonNull(text) : read(file), "description", told);
        DescribedHomes homes = new DescribedHomes(console.kept(SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08)), clock);
        ParsedHome parsed =
                with(told, parser.reading(spec, desk, console, reader -> reader.parse(description, cancel)));
        HomeDraft draft = HomeDrafter.draft(parsed, homes.defaults(), Objects.requireNonNullElse(id, "described"));
        show(parsed, draft, console);
        Home home = draft.home();
        if (home == null) {
            throw new RefusedException(draft.findings());
        }
        console.findings(draft.findings());
        if (addTo != null && parsed.fields().isEmpty()) {
            throw RefusedException.because(
                    "describe", "nothing in the text describes a home; nothing was added",
                    "words such as \"a couple with 6 kW of solar and a 13 kWh battery\"");
        }
        List<NewFile> files = new ArrayList<>();
        if (json != null) {
            files.add(new NewFile(json, HomeDescriptionJson.write(parsed, draft)));
        }
        NewFile.writeAll(files, cancel);
        files.forEach(written -> console.line("written  " + written.path()));
        if (addTo != null) {
            add(addTo, home, console);
        }
        return ExitCode.OK;
    }

    /** What was read with what is to be said about it first. */
    private static ParsedHome with(Findings told, ParsedHome parsed) {
        if (parsed.fields().isEmpty()) {
            told.warning("description", null, "no field was read: all values are defaults", null);
        }
        told.addAll(parsed.findings());
        return new ParsedHome(
                parsed.parser(), parsed.language(), parsed.fields(), parsed.abstained(), parsed.hostile(), told.list());
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw RefusedException.because(file.toString(), "too large for a description", "at most 4 MB");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw RefusedException.because(file.toString(), "cannot be read: " + NewFolder.reason(e), "a text file, UTF-8");
        }
    }

    private static String reader(String parser) {
        return switch (parser) {
            case "rule" -> "rules";
            case "trained" -> "rules and trained weights";
            case "model" -> "a language model";
            default -> throw new IllegalArgumentException(parser);
        };
    }

    private static void show(ParsedHome parsed, HomeDraft draft, Console console) {
        console.line("read by  " + reader(parsed.parser()) + ", language "
                + parsed.language().name().toLowerCase(Locale.ROOT));
        console.line(String.format(Locale.ROOT, "%-30s %-28s %-8s %-5s %s", "field", "value", "unit", "sure", "from"));
        for (HomeDraft.Entry entry : draft.entries()) {
            ParsedField said = entry.said();
            String sure = said == null ? "" : String.format(Locale.ROOT, "%.2f", said.confidence());
            String from = said == null
                    ? "default: " + entry.note()
                    : "\"" + said.words().strip().replaceAll("\\s+", " ") + "\"" + (entry.note().isEmpty() ? "" : "  (" + entry.note() + ")");
            console.line(String.format(Locale.ROOT, "%-30s %-28s %-8s %-5s %s", entry.key(), entry.value(), entry.unit(), sure, from));
        }
    }

    private void add(Path place, Home home, Console console) {
        Fleet fleet = console.kept(ScenarioLoader.readFleet(place));
        List<Home> all = new ArrayList<>(fleet.homes());
        all.add(home);
        Fleet larger = new Fleet(fleet.id(), fleet.name(), all);
        List<Finding> findings = FleetValidation.check(larger, place.toString());
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new RefusedException(findings);
        }
        if (!yes) {
            String answer = desk.terminal().ask("Add " + home.id() + " to " + place + "? [y/N] ");
            if (answer == null) {
                throw RefusedException.because("describe", "nobody is there to confirm; nothing was added", "--yes");
            }
            if (!answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                console.line("not added");
                return;
            }
        }
        cancel.check("the fleet was written");
        FleetFile.replace(place, FleetJson.write(larger));
        console.line("added    " + home.id() + " to " + place + ", now " + Plural.of(all.size(), "home"));
    }
}
