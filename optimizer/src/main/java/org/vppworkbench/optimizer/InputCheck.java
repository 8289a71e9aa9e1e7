package org.vppworkbench.optimizer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;

/** Refuses inputs the linear program does not cover or that contradict {@code model.md}, naming home and value. */
final class InputCheck {
    private InputCheck() {}

    /** @throws IllegalArgumentException naming what is wrong */
    static void check(RunInputs inputs) {
        int n = inputs.horizon().intervals();
        for (Product product : Product.values()) {
            TimeSeries price = inputs.prices().of(product);
            length("market", product + " price", price, n);
        }
        length("market", "real-time price", inputs.prices().realTime(), n);
        checkCalls(inputs, n);
        int hours = inputs.horizon().hours();
        length("market", "required energy", inputs.required().energy(), hours);
        length("market", "required spin", inputs.required().spin(), hours);
        length("market", "required non-spin", inputs.required().nonSpin(), hours);
        for (ProsumerInputs home : inputs.prosumers()) {
            checkHome(home, n);
        }
    }

    private static void checkCalls(RunInputs inputs, int n) {
        int before = -1;
        for (int t : inputs.calledIntervals()) {
            interval("calledIntervals", "called", t, n);
            if (t <= before) {
                throw new IllegalArgumentException(
                        "calledIntervals: interval " + t + " after " + before + ", must ascend without repetition");
            }
            before = t;
        }
        if (before >= 0 && inputs.prices().realTime() == null) {
            throw new IllegalArgumentException("interval "
                    + inputs.calledIntervals().getFirst()
                    + " has a contingency call, but there is no real-time price to pay called reserve with."
                    + " Give prices.realTime or remove calledIntervals.");
        }
    }

    private static void length(String owner, String what, @Nullable TimeSeries series, int expected) {
        if (series != null && series.length() != expected) {
            throw new IllegalArgumentException(
                    owner + ": " + what + " has " + series.length() + " values, expected " + expected);
        }
    }

    private static void checkHome(ProsumerInputs home, int n) {
        length(home.id(), "import price", home.importPrice(), n);
        length(home.id(), "export price", home.exportPrice(), n);
        length(home.id(), "PV", home.pv(), n);
        length(home.id(), "load", home.load(), n);
        finite(home.id(), "endValuePerKwh", home.endValuePerKwh());
        notNegative(home.id(), "importLimitKw", home.importLimitKw());
        notNegative(home.id(), "exportLimitKw", home.exportLimitKw());
        for (int t = 0; t < n; t++) {
            if (home.exportPrice().at(t) > home.importPrice().at(t)) {
                throw new IllegalArgumentException(home.id() + ": export price " + home.exportPrice().at(t)
                        + " $/kWh above import price " + home.importPrice().at(t) + " in interval " + t
                        + "; clip the credit to the import price");
            }
            notNegative(home.id(), "PV in interval " + t, home.pv().at(t));
        }
        BessInputs bess = home.bess();
        if (bess != null) {
            checkBattery(home.id(), bess);
        }
        EvInputs ev = home.ev();
        if (ev != null) {
            checkCar(home, ev, n);
        }
        home.hard().blackoutIntervals().forEach(t -> interval(home.id(), "blackout", t, n));
        home.soft().forEach(soft -> notNegative(home.id(), "usdPerUnit of a soft preference", soft.usdPerUnit()));
    }

    private static void checkBattery(String id, BessInputs bess) {
        notNegative(id, "battery chargeKw", bess.chargeKw());
        notNegative(id, "battery dischargeKw", bess.dischargeKw());
        efficiency(id, "battery etaCharge", bess.etaCharge());
        efficiency(id, "battery etaDischarge", bess.etaDischarge());
        finite(id, "battery degradationPerKwh", bess.degradationPerKwh());
        finite(id, "battery minKwh", bess.minKwh());
        finite(id, "battery maxKwh", bess.maxKwh());
        finite(id, "battery initialKwh", bess.initialKwh());
    }

    private static void checkCar(ProsumerInputs home, EvInputs ev, int n) {
        notNegative(home.id(), "car chargeKw", ev.chargeKw());
        notNegative(home.id(), "car v2gKw", ev.v2gKw());
        finite(home.id(), "car degradationPerKwh", ev.degradationPerKwh());
        efficiency(home.id(), "car eta", ev.eta());
        length(home.id(), "drivenKwh", ev.drivenKwh(), n);
        if (ev.plugged().size() != n) {
            throw new IllegalArgumentException(
                    home.id() + ": plugged has " + ev.plugged().size() + " values, expected " + n);
        }
        for (EvReady ready : home.hard().evReady()) {
            interval(home.id(), "evReady", ready.interval(), n);
            finite(home.id(), "evReady kwh", ready.kwh());
        }
    }

    private static void interval(String id, String what, int t, int n) {
        if (t < 0 || t >= n) {
            throw new IllegalArgumentException(id + ": " + what + " interval " + t + " outside 0.." + (n - 1));
        }
    }

    private static void finite(String id, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(id + ": " + what + " = " + value + " is not finite");
        }
    }

    private static void notNegative(String id, String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(id + ": " + what + " = " + value + ", must be 0 or more and finite");
        }
    }

    private static void efficiency(String id, String what, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(id + ": " + what + " = " + value + ", must be in (0, 1]");
        }
    }

    /** The first contradiction that leaves a mode without any schedule, in words; empty where none was found. */
    static Optional<String> infeasible(RunInputs inputs, Mode mode) {
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            Optional<String> found = new HomeFeasibility(inputs, i, mode).problem();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
