package org.vppworkbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * The series of a folder on the whole local days for which it has energy prices.
 *
 * @param market prices and published forecasts
 * @param loadKw the user's own loads [kW]
 * @param pvYield the user's own roofs [kW per kWdc]
 */
record FolderDays(MarketData market, DataSets.Profiles loadKw, DataSets.Profiles pvYield) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Cuts and steps the series, or {@code null} with an error among the findings. */
    static @Nullable FolderDays of(SeriesFolder folder, List<Finding> out) {
        FolderSeries energy = folder.find(SeriesRole.Type.ENERGY).orElse(null);
        if (energy == null) {
            out.add(Finding.error(folder.id(), null, "the folder has no energy prices", "a series with the role energy"));
            return null;
        }
        Horizon days = wholeDays(folder, energy, out);
        return days == null ? null : new Cut(folder, days, out).read();
    }

    private static @Nullable Horizon wholeDays(SeriesFolder folder, FolderSeries energy, List<Finding> out) {
        ZonedDateTime start = energy.first().atZone(folder.zone());
        boolean atMidnight = start.equals(start.toLocalDate().atStartOfDay(folder.zone()));
        LocalDate first = atMidnight ? start.toLocalDate() : start.toLocalDate().plusDays(1);
        LocalDate end = energy.end().atZone(folder.zone()).toLocalDate();
        int days = (int) (end.toEpochDay() - first.toEpochDay());
        if (days < 1) {
            out.add(Finding.error(
                    folder.id() + ", energy", energy.first() + " to " + energy.end(), "not one whole local day",
                    "at least one day from midnight to midnight, " + folder.zone()));
            return null;
        }
        Horizon horizon = new Horizon(first, days, folder.zone());
        if (!horizon.start().equals(energy.first()) || !horizon.end().equals(energy.end())) {
            out.add(Finding.info(
                    folder.id() + ", energy",
                    "cut to whole local days, " + first + " to " + end.minusDays(1) + ", of " + energy.first() + " to "
                            + energy.end()));
        }
        return horizon;
    }

    /** The work of {@link #of}. */
    private static final class Cut {
        private final SeriesFolder folder;
        private final Horizon days;
        private final List<Finding> out;
        private final Map<SeriesRole.Type, TimeSeries> single = new EnumMap<>(SeriesRole.Type.class);
        private final List<Provenance> provenance = new ArrayList<>();

        Cut(SeriesFolder folder, Horizon days, List<Finding> out) {
            this.folder = folder;
            this.days = days;
            this.out = out;
        }

        FolderDays read() {
            DataSets.Profiles loads = profiles(SeriesRole.Type.LOAD);
            DataSets.Profiles yields = profiles(SeriesRole.Type.PV_YIELD);
            for (FolderSeries series : folder.series()) {
                SeriesRole.Type type = series.role().type();
                TimeSeries values = type.named() ? null : cut(series);
                if (values != null) {
                    single.put(type, values);
                    provenance.add(stepped(series));
                }
            }
            Map<String, TimeSeries> drivers = new TreeMap<>();
            driver(SeriesRole.Type.LOAD_FORECAST, DataSet.LOAD_FORECAST_MW, drivers);
            driver(SeriesRole.Type.SOLAR_FORECAST, DataSet.SOLAR_FORECAST_MW, drivers);
            MarketSeries prices = new MarketSeries(
                    single.get(SeriesRole.Type.ENERGY),
                    single.get(SeriesRole.Type.SPIN),
                    single.get(SeriesRole.Type.NON_SPIN),
                    single.get(SeriesRole.Type.REAL_TIME));
            return new FolderDays(new MarketData(days, prices, drivers, provenance), loads, yields);
        }

        private DataSets.Profiles profiles(SeriesRole.Type type) {
            Map<String, TimeSeries> named = new TreeMap<>();
            List<Provenance> sources = new ArrayList<>();
            for (FolderSeries series : folder.series()) {
                TimeSeries values = series.role().type() == type ? cut(series) : null;
                if (values != null) {
                    named.put(series.role().name(), values);
                    sources.add(stepped(series));
                }
            }
            return new DataSets.Profiles(named, sources);
        }

        private void driver(SeriesRole.Type type, String name, Map<String, TimeSeries> drivers) {
            TimeSeries values = single.get(type);
            if (values != null) {
                drivers.put(name, values);
            }
        }

        /** One value per interval of the days, or {@code null} with a warning where the series does not cover them. */
        private @Nullable TimeSeries cut(FolderSeries series) {
            if (series.first().isAfter(days.start()) || series.end().isBefore(days.end())) {
                out.add(Finding.warning(
                        folder.id() + ", " + series.role(),
                        series.first() + " to " + series.end(),
                        "the series does not cover the days of the energy prices and is left out",
                        days.start() + " to " + days.end()));
                return null;
            }
            return TimeSeries.generate(days.intervals(), t -> series.values().at(index(series, days.intervalStart(t))));
        }

        private static int index(FolderSeries series, Instant time) {
            return (int) Duration.between(series.first(), time).dividedBy(series.step());
        }

        private static Provenance stepped(FolderSeries series) {
            Provenance source = series.provenance();
            boolean hourly = series.step().compareTo(QUARTER) > 0;
            String note = !hourly ? source.note()
                    : source.note().isEmpty() ? HourlySteps.NOTE : source.note() + "; " + HourlySteps.NOTE;
            return new Provenance(
                    source.series(), source.kind(), source.source(), source.licence(), source.file(), source.sha256(), note);
        }
    }
}
