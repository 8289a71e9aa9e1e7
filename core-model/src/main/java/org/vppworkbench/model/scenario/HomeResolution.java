package org.vppworkbench.model.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * One home on the days of a run.
 *
 * @param inputs what the physics and the optimum read
 * @param behaviour what only its plan and its agent read
 */
record HomeResolution(ProsumerInputs inputs, Behaviour behaviour) {

    /**
     * Resolves a home that passed {@link FleetValidation}.
     *
     * @param data the data of the days of the run
     * @param at file and home, for findings
     * @return the resolved home, or {@code null} where a series it refers to is missing
     */
    static @Nullable HomeResolution of(Home home, DataSet data, String at, Findings out) {
        Horizon horizon = data.horizon();
        Pv roof = home.pv();
        TimeSeries profile = profile(data.loadKw(), home.loadProfile(), at + ", load.profile", out);
        TimeSeries yield = roof == null ? null : profile(data.pvYield(), roof.profile(), at + ", pv.profile", out);
        RetailPrices retail = RetailPrices.of(home.tariff(), data);
        if (retail == null) {
            out.error(at + ", tariff", home.tariff(), "the data set has no prices for this plan", knownPlans(data));
        }
        Ev car = home.ev();
        TripSchedule trips = car == null ? null : TripSchedule.of(car.trips(), horizon);
        if (profile == null || (roof != null && yield == null) || retail == null || overlaps(trips, at, out)) {
            return null;
        }
        PreferenceResolution preferences = new PreferenceResolution(home, horizon, trips);
        TimeSeries load = profile.map(kw -> kw * home.loadScale());
        TimeSeries pv = roof == null || yield == null
                ? TimeSeries.constant(horizon.intervals(), 0)
                : yield.map(kw -> kw * roof.kwDc());
        ProsumerInputs inputs = new ProsumerInputs(
                home.id(),
                retail.importPrice(),
                retail.exportPrice(),
                retail.endValue(),
                home.importLimitKw(),
                home.exportLimitKw(),
                pv,
                load,
                bess(home.bess()),
                car == null || trips == null ? null : ev(car, trips),
                preferences.hard(),
                preferences.soft());
        if (loadCanBeServed(inputs, horizon, at, out)) {
            EvInputs ev = inputs.ev();
            if (ev != null) {
                new CarFeasibility(inputs, ev, horizon).violation(at).ifPresent(out::add);
            }
        }
        return new HomeResolution(inputs, preferences.behaviour());
    }

    private static @Nullable TimeSeries profile(
            Map<String, TimeSeries> known, String name, String where, Findings out) {
        TimeSeries series = known.get(name);
        if (series == null) {
            out.error(where, "\"" + name + "\"", "unknown profile", String.join(", ", new TreeSet<>(known.keySet())));
        }
        return series;
    }

    private static String knownPlans(DataSet data) {
        return "FLAT" + (data.prices().energy() == null ? "" : ", WHOLESALE")
                + new TreeSet<>(data.retail().keySet())
                        .stream().map(plan -> ", " + plan).reduce("", String::concat);
    }

    private static boolean overlaps(@Nullable TripSchedule trips, String at, Findings out) {
        TripSchedule.Journey second = trips == null ? null : trips.firstOverlap();
        if (second == null) {
            return false;
        }
        out.error(
                at + ", ev.trips",
                second.departure().toLocalDateTime(),
                "this departure comes before the car is back from the trip before",
                "trips that do not overlap");
        return true;
    }

    private static @Nullable BessInputs bess(@Nullable Bess bess) {
        if (bess == null) {
            return null;
        }
        double oneWay = Math.sqrt(bess.roundTripEfficiency());
        double capacity = bess.capacityKwh();
        return new BessInputs(
                capacity,
                bess.chargeKw(),
                bess.dischargeKw(),
                oneWay,
                oneWay,
                bess.minSocFraction() * capacity,
                bess.maxSocFraction() * capacity,
                bess.initialSocFraction() * capacity,
                bess.degradationPerKwh());
    }

    private static EvInputs ev(Ev car, TripSchedule trips) {
        return new EvInputs(
                car.capacityKwh(),
                car.chargeKw(),
                car.v2gKw(),
                car.eta(),
                car.minSocFraction() * car.capacityKwh(),
                car.initialSocFraction() * car.capacityKwh(),
                trips.plugged(),
                trips.drivenKwh(),
                car.v2gDegradationPerKwh());
    }

    private static boolean loadCanBeServed(ProsumerInputs home, Horizon horizon, String at, Findings out) {
        for (int t = 0; t < horizon.intervals(); t++) {
            double available = home.importLimitKw() + home.pv().at(t);
            if (home.load().at(t) > available + 1e-9) {
                out.error(
                        at + ", load, interval " + t + " (" + horizon.localStart(t).toLocalDateTime() + ")",
                        Findings.number(home.load().at(t)) + " kW",
                        "the home's own load is above import limit plus PV and cannot be served",
                        "[0, " + Findings.number(available) + "] kW, or a higher importLimitKw");
                return false;
            }
        }
        return true;
    }
}
