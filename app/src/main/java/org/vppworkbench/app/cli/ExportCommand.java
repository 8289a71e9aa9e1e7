package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BundledRun;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.figure.catalogue.Drawing;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.catalogue.FigureEntry;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.figure.paper.ExportFiles;
import org.vppworkbench.app.figure.paper.ExportFormat;
import org.vppworkbench.app.figure.paper.PaperStyle;
import org.vppworkbench.app.figure.paper.Preset;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.SharesFiles;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Figures and tables of a run for a paper: PNG with its dots per inch, SVG and PDF with fonts embedded, the numbers",
            "of a figure as CSV, tables as CSV and LaTeX. A figure that the bundle cannot support is left out, with its reason."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:written or listed; with all, what is possible",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class ExportCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String LIST = "list";
    private static final int LEAST_DPI = 72;
    private static final int MOST_DPI = 1200;

    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--bundle", paramLabel = "DIR", order = 0, description = "the bundle of the run")
    private @Nullable Path bundle;

    @Option(names = "--figure", paramLabel = "NAME", split = ",", order = 1,
            description = "figures by name, or all, or list (default: all where no --table is given)")
    private List<String> figures = new ArrayList<>();

    @Option(names = "--table", paramLabel = "NAME", split = ",", order = 2,
            description = "tables by name, or all, or list: metrics, homes, days, optimum")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--format", paramLabel = "F", split = ",", order = 3,
            description = "of figures png, svg, pdf, csv; of tables csv, latex (default: png,svg,pdf and csv,latex)")
    private Set<ExportFormat> formats = EnumSet.noneOf(ExportFormat.class);

    @Option(names = "--preset", paramLabel = "P", defaultValue = "two-column", order = 4,
            description = "one-column (88 mm) or two-column (180 mm); text is 7 to 9 pt in both (default: ${DEFAULT-VALUE})")
    private String preset = "two-column";

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "300", order = 5,
            description = "dots per inch of PNG, " + LEAST_DPI + " to " + MOST_DPI + " (default: ${DEFAULT-VALUE})")
    private int dpi = 300;

    @Option(names = "--no-title", order = 6, description = "leave the title out of the picture, for a caption below it")
    private boolean untitled;

    @Option(names = "--opportunity", paramLabel = "ID", order = 7,
            description = "what offers, utility and what-if are about, such as ENERGY@19 (default: what most was said about)")
    private @Nullable String opportunity;

    @Option(names = "--home", paramLabel = "ID", order = 8,
            description = "the home of utility and what-if (default: the one that said most)")
    private @Nullable String home;

    @Option(names = "--shares", paramLabel = "DIR", order = 9, description = "output of vpp shares for the same run")
    private @Nullable Path shares;

    @Option(names = "--out", paramLabel = "DIR", order = 10, description = "a folder that is absent or empty")
    private @Nullable Path out;

    ExportCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        boolean listed = figures.contains(LIST) || tables.contains(LIST);
        if (figures.isEmpty() && tables.isEmpty()) {
            figures = List.of(ALL);
        }
        List<FigureEntry> wanted = wantedFigures();
        List<RunTables.Entry> wantedTables = wantedTables();
        if (listed) {
            list(console);
            return ExitCode.OK;
        }
        Preset width = width();
        checkFormats();
        Path folder = required(out, "--out");
        Path from = required(bundle, "--bundle");
        NewFolder.refuseUnwritable(folder);
        Bundle read = console.kept(BundleReader.read(from, cancel));
        ExperimentResult result = BundledRun.reopen(read, clock);
        if (!result.invariantsHold()) {
            throw RefusedException.because(
                    from.toString(), "an invariant is breached: the run must not be used as a result", "vpp rerun shows which");
        }
        ExportFiles files = new ExportFiles(dpi, formats);
        draw(wanted, new FigureSource(result, read, shapley(shares, result), opportunity, home), width, files, console);
        String note = RunFigures.note(result);
        wantedTables.forEach(table -> add(table, result, note, files, console));
        if (files.isEmpty()) {
            throw RefusedException.because(
                    from.toString(), "nothing of what was asked for can be made of this bundle; nothing was written",
                    "see the reasons above, and vpp export --figure list");
        }
        files.write(folder, cancel);
        files.names().forEach(name -> console.line("wrote    " + folder.resolve(name)));
        return ExitCode.OK;
    }

    private void draw(List<FigureEntry> wanted, FigureSource source, Preset width, ExportFiles files, Console console) {
        boolean named = !figures.contains(ALL);
        List<Finding> refused = new ArrayList<>();
        for (FigureEntry entry : wanted) {
            cancel.check("the figure " + entry.name());
            switch (entry.draw(source)) {
                case Drawing.Drawn drawn ->
                        files.add(PaperStyle.of(drawn.figure(), width, !untitled))
                                .forEach(words -> console.line("left out " + words));
                case Drawing.Impossible no when named ->
                        refused.add(Finding.error("figure " + entry.name(), null, no.reason(), "needs " + entry.needs()));
                case Drawing.Impossible no -> console.line("left out " + entry.name() + ": " + no.reason());
            }
        }
        if (!refused.isEmpty()) {
            throw new RefusedException(refused);
        }
    }

    private void add(
            RunTables.Entry entry, ExperimentResult result, String note, ExportFiles files, Console console) {
        var table = entry.maker().apply(result, note);
        if (!table.rows().isEmpty()) {
            files.add(table);
        } else if (tables.contains(ALL)) {
            console.line("left out table " + entry.name() + ": it would have no row");
        } else {
            throw RefusedException.because("table " + entry.name(), "it would have no row", entry.shows());
        }
    }

    /** The shares of the homes from a folder of {@code vpp shares}, or {@code null} without one. */
    static @Nullable Map<String, Double> shapley(@Nullable Path folder, ExperimentResult result) {
        if (folder == null) {
            return null;
        }
        Map<String, Double> surplus = result.metrics().prosumers().stream()
                .collect(Collectors.toMap(score -> score.prosumer(), score -> score.surplusUsd()));
        return RefusedException.unlessUsable(SharesFiles.readShapley(folder, surplus));
    }

    private Preset width() {
        for (Preset one : Preset.values()) {
            if (one.toString().equals(preset)) {
                return one;
            }
        }
        throw wrong("--preset " + preset + " is unknown; allowed: one-column, two-column");
    }

    private void checkFormats() {
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw wrong("--dpi " + dpi + " is out of range; allowed: [" + LEAST_DPI + ", " + MOST_DPI + "]");
        }
        boolean figure = formats.isEmpty() || formats.stream().anyMatch(ExportFormat::isOfFigures);
        boolean table = formats.isEmpty() || formats.stream().anyMatch(ExportFormat::isOfTables);
        if (!figures.isEmpty() && !figure) {
            throw wrong("--format names none for figures; allowed: png, svg, pdf, csv");
        }
        if (!tables.isEmpty() && !table) {
            throw wrong("--format names none for tables; allowed: csv, latex");
        }
    }

    private List<FigureEntry> wantedFigures() {
        if (figures.contains(ALL)) {
            return FigureCatalogue.all();
        }
        return figures.stream()
                .filter(name -> !name.equals(LIST))
                .distinct()
                .map(name -> FigureCatalogue.find(name).orElseThrow(() -> wrong("--figure " + name + " is unknown; allowed: "
                        + FigureCatalogue.all().stream().map(FigureEntry::name).collect(Collectors.joining(", ")) + ", all, list")))
                .toList();
    }

    private List<RunTables.Entry> wantedTables() {
        if (tables.contains(ALL)) {
            return RunTables.all();
        }
        return tables.stream()
                .filter(name -> !name.equals(LIST))
                .distinct()
                .map(name -> RunTables.find(name).orElseThrow(() -> wrong("--table " + name + " is unknown; allowed: "
                        + RunTables.all().stream().map(RunTables.Entry::name).collect(Collectors.joining(", ")) + ", all, list")))
                .toList();
    }

    private static void list(Console console) {
        for (FigureEntry entry : FigureCatalogue.all()) {
            console.line(String.format(Locale.ROOT, "figure %-20s %s Needs %s.", entry.name(), entry.shows(), entry.needs()));
        }
        for (RunTables.Entry entry : RunTables.all()) {
            console.line(String.format(Locale.ROOT, "table  %-20s %s", entry.name(), entry.shows()));
        }
    }

    private Path required(@Nullable Path path, String option) {
        if (path == null) {
            throw wrong("Missing required option: '" + option + "=DIR'");
        }
        return path;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
