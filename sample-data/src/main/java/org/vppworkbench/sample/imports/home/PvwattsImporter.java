package org.vppworkbench.sample.imports.home;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.SourceFiles;

/**
 * NREL PVWatts v8, hourly: the JSON reply of the API or the CSV of the web tool. AC power in W becomes kW per kWdc of the
 * system the file describes. The file is a typical year without year number in local standard time, so the user says which
 * days it is laid onto.
 */
public final class PvwattsImporter implements Importer {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Only to read a file whose days are not known yet. */
    private static final LocalDate ANY_DAY = LocalDate.of(2023, 1, 1);

    @Override
    public String id() {
        return "pvwatts";
    }

    @Override
    public String title() {
        return "NREL PVWatts v8, hourly (JSON of the API, CSV of the web tool)";
    }

    @Override
    public Reading<Imported> read(List<ImportSource> files, ImportOptions options) {
        return HomeImport.run(log -> {
            SeriesFolder folder = folder(files, options, log);
            return folder == null || log.hasErrors() ? null : Imported.of(folder);
        });
    }

    private static @Nullable SeriesFolder folder(List<ImportSource> files, ImportOptions options, ImportLog log)
            throws InputRefusedException {
        ProfileOptions days = options.profile();
        if (days != null && !ProfileNames.check(days, log)) {
            return null;
        }
        ZoneId zone = options.localZone();
        LocalDate first = days == null ? ANY_DAY : days.from();
        ZoneOffset standard = zone.getRules().getStandardOffset(first.atStartOfDay(zone).toInstant());
        Map<String, PvwattsSystem> systems = new TreeMap<>();
        SourceFiles sources = new SourceFiles(files, log);
        sources.forEach(part -> {
            String chosen = days == null ? "" : days.name();
            String name = chosen.isEmpty() ? ProfileNames.ofFile(part.name()) : chosen;
            PvwattsSystem system = part.form() == FilePart.Form.JSON
                    ? PvwattsJson.read(part, log)
                    : PvwattsCsv.read(part, standard, log);
            if (system != null && systems.put(name, system) != null) {
                log.error(part.name(), name, "two files for one profile", "one file, or files of different names");
            }
        });
        if (days == null) {
            // After the files: what is wrong with them is told even where nobody said yet onto which days.
            log.error("from", null, "a typical year has no dates: it is not said which days it is laid onto",
                    "the first day and the number of days");
            return null;
        }
        List<FolderSeries> series = new ArrayList<>();
        for (Map.Entry<String, PvwattsSystem> entry : systems.entrySet()) {
            if (!entry.getValue().offset().equals(standard)) {
                log.warning(entry.getKey(), "UTC" + entry.getValue().offset(),
                        "the place is in another time zone than the days it is laid onto", "UTC" + standard);
            }
            StandardYear year = entry.getValue().year(entry.getKey(), log);
            if (year != null) {
                TimeSeries values = year.laidOnto(days.from(), days.days(), options.localZone());
                series.add(series(entry.getKey(), entry.getValue(), values, days, options, sources));
            }
        }
        return log.hasErrors()
                ? null
                : new SeriesFolder("pvwatts", "PV yield of PVWatts, typical year", options.localZone(), series);
    }

    private static FolderSeries series(
            String name, PvwattsSystem system, TimeSeries values, ProfileOptions days, ImportOptions options,
            SourceFiles sources) {
        SeriesKind chosen = options.kind();
        return new FolderSeries(
                new SeriesRole(SeriesRole.Type.PV_YIELD, name),
                HOUR,
                days.from().atStartOfDay(options.localZone()).toInstant(),
                values,
                chosen == null ? SeriesKind.DERIVED : chosen,
                "NREL PVWatts v8" + (system.place().isEmpty() ? "" : " (" + system.place() + ")"),
                "terms of NREL; not stated in the file",
                sources.origin(),
                sources.sha256(),
                "typical meteorological year (TMY): no relation to the weather of these days; AC output in W divided by "
                        + system.capacityKwdc() + " kWdc; standard time UTC" + system.offset()
                        + " without leap day laid onto the calendar, 29 February as 28 February");
    }
}
