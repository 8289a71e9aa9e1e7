package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.download.Coverage;
import org.vppworkbench.app.io.download.DateSpan;
import org.vppworkbench.app.io.download.Download;
import org.vppworkbench.app.io.download.DownloadClock;
import org.vppworkbench.app.io.download.DownloadFolder;
import org.vppworkbench.app.io.download.Downloads;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.source.ImportSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Downloads, imports and writes; the same for all services. */
final class DownloadRun {
    private final Environment environment;
    private final DownloadClock clock;
    private final CancelToken cancel;

    DownloadRun(Environment environment, DownloadClock clock, CancelToken cancel) {
        this.environment = environment;
        this.clock = clock;
        this.cancel = cancel;
    }

    /** Asks one service. */
    @FunctionalInterface
    interface Fetch {
        Reading<List<Download>> fetch(Downloads downloads, ProgressSink progress, CancelToken cancel);
    }

    /**
     * How replies become series.
     *
     * @param importer of their format
     * @param options for it
     * @param roles what must come out
     */
    record Use(Importer importer, ImportOptions options, List<SeriesRole> roles) {
        Use {
            roles = List.copyOf(roles);
        }
    }

    int run(CommandSpec spec, DownloadOptions options, Fetch fetch, Use use) {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        List<Finding> findings = new ArrayList<>(DateSpan.problems(options.from, options.days));
        NewFolder.problem(options.out).ifPresent(findings::add);
        if (!findings.isEmpty()) {
            console.findings(findings);
            return ExitCode.REFUSED;
        }
        List<Download> downloads = download(spec, options, fetch, console);
        if (downloads == null) {
            return ExitCode.REFUSED;
        }
        Reading<Imported> reading = use.importer().read(
                downloads.stream().map(one -> ImportSource.of(one.fileName(), one.bytes())).toList(), use.options());
        console.findings(reading.findings());
        Imported imported = reading.value();
        if (imported == null) {
            return ExitCode.REFUSED;
        }
        DateSpan asked = DateSpan.of(options.from, options.days, use.options().localZone());
        List<Finding> missing = Coverage.problems(imported.folder(), asked, use.roles());
        if (!missing.isEmpty()) {
            console.findings(missing);
            return ExitCode.REFUSED;
        }
        DownloadFolder.write(options.out, downloads, imported.folder(), cancel);
        for (FolderSeries series : imported.folder().series()) {
            console.line(series.role() + "  " + Plural.of(series.values().length(), "value") + ", every "
                    + series.step().toMinutes() + " minutes from " + series.first());
        }
        long kept = downloads.stream().filter(Download::fromCache).count();
        console.line(Plural.of(downloads.size(), "file") + (kept == 0 ? "" : ", " + kept + " of them kept from earlier")
                + ", written to " + options.out);
        return ExitCode.OK;
    }

    private @Nullable List<Download> download(
            CommandSpec spec, DownloadOptions options, Fetch fetch, Console console) {
        try (Downloads downloads = Downloads.open(environment, clock, cache(spec, options))) {
            Reading<List<Download>> reading = fetch.fetch(downloads, console.progress(), cancel);
            console.endProgress();
            console.findings(reading.findings());
            return reading.value();
        }
    }

    private @Nullable Path cache(CommandSpec spec, DownloadOptions options) {
        Path chosen = options.cache;
        if (options.noCache && chosen != null) {
            throw new ParameterException(spec.commandLine(), "--cache cannot be combined with --no-cache");
        }
        if (options.noCache) {
            return null;
        }
        return chosen != null ? chosen : Downloads.usualCache(environment);
    }
}
