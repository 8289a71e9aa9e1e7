package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderWriter;
import org.vppworkbench.sample.imports.ColumnMapping;
import org.vppworkbench.sample.imports.ColumnMappingFile;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.catalogue.ImporterCatalogue;
import org.vppworkbench.sample.imports.series.GapFilling;
import org.vppworkbench.sample.imports.source.ImportSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads published files, shows what is in them, and writes the series to a folder.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no errors",
            "1:at least one error; nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class ImportCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--format", required = true, paramLabel = "NAME", completionCandidates = Formats.class,
            description = "one of ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // required
    private String format;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files that belong together; several are joined")
    private final List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "folder to write; absent or empty")
    private @Nullable Path out;

    @Option(names = "--node", paramLabel = "NODE", description = "price node; the hub of the zone without")
    private @Nullable String node;

    @Option(names = "--zone", paramLabel = "ZONE", description = "SP15 (the default), NP15, ZP26; for reserves SP26 or NP26 with it")
    private @Nullable String zone;

    @Option(names = "--mapping", paramLabel = "FILE", description = "columns of a CSV file, as JSON (--format csv)")
    private @Nullable Path mapping;

    @Option(names = "--kind", paramLabel = "KIND", description = "label of the series: real, derived, synthetic")
    private @Nullable SeriesKind kind;

    @Option(names = "--fill", paramLabel = "METHOD", description = "fill gaps of under 1 %% of the values: linear, day-before")
    private @Nullable String fill;

    @Option(names = "--from", paramLabel = "DATE",
            description = "first day onto which profiles are laid (pvwatts, citylearn); with --days")
    private @Nullable LocalDate from;

    @Option(names = "--days", paramLabel = "N", description = "number of days onto which profiles are laid; with --from")
    private @Nullable Integer days;

    @Option(names = "--name", paramLabel = "NAME", description = "name of the profile; the name of the file without")
    private @Nullable String name;

    @Option(names = "--preview", description = "show what is in the files and write nothing")
    private boolean preview;

    @Option(names = "--merge", description = "add the series to a folder that is there")
    private boolean merge;

    /** For the help text. */
    static final class Formats implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return ImporterCatalogue.all().stream().map(Importer::id).iterator();
        }
    }

    ImportCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Importer importer = ImporterCatalogue.find(format)
                .orElseThrow(() -> usage("--format " + format + " is unknown; allowed: " + ImporterCatalogue.allowed()));
        if (out == null && !preview) {
            throw usage("--out DIR is missing; or look with --preview");
        }
        if (mapping != null && !format.equals("csv")) {
            throw usage("--mapping goes with --format csv only");
        }
        GapFilling method = fill == null
                ? null
                : GapFilling.find(fill)
                        .orElseThrow(() -> usage("--fill " + fill + " is unknown; allowed: " + GapFilling.allowed()));
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        ColumnMapping columns = null;
        if (mapping != null) {
            Reading<ColumnMapping> reading = ColumnMappingFile.read(mapping);
            console.findings(reading.findings());
            columns = reading.value();
            if (columns == null) {
                return ExitCode.REFUSED;
            }
        }
        ImportOptions options = ImportOptions.DEFAULTS
                .withNode(node)
                .withZone(zone)
                .withMapping(columns)
                .withKind(kind)
                .withFill(method)
                .withProfile(profile());
        cancel.check("the files were read");
        Reading<Imported> reading = importer.read(files.stream().map(ImportSource::of).toList(), options);
        console.findings(reading.findings());
        Imported imported = reading.value();
        if (imported == null) {
            return ExitCode.REFUSED;
        }
        new ImportPreview(console).print(imported);
        return preview || out == null ? ExitCode.OK : write(imported, out, console);
    }

    private @Nullable ProfileOptions profile() {
        LocalDate first = from;
        Integer count = days;
        if (first != null && count != null) {
            return new ProfileOptions(name == null ? "" : name, first, count);
        }
        if (first != null || count != null || name != null) {
            throw usage("--from DATE and --days N go together, and --name goes with both");
        }
        return null;
    }

    private int write(Imported imported, Path folder, Console console) {
        SeriesFolder series = imported.folder().named(id(folder), imported.folder().title());
        List<Finding> findings = merge
                ? SeriesFolderWriter.merge(folder, series, imported.csvFiles(), cancel)
                : SeriesFolderWriter.write(folder, series, imported.csvFiles(), cancel);
        console.findings(findings);
        if (findings.stream().anyMatch(Finding::isError)) {
            return ExitCode.REFUSED;
        }
        console.line("written to " + folder);
        return ExitCode.OK;
    }

    /** The folder's name as far as an id may hold it. */
    private static String id(Path folder) {
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName()).map(Path::toString).orElse("");
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        return plain.isEmpty() ? "imported" : plain.substring(0, Math.min(64, plain.length()));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
