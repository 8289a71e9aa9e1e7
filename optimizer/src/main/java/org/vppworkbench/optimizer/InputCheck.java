package org.vppworkbench.optimizer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Refuses inputs the linear program does not cover or that contradict {@code model.md}, naming home, field, value and
 * allowed range, before a program is built. The ranges are those of {@code vpp-inputs/1}: wide enough for any home, narrow
 * enough that a unit mistaken by 10⁶ is seen.
 */
public final class InputCheck {
    private static final double MAX_PRICE = 1e5;
    private static final double MAX_RETAIL = 1e3;
    private static final double MAX_USD_PER_UNIT = 1e6;

    /** Energies computed elsewhere may be off by rounding [kWh]. */
    private static final double ROUNDING = 1e-9;

    private final Findings out = new Findings();
    private final Horizon horizon;
    private final int n;

    private InputCheck(Horizon horizon) {
        this.horizon = horizon;
        n = horizon.intervals();
    }

    /** Everything that is wrong, in the order of the inputs; empty where the optimum can be computed. */
    public static List<Finding> findings(RunInputs inputs) {
        InputCheck check = new InputCheck(inputs.horizon());
        check.market("prices", inputs.prices());
        check.market("forecasts", inputs.forecasts());
        check.calls(inputs);
        int hours = inputs.horizon().hours();
        check.series("market", "requiredKw.energy", inputs.required().energy(), hours, 0, Findings.MAX_KW, "kW");
        check.series("market", "requiredKw.spin", inputs.required().spin(), hours, 0, Findings.MAX_KW, "kW");
        check.series("market", "requiredKw.nonSpin", inputs.required().nonSpin(), hours, 0, Findings.MAX_KW, "kW");
        inputs.prosumers().forEach(check::home);
        return check.out.list();
    }

    /** @throws InvalidInputsException naming what is wrong */
    public static void check(RunInputs inputs) {
        List<Finding> found = findings(inputs);
        if (!found.isEmpty()) {
            throw new InvalidInputsException(found);
        }
    }

    private void market(String what, MarketSeries series) {
        series("market", what + ".energy", series.energy(), n, -MAX_PRICE, MAX_PRICE, "$/MWh");
        series("market", what + ".spin", series.spin(), n, -MAX_PRICE, MAX_PRICE, "$/MW-h");
        series("market", what + ".nonSpin", series.nonSpin(), n, -MAX_PRICE, MAX_PRICE, "$/MW-h");
        series("market", what + ".realTime", series.realTime(), n, -MAX_PRICE, MAX_PRICE, "$/MWh");
    }

    private void calls(RunInputs inputs) {
        int before = -1;
        for (int t : inputs.calledIntervals()) {
            interval("calledIntervals", t);
            if (t <= before) {
                out.error("calledIntervals", t, "after " + before, "ascending, without repetition");
            }
            before = t;
        }
        if (before >= 0 && inputs.prices().realTime() == null) {
            out.error(
                    "calledIntervals", inputs.calledIntervals().getFirst(),
                    "interval " + inputs.calledIntervals().getFirst()
                            + " has a contingency call, but there is no real-time price to pay called reserve with",
                    "prices.realTime, or no calledIntervals");
        }
    }

    /** The first value outside its range, if any. */
    private boolean series(
            String owner, String what, @Nullable TimeSeries series, int length, double low, double high, String unit) {
        if (series == null) {
            return true;
        }
        if (series.length() != length) {
            out.error(owner + ", " + what, series.length() + " values", "wrong number of values", length + " values");
            return false;
        }
        for (int t = 0; t < length; t++) {
            if (!(series.at(t) >= low && series.at(t) <= high)) {
                return out.inRange(owner + ", " + what + "[" + t + "]", series.at(t), low, high, unit);
            }
        }
        return true;
    }

    private void home(ProsumerInputs home) {
        String id = home.id();
        boolean in = series(id, "importPrice", home.importPrice(), n, -MAX_RETAIL, MAX_RETAIL, "$/kWh");
        boolean ex = series(id, "exportPrice", home.exportPrice(), n, -MAX_RETAIL, MAX_RETAIL, "$/kWh");
        for (int t = 0; in && ex && t < n; t++) {
            if (home.exportPrice().at(t) > home.importPrice().at(t)) {
                out.error(
                        id + ", exportPrice[" + t + "]", Findings.number(home.exportPrice().at(t)), "above the import price",
                        "at most " + Findings.number(home.importPrice().at(t)) + " $/kWh");
                break;
            }
        }
        out.inRange(id + ", endValuePerKwh", home.endValuePerKwh(), -MAX_RETAIL, MAX_RETAIL, "$/kWh");
        power(id, "importLimitKw", home.importLimitKw());
        power(id, "exportLimitKw", home.exportLimitKw());
        series(id, "pvKw", home.pv(), n, 0, Findings.MAX_KW, "kW");
        series(id, "loadKw", home.load(), n, 0, Findings.MAX_KW, "kW");
        BessInputs bess = home.bess();
        if (bess != null) {
            battery(home, bess);
        }
        EvInputs ev = home.ev();
        if (ev != null) {
            car(home, ev);
        }
        preferences(home);
    }

