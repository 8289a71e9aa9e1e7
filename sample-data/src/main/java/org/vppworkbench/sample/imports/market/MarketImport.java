package org.vppworkbench.sample.imports.market;

import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Preview;
import org.vppworkbench.sample.imports.series.PointStore;
import org.vppworkbench.sample.imports.series.SeriesLabel;
import org.vppworkbench.sample.imports.series.SeriesMaker;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.SourceFiles;

/** One import on its way: all files are read into the store first, then the series are made of it. */
final class MarketImport {
    private final List<ImportSource> sources;
    private final ImportOptions options;
    private final ImportLog log = new ImportLog();
    private final PointStore store = new PointStore();

    /** Makes series of what was read. */
    @FunctionalInterface
    interface Assembly {
        void make(SeriesMaker maker) throws InputRefusedException;
    }

    MarketImport(List<ImportSource> sources, ImportOptions options) {
        this.sources = sources;
        this.options = options;
    }

    ImportLog log() {
        return log;
    }

    PointStore store() {
        return store;
    }

    ImportOptions options() {
        return options;
    }

    /** A label with the kind the user chose, or the one of the format. */
    SeriesLabel label(SeriesKind published, String source, String licence, String note) {
        SeriesKind chosen = options.kind();
        return new SeriesLabel(chosen == null ? published : chosen, source, licence, note);
    }

    /** Reads everything, then makes everything; with any error there is no result. */
    Reading<Imported> run(String title, SourceFiles.PartReader reader, Assembly assembly) {
        SourceFiles files = new SourceFiles(sources, log);
        files.forEach(reader);
        if (log.hasErrors()) {
            return new Reading<>(null, log.list());
        }
        SeriesMaker maker =
                new SeriesMaker(options.fill(), options.localZone(), files.origin(), files.sha256(), log);
        try {
            assembly.make(maker);
        } catch (InputRefusedException e) {
            log.add(e.finding());
        }
        if (!log.hasErrors() && maker.series().isEmpty()) {
            log.add(Finding.error(files.origin(), null, "the files hold no series that can be used", "see docs/importing.md"));
        }
        if (log.hasErrors()) {
            return new Reading<>(null, log.list());
        }
        SeriesFolder folder = new SeriesFolder("imported", title, options.localZone(), maker.series());
        return new Reading<>(new Imported(folder, List.of(), Preview.of(folder, maker.filled())), log.list());
    }
}
