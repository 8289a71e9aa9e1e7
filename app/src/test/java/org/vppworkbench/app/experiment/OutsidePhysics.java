package org.vppworkbench.app.experiment;

import static org.vppworkbench.app.experiment.OutsideRun.DT;
import static org.vppworkbench.app.experiment.OutsideRun.at;
import static org.vppworkbench.app.experiment.OutsideRun.number;
import static org.vppworkbench.app.experiment.OutsideRun.object;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Balances, limits and hard wishes of docs/model.md §2 and §3, written from that page: storage, meter, powers, one direction,
 * the device-side meter of what is sold, the 30 minutes behind reserve, and what the market buys.
 */
final class OutsidePhysics {
    /** Hard wishes are broken by more than this [kWh], as docs/model.md §5 says. */
    private static final double BROKEN = 1e-6;

    private static final List<String> PRODUCTS = List.of("ENERGY", "SPIN", "NONSPIN");

    private final OutsideRun run;
    private final List<String> hard = new ArrayList<>();
    private double worst;
    private String where = "";

    private OutsidePhysics(OutsideRun run) {
        this.run = run;
    }

    static OutsidePhysics of(OutsideRun run) {
        OutsidePhysics physics = new OutsidePhysics(run);
        run.homes().forEach(physics::home);
        physics.market();
        return physics;
    }

    /** Largest residual of any rule [kW or kWh]. */
    double worst() {
        return worst;
    }

    /** Where it is: home, interval and rule. */
    String where() {
        return where;
    }

    /** Hard wishes that were broken: home, wish and interval. */
    List<String> hardBroken() {
        return hard;
    }

    private void home(JsonObject home) {
        String id = home.get("id").getAsString();
        JsonObject bess = object(home, "bess");
        JsonObject ev = object(home, "ev");
        double s = bess == null ? 0 : number(bess, "initialKwh");
        double e = ev == null ? 0 : number(ev, "initialKwh");
        double fromCalls = 0;
        Map<Integer, Double> soldOfDay = new HashMap<>();
        for (int t = 0; t < run.intervals(); t++) {
            String at = id + ", interval " + t + ", ";
            double out = value(id, t, "discharge_kw");
            double in = value(id, t, "charge_kw");
            double car = value(id, t, "ev_charge_kw");
            double v2g = value(id, t, "ev_v2g_kw");
            double sold = value(id, t, "sold_energy_kw");
            double called = value(id, t, "called_kw");
            double reserve = value(id, t, "spin_available_kw") + value(id, t, "nonspin_available_kw");
            double pv = value(id, t, "pv_kw");
            double curtailed = value(id, t, "curtailed_kw");
            double load = value(id, t, "load_kw");
            equal(pv, at(home, "pvKw", t), at + "roof");
            equal(load, at(home, "loadKw", t), at + "load");
            within(curtailed, 0, pv, at + "curtailed");
            double meter = pv - curtailed + out + v2g - in - car - load;
            equal(value(id, t, "meter_kw"), meter, at + "meter");
            within(meter, -number(home, "importLimitKw"), number(home, "exportLimitKw"), at + "meter limits");
            within(sold, 0, out + v2g, at + "sold at the device");
            within(called, 0, out + v2g - sold, at + "called at the device");
            equal(run.called(t) ? reserve : 0, called, at + "called reserve");
            fromCalls = t % 4 == 0 ? 0 : fromCalls;
            evReady(home, id, t, e);
            if (bess == null) {
                equal(out + in + reserve, 0, at + "no battery");
            } else {
                double held = s + fromCalls;
                s += number(bess, "etaCharge") * in * DT - out * DT / number(bess, "etaDischarge");
                equal(value(id, t, "bess_kwh"), s, at + "battery balance");
                within(s, number(bess, "minKwh"), number(bess, "maxKwh"), at + "battery window");
                within(in, 0, number(bess, "chargeKw"), at + "charge power");
                within(out, 0, number(bess, "dischargeKw"), at + "discharge power");
                equal(Math.min(in, out), 0, at + "both directions");
                if (!run.called(t) && reserve > 0) {
                    within(reserve, 0, number(bess, "dischargeKw") - (out - in), at + "reserve power");
                    double behind = (held - number(bess, "minKwh")) * number(bess, "etaDischarge") / 0.5;
                    within(reserve, 0, behind, at + "30 minutes of reserve");
                }
                floor(home, bess, id, t, s, run.called(t) ? 0 : reserve, held);
                fromCalls += called * DT / number(bess, "etaDischarge");
                s = value(id, t, "bess_kwh");
            }
            if (ev == null) {
                equal(car + v2g, 0, at + "no car");
            } else {
                boolean plugged = ev.getAsJsonArray("plugged").get(t).getAsBoolean();
                e += number(ev, "eta") * car * DT - v2g * DT / number(ev, "eta") - at(ev, "drivenKwh", t);
                equal(value(id, t, "ev_kwh"), e, at + "car balance");
                within(e, number(ev, "minKwh"), number(ev, "capacityKwh"), at + "car window");
                within(car, 0, plugged ? number(ev, "chargeKw") : 0, at + "car charging");
                within(v2g, 0, plugged ? number(ev, "v2gKw") : 0, at + "car feeding");
                equal(Math.min(car, v2g), 0, at + "car in both directions");
                e = value(id, t, "ev_kwh");
            }
            blackout(home, id, t, (sold + called) * DT, run.called(t) ? 0 : reserve * DT);
            soldOfDay.merge(run.day(t), (sold + called) * DT, Double::sum);
        }
        soldOfDay.forEach((day, kwh) -> {
            Double cap = cap(home, day);
            broken(cap != null && kwh > cap + BROKEN, id + ", cap of day " + day);
        });
    }