    private void battery(ProsumerInputs home, BessInputs bess) {
        String at = home.id();
        boolean sized = out.aboveZero(at + ", battery capacityKwh", bess.capacityKwh(), Findings.MAX_KWH, "kWh");
        power(at, "battery chargeKw", bess.chargeKw());
        power(at, "battery dischargeKw", bess.dischargeKw());
        out.aboveZero(at + ", battery etaCharge", bess.etaCharge(), 1, "");
        out.aboveZero(at + ", battery etaDischarge", bess.etaDischarge(), 1, "");
        out.inRange(at + ", battery degradationPerKwh", bess.degradationPerKwh(), 0, MAX_RETAIL, "$/kWh");
        if (sized
                && within(at + ", battery maxKwh", bess.maxKwh(), 0, bess.capacityKwh())
                && within(at + ", battery minKwh", bess.minKwh(), 0, bess.maxKwh())) {
            within(at + ", battery initialKwh", bess.initialKwh(), bess.minKwh(), bess.maxKwh());
            Double floor = home.hard().reserveFloorKwh();
            if (floor != null) {
                within(at + ", ReserveFloor", floor, 0, bess.maxKwh());
            }
            floorChanges(at + ", ReserveFloor change", bess, home.hard().floorChanges());
        }
    }

    /** In range, each after the one before. */
    private void floorChanges(String where, BessInputs bess, List<LimitChange> changes) {
        int before = -1;
        for (LimitChange change : changes) {
            within(where, change.kwh(), 0, bess.maxKwh());
            interval(where, change.interval());
            if (change.interval() <= before) {
                out.error(where, change.interval(), "not after the change before", "ascending, without repetition");
            }
            before = change.interval();
        }
    }

    private void car(ProsumerInputs home, EvInputs ev) {
        String at = home.id();
        boolean sized = out.aboveZero(at + ", car capacityKwh", ev.capacityKwh(), Findings.MAX_KWH, "kWh");
        power(at, "car chargeKw", ev.chargeKw());
        power(at, "car v2gKw", ev.v2gKw());
        out.aboveZero(at + ", car eta", ev.eta(), 1, "");
        out.inRange(at + ", car degradationPerKwh", ev.degradationPerKwh(), 0, MAX_RETAIL, "$/kWh");
        series(at, "car drivenKwh", ev.drivenKwh(), n, 0, Findings.MAX_KWH, "kWh");
        if (ev.plugged().size() != n) {
            out.error(at + ", car plugged", ev.plugged().size() + " values", "wrong number of values", n + " values");
        }
        if (sized && within(at + ", car minKwh", ev.minKwh(), 0, ev.capacityKwh())) {
            // what is stored may be below minKwh in the middle of a run: a trip that cannot be made, which is named as such
            within(at + ", car initialKwh", ev.initialKwh(), 0, ev.capacityKwh());
        }
        for (EvReady ready : home.hard().evReady()) {
            interval(at + ", EvReadyBy", ready.interval());
            out.inRange(at + ", EvReadyBy kwh", ready.kwh(), 0, Findings.MAX_KWH, "kWh");
        }
    }

    private void preferences(ProsumerInputs home) {
        String at = home.id();
        home.hard().blackoutIntervals().forEach(t -> interval(at + ", BlackoutWindow", t));
        Double cap = home.hard().dailyDischargeCapKwh();
        if (cap != null) {
            out.inRange(at + ", DailyDischargeCap", cap, 0, Findings.MAX_KWH, "kWh");
        }
        capChanges(at + ", DailyDischargeCap", home.hard().capChanges());
        for (SoftPreference soft : home.soft()) {
            String name = at + ", soft " + soft.getClass().getSimpleName();
            out.inRange(name + " usdPerUnit", soft.usdPerUnit(), 0, MAX_USD_PER_UNIT, "$ per unit");
            switch (soft) {
                case SoftPreference.Floor f -> out.inRange(name + " limit", f.limitKwh(), 0, Findings.MAX_KWH, "kWh");
                case SoftPreference.DailyCap c -> {
                    out.inRange(name + " limit", c.limitKwh(), 0, Findings.MAX_KWH, "kWh");
                    capChanges(name, c.changes());
                }
                case SoftPreference.CarReady r -> {
                    interval(name, r.interval());
                    out.inRange(name + " limit", r.limitKwh(), 0, Findings.MAX_KWH, "kWh");
                }
                case SoftPreference.Blackout b -> b.intervals().forEach(t -> interval(name, t));
            }
        }
    }

    /** In range, each at the start of a local day after the one before. */
    private void capChanges(String where, List<LimitChange> changes) {
        int before = -1;
        for (LimitChange change : changes) {
            out.inRange(where + " change", change.kwh(), 0, Findings.MAX_KWH, "kWh");
            interval(where + " change", change.interval());
            int t = change.interval();
            if (t <= before || (t >= 0 && t < n && horizon.dayStart(horizon.dayOf(t)) != t)) {
                out.error(where + " change", t, "not the start of a later local day", "ascending, at local midnights");
            }
            before = t;
        }
    }

    private void power(String id, String field, double kw) {
        out.inRange(id + ", " + field, kw, 0, Findings.MAX_KW, "kW");
    }

    private boolean within(String where, double kwh, double low, double high) {
        boolean rounding = kwh >= low - ROUNDING && kwh <= high + ROUNDING;
        return rounding || out.inRange(where, kwh, low, high, "kWh");
    }

    private void interval(String where, int t) {
        if (t < 0 || t >= n) {
            out.error(where, "interval " + t, "outside the run", "0 to " + (n - 1));
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
