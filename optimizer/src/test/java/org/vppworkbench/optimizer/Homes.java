package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Builds single homes for tests. */
final class Homes {
    private final String id;
    private TimeSeries importPrice;
    private TimeSeries exportPrice;
    private double endValue;
    private double importLimit = 100;
    private double exportLimit = 100;
    private TimeSeries pv;
    private TimeSeries load;
    private @Nullable BessInputs bess;
    private @Nullable EvInputs ev;
    private HardPreferences hard = HardPreferences.NONE;
    private final List<SoftPreference> soft = new ArrayList<>();

    private Homes(String id, TimeSeries importPrice, TimeSeries exportPrice) {
        this.id = id;
        this.importPrice = importPrice;
        this.exportPrice = exportPrice;
        this.pv = TimeSeries.constant(importPrice.length(), 0);
        this.load = TimeSeries.constant(importPrice.length(), 0);
    }

    static Homes wholesale(String id, MarketSeries prices) {
        TimeSeries retail = prices.energy().map(v -> v / 1000);
        return new Homes(id, retail, retail);
    }

    static Homes flat(String id, int intervals, double rI, double rX) {
        return new Homes(id, TimeSeries.constant(intervals, rI), TimeSeries.constant(intervals, rX));
    }

    static Homes tariff(String id, TimeSeries importPrice, TimeSeries exportPrice) {
        return new Homes(id, importPrice, exportPrice);
    }

    Homes with(BessInputs battery) {
        this.bess = battery;
        return this;
    }

    Homes with(EvInputs car) {
        this.ev = car;
        return this;
    }

    Homes with(HardPreferences preferences) {
        this.hard = preferences;
        return this;
    }

    Homes with(SoftPreference preference) {
        soft.add(preference);
        return this;
    }

    Homes endValue(double usdPerKwh) {
        this.endValue = usdPerKwh;
        return this;
    }

    Homes limits(double importKw, double exportKw) {
        this.importLimit = importKw;
        this.exportLimit = exportKw;
        return this;
    }

    Homes pv(double kw) {
        this.pv = TimeSeries.generate(pv.length(), t -> t % 96 > 30 && t % 96 < 70 ? kw : 0);
        return this;
    }

    Homes load(double kw) {
        this.load = TimeSeries.generate(load.length(), t -> kw * (t % 7 + 1) / 7);
        return this;
    }

    Homes constantLoad(double kw) {
        this.load = TimeSeries.constant(load.length(), kw);
        return this;
    }

    ProsumerInputs build() {
        return new ProsumerInputs(
                id, importPrice, exportPrice, endValue, importLimit, exportLimit, pv, load, bess, ev, hard, soft);
    }

    /** The battery of the oracles, half full. */
    static BessInputs battery() {
        return new BessInputs(13.5, 5, 5, 0.95, 0.95, 0.675, 13.5, 6.75, 0.05);
    }

    /** A car that is away from interval 32 to 68 of every day and drives 8 kWh. */
    static EvInputs car(int intervals, double initialKwh, double v2gKw) {
        List<Boolean> plugged = new ArrayList<>(Collections.nCopies(intervals, true));
        double[] driven = new double[intervals];
        for (int t = 0; t < intervals; t++) {
            plugged.set(t, t % 96 < 32 || t % 96 >= 68);
            driven[t] = t % 96 == 32 ? 8 : 0;
        }
        return new EvInputs(60, 7.2, v2gKw, 0.92, 3, initialKwh, plugged, TimeSeries.of(driven), 0);
    }

    static RunInputs fleet(Horizon horizon, MarketSeries prices, double requiredKw, ProsumerInputs... homes) {
        TimeSeries d = TimeSeries.constant(horizon.hours(), requiredKw);
        return new RunInputs(horizon, prices, prices, new RequiredCapacity(d, d, d), List.of(), List.of(homes));
    }

    static MarketSeries prices(int intervals, double energy, double spin, double nonSpin) {
        return new MarketSeries(
                TimeSeries.constant(intervals, energy),
                TimeSeries.constant(intervals, spin),
                TimeSeries.constant(intervals, nonSpin),
                null);
    }
}
