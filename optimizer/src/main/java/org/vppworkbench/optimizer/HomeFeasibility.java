package org.vppworkbench.optimizer;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.Locale;
import java.util.Optional;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.lp.HomeRules;

/** Necessary conditions a home must meet before a linear program is worth building. */
final class HomeFeasibility {
    private static final double TOLERANCE = 1e-9;

    private final HomeRules rules;
    private final ProsumerInputs home;

    HomeFeasibility(RunInputs inputs, int index, Mode mode) {
        rules = new HomeRules(inputs, index, mode);
        home = rules.home();
    }

    Optional<String> problem() {
        BessInputs bess = home.bess();
        if (bess != null) {
            double floor = rules.floorKwh(0);
            for (int t = 0; t <= rules.intervals(); t++) {
                if (rules.floorKwh(t) > bess.maxKwh() + TOLERANCE) {
                    return say(
                            "ReserveFloor",
                            "floor " + kwh(rules.floorKwh(t)) + " above the most the battery holds, " + kwh(bess.maxKwh()));
                }
            }
            if (bess.initialKwh() < floor - TOLERANCE || bess.initialKwh() > bess.maxKwh() + TOLERANCE) {
                return say(
                        "ReserveFloor",
                        "initial energy " + kwh(bess.initialKwh()) + " outside " + kwh(floor) + " to "
                                + kwh(bess.maxKwh()));
            }
            Optional<String> floors = floors(bess);
            if (floors.isPresent()) {
                return floors;
            }
        }
        for (int day = 0; day < rules.horizon().days(); day++) {
            Double cap = rules.dailyCapKwh(day);
            if (cap != null && cap < 0) {
                return say("DailyDischargeCap", "cap " + kwh(cap) + " below 0");
            }
        }
        for (int t = 0; t < rules.intervals(); t++) {
            double possible = home.importLimitKw() + home.pv().at(t) + (bess == null ? 0 : bess.dischargeKw())
                    + rules.v2gKw(t);
            if (home.load().at(t) > possible + TOLERANCE) {
                return say(
                        "import limit",
                        "load " + home.load().at(t) + " kW in interval " + t + " above " + possible
                                + " kW, all that import limit, PV, battery and car give");
            }
        }
        EvInputs ev = home.ev();
        return ev == null ? Optional.empty() : car(ev, bess == null ? 0 : bess.dischargeKw());
    }

    /** The fullest the battery can be at any time must meet its floor, which may rise. */
    private Optional<String> floors(BessInputs bess) {
        double most = bess.initialKwh();
        for (int t = 0; t < rules.intervals(); t++) {
            double supply = home.importLimitKw() + home.pv().at(t) + rules.v2gKw(t) - home.load().at(t);
            double kw = Math.clamp(supply, 0, bess.chargeKw());
            most = Math.min(bess.maxKwh(), most + bess.etaCharge() * kw * DELTA_HOURS);
            double due = rules.floorKwh(t + 1);
            if (most < due - TOLERANCE) {
                return say(
                        "ReserveFloor",
                        kwh(due - most) + " missing at the start of interval " + (t + 1) + " (due " + kwh(due)
                                + ", reachable " + kwh(most) + ")");
            }
        }
        return Optional.empty();
    }

    /** The fullest the car can be at any time must meet what is due. */
    private Optional<String> car(EvInputs ev, double dischargeKw) {
        double most = ev.initialKwh();
        if (most > ev.capacityKwh() + TOLERANCE) {
            return say("car", "initial energy " + kwh(most) + " above capacity " + kwh(ev.capacityKwh()));
        }
        for (int t = 0; t <= rules.intervals(); t++) {
            double due = rules.evLeastKwh(t);
            if (due > ev.capacityKwh() + TOLERANCE) {
                return say("EvReadyBy", kwh(due) + " due in a battery of " + kwh(ev.capacityKwh()));
            }
            if (most < due - TOLERANCE) {
                return say(
                        due > ev.minKwh() ? "EvReadyBy" : "trip",
                        kwh(due - most) + " missing at the start of interval " + t + " (due " + kwh(due)
                                + ", reachable " + kwh(most) + ")");
            }
            if (t < rules.intervals()) {
                double supply = home.importLimitKw() + home.pv().at(t) + dischargeKw - home.load().at(t);
                double kw = ev.plugged().get(t) ? Math.clamp(supply, 0, ev.chargeKw()) : 0;
                most = Math.min(ev.capacityKwh(), most + ev.eta() * kw * DELTA_HOURS) - ev.drivenKwh().at(t);
            }
        }
        return Optional.empty();
    }

    private static String kwh(double value) {
        return String.format(Locale.ROOT, "%.4f kWh", value);
    }

    private Optional<String> say(String constraint, String what) {
        return Optional.of(home.id() + ", " + constraint + ": " + what);
    }
}
