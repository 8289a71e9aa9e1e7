package org.vppworkbench.sample.imports.home;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.Preview;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.SourceFiles;

/**
 * Charging sessions of ACN-Data, JSON of the API or CSV: a table of sessions and a table of habits. Times are GMT or carry
 * their offset. Implausible sessions stay in the table, marked, and do not count for the habits. These are workplaces and
 * campuses, not homes.
 */
public final class AcnImporter implements Importer {
    @Override
    public String id() {
        return "acn";
    }

    @Override
    public String title() {
        return "ACN-Data charging sessions (JSON of the API, CSV)";
    }

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        return HomeImport.run(log -> imported(files, options, log));
    }

    private static @Nullable Imported imported(List<ImportSource> files, ImportOptions options, ImportLog log)
            throws InputRefusedException {
        SessionList sessions = new SessionList(log);
        new SourceFiles(files, log).forEach(part -> {
            if (part.form() == FilePart.Form.JSON) {
                new AcnJson(part.name(), options.localZone(), sessions, log).read(part);
            } else {
                new AcnCsv(options.localZone(), sessions, log).read(part);
            }
        });
        if (log.hasErrors()) {
            return null;
        }
        List<ChargingSession> sorted = sessions.sorted();
        List<Boolean> plausible = new ArrayList<>();
        List<ChargingSession> counted = new ArrayList<>();
        for (ChargingSession session : sorted) {
            boolean good = session.plausible(log);
            plausible.add(good);
            if (good) {
                counted.add(session);
            }
        }
        if (counted.isEmpty()) {
            log.error("sessions", sorted.size(), "there is no plausible session", "at least one");
            return null;
        }
        SeriesFolder folder = new SeriesFolder("acn-data", "ACN-Data charging sessions", options.localZone(), List.of());
        return new Imported(
                folder,
                List.of(SessionList.table(sorted, plausible), ChargingHabits.table(counted)),
                Preview.of(folder));
    }
}
