package org.vppworkbench.optimizer.forecast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Some whole local days of a run, as inputs of their own.
 *
 * @param whole all days
 * @param from first interval
 * @param to first interval after the window
 */
record DayWindow(RunInputs whole, int from, int to) {

    static DayWindow of(RunInputs whole, int firstDay, int days) {
        Horizon horizon = whole.horizon();
        return new DayWindow(whole, horizon.dayStart(firstDay), horizon.dayStart(firstDay + days));
    }

    /**
     * The days as inputs.
     *
     * @param prices market of the whole run
     * @param homes homes of the whole run, as they are or as they are expected
     * @param calls whether contingency calls are known
     * @param energies per home, battery and car at the start [kWh]
     */
    RunInputs inputs(MarketSeries prices, List<ProsumerInputs> homes, boolean calls, List<Energies> energies) {
        MarketSeries market = new MarketSeries(
                sliced(prices.energy()), sliced(prices.spin()), sliced(prices.nonSpin()), sliced(prices.realTime()));
        int firstHour = Horizon.hourOf(from);
        int lastHour = Horizon.hourOf(to);
        RequiredCapacity all = whole.required();
        RequiredCapacity required = new RequiredCapacity(
                all.energy().slice(firstHour, lastHour),
                all.spin().slice(firstHour, lastHour),
                all.nonSpin().slice(firstHour, lastHour));
        Horizon horizon = new Horizon(
                whole.horizon().date(whole.horizon().dayOf(from)),
                whole.horizon().dayOf(to - 1) - whole.horizon().dayOf(from) + 1,
                whole.horizon().zone());
        List<ProsumerInputs> sliced = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            sliced.add(home(homes.get(i), energies.get(i)));
        }
        return new RunInputs(horizon, market, market, required, calls ? within(whole.calledIntervals()) : List.of(), sliced);
    }

    /**
     * What is stored.
     *
     * @param bessKwh battery, 0 without one
     * @param evKwh car, 0 without one
     */
    record Energies(double bessKwh, double evKwh) {
        /** As the run begins. */
        static Energies initial(ProsumerInputs home) {
            BessInputs bess = home.bess();
            EvInputs ev = home.ev();
            return new Energies(bess == null ? 0 : bess.initialKwh(), ev == null ? 0 : ev.initialKwh());
        }
    }

    private ProsumerInputs home(ProsumerInputs home, Energies at) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        return new ProsumerInputs(
                home.id(),
                home.importPrice().slice(from, to),
                home.exportPrice().slice(from, to),
                home.endValuePerKwh(),
                home.importLimitKw(),
                home.exportLimitKw(),
                home.pv().slice(from, to),
                home.load().slice(from, to),
                bess == null ? null : battery(bess, home.hard().floorKwh(bess, from), at.bessKwh()),
                ev == null ? null : car(ev, at.evKwh()),
                hard(home.hard()),
                home.soft().stream().map(this::soft).toList());
    }

    /** Rounding of the replay must not put the energy outside its window. */
    private static BessInputs battery(BessInputs b, double floor, double kwh) {
        return new BessInputs(
                b.capacityKwh(), b.chargeKw(), b.dischargeKw(), b.etaCharge(), b.etaDischarge(), b.minKwh(), b.maxKwh(),
                kwh < floor && kwh > floor - 1e-9 ? floor : kwh, b.degradationPerKwh());
    }

    private EvInputs car(EvInputs ev, double kwh) {
        return new EvInputs(
                ev.capacityKwh(), ev.chargeKw(), ev.v2gKw(), ev.eta(), ev.minKwh(), kwh,
                ev.plugged().subList(from, to), ev.drivenKwh().slice(from, to), ev.degradationPerKwh());
    }

    /** What is due at the very start was met, or not, by the day before, whose window reaches beyond it. */
    private HardPreferences hard(HardPreferences hard) {
        List<EvReady> ready = hard.evReady().stream()
                .filter(due -> inside(due.interval()))
                .map(due -> new EvReady(due.interval() - from, due.kwh()))
                .toList();
        return new HardPreferences(
                hard.reserveKwh(from), within(hard.blackoutIntervals()), hard.capKwh(from), ready, later(hard.capChanges()),
                later(hard.floorChanges()));
    }

    private boolean inside(int interval) {
        return (interval > from || from == 0) && interval < to;
    }

    private SoftPreference soft(SoftPreference soft) {
        return switch (soft) {
            case SoftPreference.CarReady ready -> inside(ready.interval())
                    ? new SoftPreference.CarReady(ready.interval() - from, ready.limitKwh(), ready.usdPerUnit())
                    : new SoftPreference.CarReady(0, 0, 0);
            case SoftPreference.Blackout blackout ->
                new SoftPreference.Blackout(within(blackout.intervals()), blackout.usdPerUnit());
            case SoftPreference.Floor floor -> floor;
            case SoftPreference.DailyCap cap ->
                new SoftPreference.DailyCap(cap.limitKwh(from), cap.usdPerUnit(), later(cap.changes()));
        };
    }

    /** Changes within the window; the limit that holds at its start is its first. */
    private List<LimitChange> later(List<LimitChange> changes) {
        return changes.stream()
                .filter(change -> change.interval() > from && change.interval() < to)
                .map(change -> new LimitChange(change.interval() - from, change.kwh()))
                .toList();
    }

    private List<Integer> within(List<Integer> intervals) {
        return intervals.stream().filter(t -> t >= from && t < to).map(t -> t - from).toList();
    }

    private @Nullable TimeSeries sliced(@Nullable TimeSeries series) {
        return series == null ? null : series.slice(from, to);
    }
}
