package org.vppworkbench.sample.imports.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.SourceFiles;

/**
 * Building files of CityLearn ({@code Building_N.csv}): load and PV yield, hourly. Labels are hour ending, 1 to 24, in
 * standard time throughout the year: the first row of the Fontana homes, month 7, hour 24, is the first hour of 1 August in
 * daylight time. The series keep their own dates, or are laid onto others by day of the week.
 */
public final class CityLearnImporter implements Importer {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Less sun than anywhere people live: a dead meter [kW per kWdc, mean]. */
    private static final double DEAD_PV = 0.05;

    @Override
    public String id() {
        return "citylearn";
    }

    @Override
    public String title() {
        return "CityLearn buildings (Building_N.csv): load and PV yield";
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
        String prefix = days == null || days.name().isEmpty() ? "" : days.name() + "-";
        Map<String, BuildingRows> buildings = new TreeMap<>();
        SourceFiles sources = new SourceFiles(files, log);
        sources.forEach(part -> {
            BuildingRows rows = BuildingRows.read(part, log);
            String name = prefix + ProfileNames.ofFile(part.name());
            if (buildings.put(name.substring(0, Math.min(64, name.length())), rows) != null) {
                log.error(part.name(), name, "two files for one building", "files of different names");
            }
        });
        if (log.hasErrors()) {
            return null;
        }
        List<FolderSeries> series = new ArrayList<>();
        for (Map.Entry<String, BuildingRows> entry : buildings.entrySet()) {
            series.addAll(series(entry.getKey(), entry.getValue(), options, sources, log));
        }
        return log.hasErrors() ? null : new SeriesFolder("citylearn", "CityLearn buildings", options.localZone(), series);
    }

    private static List<FolderSeries> series(
            String name, BuildingRows rows, ImportOptions options, SourceFiles sources, ImportLog log)
            throws InputRefusedException {
        LocalDateTime first = BuildingCalendar.firstHour(rows.file(), rows.labels(), log);
        if (first == null) {
            return List.of();
        }
        ZoneId zone = options.localZone();
        ZoneOffset standard = zone.getRules().getStandardOffset(first.toInstant(ZoneOffset.UTC));
        Placed placed = Placed.of(rows, first, standard, options, log);
        if (placed == null) {
            return List.of();
        }
        SeriesKind chosen = options.kind();
        Maker maker = new Maker(placed, chosen == null ? SeriesKind.DERIVED : chosen, sources);
        List<FolderSeries> made = new ArrayList<>();
        made.add(maker.series(new SeriesRole(SeriesRole.Type.LOAD, name), rows.loadKw(), "kWh per hour as kW"));
        double[] pv = rows.pvYield();
        if (pv.length > 0) {
            if (Arrays.stream(pv).average().orElse(0) < DEAD_PV) {
                log.warning(rows.file() + ", solar_generation", Arrays.stream(pv).average().orElse(0),
                        "hardly any sun: a dead meter or a building without PV", "a mean of at least " + DEAD_PV + " kW per kWdc");
            }
            made.add(maker.series(new SeriesRole(SeriesRole.Type.PV_YIELD, name), pv, "W per kW divided by 1000"));
        }
        return made;
    }

    /**
     * Where the hours of a building go.
     *
     * @param first beginning of the first hour
     * @param shift how they are laid onto other days, or {@code null}: they keep their own
     * @param days these other days, or {@code null}
     * @param note in words
     */
    private record Placed(Instant first, @Nullable WeekdayShift shift, @Nullable ProfileOptions days, String note) {
        static @Nullable Placed of(
                BuildingRows rows, LocalDateTime first, ZoneOffset standard, ImportOptions options, ImportLog log)
                throws InputRefusedException {
            Instant start = first.toInstant(standard);
            String origin = "hour ending, standard time UTC" + standard + "; first hour " + first
                    + ", the year worked out from the days of the week; measured or simulated is not said in the file";
            ProfileOptions days = options.profile();
            if (days == null) {
                return new Placed(start, null, null, origin);
            }
            WeekdayShift shift = new WeekdayShift(start, rows.labels().size(), options.localZone());
            if (!shift.covers(days)) {
                log.error(rows.file(), rows.labels().size() + " hours",
                        "not every day of the week is there, so the days cannot be laid onto others",
                        "at least seven whole local days");
                return null;
            }
            return new Placed(
                    days.from().atStartOfDay(options.localZone()).toInstant(), shift, days,
                    origin + "; each day takes the nearest one in the calendar with the same day of the week");
        }

        TimeSeries values(double[] measured) {
            return shift == null || days == null ? TimeSeries.of(measured) : shift.shifted(measured, days);
        }
    }

    private record Maker(Placed placed, SeriesKind kind, SourceFiles sources) {
        FolderSeries series(SeriesRole role, double[] measured, String unit) {
            return new FolderSeries(
                    role, HOUR, placed.first(), placed.values(measured), kind,
                    "CityLearn, building file", "MIT for the data sets of CityLearn; not stated in the file",
                    sources.origin(), sources.sha256(), unit + "; " + placed.note());
        }
    }
}