    /** The cap of a day: that of the last change up to it. */
    private @Nullable Double cap(JsonObject home, int day) {
        Double cap = wish(home, "dailyDischargeCapKwh");
        JsonObject hard = home.getAsJsonObject("hard");
        if (hard.has("dailyDischargeCapChanges")) {
            for (JsonElement change : hard.getAsJsonArray("dailyDischargeCapChanges")) {
                boolean begun = run.day(change.getAsJsonObject().get("interval").getAsInt()) <= day;
                cap = begun ? Double.valueOf(number(change.getAsJsonObject(), "kwh")) : cap;
            }
        }
        return cap;
    }

    /** What is stored at the end of an interval keeps its floor and that of the next; reserve leaves the lower of the two ends. */
    private void floor(JsonObject home, JsonObject bess, String id, int t, double s, double reserve, double held) {
        double own = floor(home, t);
        double end = Math.max(own, t + 1 < run.intervals() ? floor(home, t + 1) : own);
        double start = Math.max(own, t > 0 ? floor(home, t - 1) : own);
        if (end > 0) {
            broken(s < end - BROKEN, id + ", floor in " + t);
            double behind = Math.min(start, end);
            boolean short30 = reserve > 0 && reserve * 0.5 / number(bess, "etaDischarge") > held - behind + BROKEN;
            broken(short30, id + ", reserve below the floor in " + t);
        }
    }

    /** The floor that is set in an interval: that of the last change up to it; 0 for none. */
    private static double floor(JsonObject home, int t) {
        Double floor = wish(home, "reserveFloorKwh");
        JsonObject hard = home.getAsJsonObject("hard");
        if (hard.has("reserveFloorChanges")) {
            for (JsonElement change : hard.getAsJsonArray("reserveFloorChanges")) {
                boolean begun = change.getAsJsonObject().get("interval").getAsInt() <= t;
                floor = begun ? Double.valueOf(number(change.getAsJsonObject(), "kwh")) : floor;
            }
        }
        return floor == null ? 0 : floor;
    }

    private void evReady(JsonObject home, String id, int t, double e) {
        for (JsonElement due : home.getAsJsonObject("hard").getAsJsonArray("evReady")) {
            JsonObject ready = due.getAsJsonObject();
            boolean now = ready.get("interval").getAsInt() == t;
            broken(now && e < number(ready, "kwh") - BROKEN, id + ", car not ready in " + t);
        }
    }

    private void blackout(JsonObject home, String id, int t, double soldKwh, double heldKwh) {
        JsonArray dark = home.getAsJsonObject("hard").getAsJsonArray("blackoutIntervals");
        if (soldKwh + heldKwh > BROKEN) {
            for (JsonElement interval : dark) {
                broken(interval.getAsInt() == t, id + ", sold in the blackout of " + t);
            }
        }
    }

    private static @Nullable Double wish(JsonObject home, String key) {
        JsonElement limit = home.getAsJsonObject("hard").get(key);
        return limit == null || limit.isJsonNull() ? null : Double.valueOf(limit.getAsDouble());
    }

    private void broken(boolean is, String what) {
        if (is) {
            hard.add(what);
        }
    }

    private void market() {
        for (String product : PRODUCTS) {
            for (int t = 0; t < run.intervals(); t++) {
                double sum = 0;
                for (JsonObject home : run.homes()) {
                    sum += value(home.get("id").getAsString(), t, OutsideRun.delivered(product));
                }
                within(sum, 0, run.required(product, t / 4), "interval " + t + ", " + product + " bought");
            }
        }
    }

    private double value(String id, int t, String column) {
        return run.column(id, column)[t];
    }

    private void equal(double actual, double expected, String rule) {
        note(Math.abs(actual - expected), rule);
    }

    private void within(double actual, double low, double high, String rule) {
        note(Math.max(low - actual, actual - high), rule);
    }

    private void note(double residual, String rule) {
        if (!(residual <= worst)) {
            worst = residual;
            where = rule;
        }
    }
}
