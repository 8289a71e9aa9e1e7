package org.vppworkbench.app.ui.market;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.MarketDataFigure;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** All days of a data set with the load and the roofs of a fleet on them, and what stands there at a moment. */
public final class MarketDays {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final MarketDataFigure.Content content;

    private MarketDays(MarketDataFigure.Content content) {
        this.content = content;
    }

    /**
     * Adds the profiles of the homes up, as a run does: profile times factor, yield times size. A home whose profile the data do
     * not have is left out here; the run is refused.
     *
     * @param temperatureC of these days, or {@code null}
     */
    public static MarketDays of(DataSet data, Fleet fleet, @Nullable TimeSeries temperatureC) {
        Map<String, Double> load = new TreeMap<>();
        Map<String, Double> pv = new TreeMap<>();
        for (Home home : fleet.homes()) {
            load.merge(home.loadProfile(), home.loadScale(), Double::sum);
            Pv roof = home.pv();
            if (roof != null) {
                pv.merge(roof.profile(), roof.kwDc(), Double::sum);
            }
        }
        Horizon horizon = data.horizon();
        boolean fits = temperatureC != null && temperatureC.length() == horizon.intervals();
        return new MarketDays(new MarketDataFigure.Content(
                horizon, data.prices(), sum(data.loadKw(), load, horizon), sum(data.pvYield(), pv, horizon), fits ? temperatureC : null));
    }

    private static TimeSeries sum(Map<String, TimeSeries> profiles, Map<String, Double> weights, Horizon horizon) {
        double[] sum = new double[horizon.intervals()];
        weights.forEach((name, weight) -> {
            TimeSeries series = profiles.get(name);
            for (int t = 0; series != null && t < sum.length; t++) {
                sum[t] += weight * series.at(t);
            }
        });
        return TimeSeries.of(sum);
    }

    /** What is drawn. */
    public MarketDataFigure.Content content() {
        return content;
    }

    /** What stands at a moment, each value with its unit; an empty text outside the days. */
    public String at(Instant moment) {
        Horizon horizon = content.horizon();
        long t = Math.floorDiv(Duration.between(horizon.start(), moment).toMillis(), Duration.ofMinutes(15).toMillis());
        if (t < 0 || t >= horizon.intervals()) {
            return "";
        }
        int i = (int) t;
        MarketSeries prices = content.prices();
        List<String> values = new ArrayList<>(List.of(horizon.localStart(i).format(TIME)));
        add(values, "day-ahead", prices.energy(), i, "$/MWh", "%,.2f");
        add(values, "real-time", prices.realTime(), i, "$/MWh", "%,.2f");
        add(values, "spin", prices.spin(), i, "$/MW-h", "%,.2f");
        add(values, "non-spin", prices.nonSpin(), i, "$/MW-h", "%,.2f");
        add(values, "PV", content.pvKw(), i, "kW", "%,.1f");
        add(values, "load", content.loadKw(), i, "kW", "%,.1f");
        add(values, "air", content.temperatureC(), i, "°C", "%.1f");
        return String.join("   ", values);
    }

    private static void add(List<String> values, String name, @Nullable TimeSeries series, int t, String unit, String format) {
        if (series != null) {
            values.add(name + " " + Numbers.format(format, series.at(t)) + " " + unit);
        }
    }
}
