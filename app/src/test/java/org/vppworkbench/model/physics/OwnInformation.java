package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * The days ahead of a home as it knows them at a midnight, as inputs of their own: today and tomorrow as they are, after them
 * its calendar and what it expects, for as many days as it looks at. In this package for {@link ExpectedDays}.
 *
 * @param horizon the days, from a midnight of the run on
 * @param home the home on them, with the energy it has at that midnight
 */
public record OwnInformation(Horizon horizon, ProsumerInputs home) {
    /**
     * What a home knew at the midnight that begins {@code known}, of the days from {@code day} on.
     *
     * @param day local day of the run, {@code known} or the one after it
     */
    public static OwnInformation at(HomeOutlook outlook, Horizon run, int known, int day, double bessKwh, double evKwh) {
        ProsumerInputs home = outlook.expected();
        EvInputs ev = home.ev();
        int windowDay = Math.min(run.days(), known + PlanWindow.DAYS);
        int endDay = Math.min(run.days(), windowDay + (ev == null ? 1 : PlanWindow.CALENDAR));
        Horizon horizon = new Horizon(run.date(day), endDay - day, run.zone());
        int from = run.dayStart(day);
        int to = run.dayStart(windowDay);
        ExpectedDays expected = new ExpectedDays(outlook, new DayGrid(run), to);
        int n = horizon.intervals();
        ExpectedDays.Step[] steps = new ExpectedDays.Step[n];
        for (int t = to; t < from + n; t += Horizon.INTERVALS_PER_HOUR) {
            ExpectedDays.Step step = expected.step(t, t + Horizon.INTERVALS_PER_HOUR);
            Arrays.fill(steps, t - from, t - from + Horizon.INTERVALS_PER_HOUR, step);
        }
        TimeSeries buy = series(n, to - from, t -> home.importPrice().at(from + t), t -> steps[t].buy());
        TimeSeries sell = series(n, to - from, t -> home.exportPrice().at(from + t), t -> steps[t].sell());
        TimeSeries pv = series(n, to - from, t -> home.pv().at(from + t), t -> steps[t].pvKw());
        TimeSeries load = series(n, to - from, t -> home.load().at(from + t), t -> steps[t].loadKw());
        BessInputs bess = home.bess();
        ProsumerInputs ahead = new ProsumerInputs(
                home.id(), buy, sell, home.endValuePerKwh(), home.importLimitKw(), home.exportLimitKw(), pv, load,
                bess == null ? null : battery(bess, Math.max(bessKwh, home.hard().floorKwh(bess, 0))),
                ev == null ? null : car(ev, from, n, evKwh), hard(home, from, n), soft(home, from, n));
        return new OwnInformation(horizon, ahead);
    }

    private static TimeSeries series(int n, int known, IntToDoubleFunction real, IntToDoubleFunction expected) {
        return TimeSeries.generate(n, t -> t < known ? real.applyAsDouble(t) : expected.applyAsDouble(t));
    }

    private static BessInputs battery(BessInputs b, double kwh) {
        return new BessInputs(
                b.capacityKwh(), b.chargeKw(), b.dischargeKw(), b.etaCharge(), b.etaDischarge(), b.minKwh(), b.maxKwh(),
                Math.clamp(kwh, b.minKwh(), b.maxKwh()), b.degradationPerKwh());
    }

    private static EvInputs car(EvInputs ev, int from, int n, double kwh) {
        return new EvInputs(
                ev.capacityKwh(), ev.chargeKw(), ev.v2gKw(), ev.eta(), ev.minKwh(),
                Math.clamp(kwh, ev.minKwh(), ev.capacityKwh()), ev.plugged().subList(from, from + n),
                ev.drivenKwh().slice(from, from + n), ev.degradationPerKwh());
    }

    /** Floor and departures; what only sales could break is left out. */
    private static HardPreferences hard(ProsumerInputs home, int from, int n) {
        List<HardPreferences.EvReady> ready = new ArrayList<>();
        for (HardPreferences.EvReady due : home.hard().evReady()) {
            int t = due.interval() - from;
            if (t > 0 && t < n) {
                ready.add(new HardPreferences.EvReady(t, due.kwh()));
            }
        }
        return new HardPreferences(home.hard().reserveFloorKwh(), List.of(), null, ready);
    }

    private static List<SoftPreference> soft(ProsumerInputs home, int from, int n) {
        List<SoftPreference> soft = new ArrayList<>();
        for (SoftPreference wish : home.soft()) {
            if (wish instanceof SoftPreference.Floor) {
                soft.add(wish);
            } else if (wish instanceof SoftPreference.CarReady due && due.interval() >= from && due.interval() < from + n) {
                soft.add(new SoftPreference.CarReady(due.interval() - from, due.limitKwh(), due.usdPerUnit()));
            }
        }
        return soft;
    }
}
