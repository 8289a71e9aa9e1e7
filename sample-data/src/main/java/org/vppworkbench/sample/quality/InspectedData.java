package org.vppworkbench.sample.quality;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.DataSets;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * What is inspected: series of any span, and the whole local days for which there are energy prices.
 *
 * @param id short name
 * @param title for people
 * @param zone zone of the local days
 * @param days the days of the energy prices, or {@code null} where there is not one whole day
 * @param prices prices on these days, or {@code null} without days
 * @param series all series
 */
public record InspectedData(
        String id,
        String title,
        ZoneId zone,
        @Nullable Horizon days,
        @Nullable MarketSeries prices,
        List<InspectedSeries> series) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    public InspectedData {
        series = List.copyOf(series);
    }

    static InspectedData of(SeriesFolder folder) {
        DataSet data = DataSets.of(folder).value();
        List<InspectedSeries> series = new ArrayList<>();
        for (FolderSeries one : folder.series()) {
            series.add(new InspectedSeries(
                    one.role().type(), one.role().text(), one.first(), one.step(), one.values(), one.kind(), one.note()));
        }
        return new InspectedData(
                folder.id(),
                folder.title(),
                folder.zone(),
                data == null ? null : data.horizon(),
                data == null ? null : data.prices(),
                series);
    }

    static InspectedData of(DataSet data) {
        List<InspectedSeries> series = new ArrayList<>();
        MarketSeries prices = data.prices();
        add(series, data, SeriesRole.Type.ENERGY, "energy", prices.energy(), "energy|day-ahead LMP|market prices");
        add(series, data, SeriesRole.Type.SPIN, "spin", prices.spin(), "spin|market prices");
        add(series, data, SeriesRole.Type.NON_SPIN, "nonSpin", prices.nonSpin(), "non-?spin|market prices");
        add(series, data, SeriesRole.Type.REAL_TIME, "realTime", prices.realTime(), "real-?time|market prices");
        driver(series, data, SeriesRole.Type.LOAD_FORECAST, DataSet.LOAD_FORECAST_MW, "load");
        driver(series, data, SeriesRole.Type.SOLAR_FORECAST, DataSet.SOLAR_FORECAST_MW, "solar");
        profiles(series, data, SeriesRole.Type.LOAD, "load:", data.loadKw(), "home load");
        profiles(series, data, SeriesRole.Type.PV_YIELD, "pvYield:", data.pvYield(), "PV yield");
        return new InspectedData(
                data.id(), data.title(), data.horizon().zone(), data.horizon(), data.prices(), series);
    }

    private static void driver(
            List<InspectedSeries> series, DataSet data, SeriesRole.Type type, String name, String words) {
        add(series, data, type, name, data.drivers().get(name), words + ".*\\[MW\\]");
    }

    private static void profiles(
            List<InspectedSeries> series,
            DataSet data,
            SeriesRole.Type type,
            String prefix,
            Map<String, TimeSeries> profiles,
            String words) {
        profiles.forEach((name, values) -> add(series, data, type, prefix + name, values, words));
    }

    /** Adds a series with the note of the provenance that its words find: its own name first. */
    private static void add(
            List<InspectedSeries> series,
            DataSet data,
            SeriesRole.Type type,
            String label,
            @Nullable TimeSeries values,
            String words) {
        if (values == null) {
            return;
        }
        Provenance source = data.provenance().stream()
                .filter(p -> p.series().startsWith(label + " ["))
                .findFirst()
                .orElseGet(() -> find(data, type, words));
        series.add(new InspectedSeries(
                type,
                label,
                data.horizon().start(),
                QUARTER,
                values,
                source == null ? SeriesKind.DERIVED : source.kind(),
                source == null ? "" : source.note()));
    }

    private static @Nullable Provenance find(DataSet data, SeriesRole.Type type, String words) {
        String pattern = "(?i).*\\b(" + words + ").*";
        boolean notNon = type == SeriesRole.Type.SPIN;
        return data.provenance().stream()
                .filter(p -> p.series().matches(pattern))
                .filter(p -> !notNon || !p.series().toLowerCase(Locale.ROOT).matches(".*non-?spin.*"))
                .findFirst()
                .orElse(null);
    }
}
