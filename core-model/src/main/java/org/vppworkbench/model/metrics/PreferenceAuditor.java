package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;

/**
 * Counts, for one home and a stretch of whole days, how its preferences were kept on what was really dispatched
 * ({@code model.md} §5, §8).
 */
final class PreferenceAuditor {
    private static final double DT = Horizon.DELTA_HOURS;

    /** Violations below this are rounding ({@code model.md} §5) [kWh]. */
    private static final double TOLERANCE = 1e-6;

    private final ProsumerInputs home;
    private final DispatchTable dispatch;
    private final int index;
    private final DayGrid days;
    private final int from;
    private final int to;
    private final SatisfactionSettings settings;
    private final List<PreferenceCheck> checks = new ArrayList<>();

    PreferenceAuditor(
            ProsumerInputs home,
            DispatchTable dispatch,
            int index,
            DayGrid days,
            int from,
            int to,
            SatisfactionSettings settings) {
        this.home = home;
        this.dispatch = dispatch;
        this.index = index;
        this.days = days;
        this.from = from;
        this.to = to;
        this.settings = settings;
    }

    List<PreferenceCheck> check(@Nullable Behaviour behaviour, List<SettledContract> own) {
        HardPreferences hard = home.hard();
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        if (bess != null && (hard.reserveFloorKwh() != null || !hard.floorChanges().isEmpty())) {
            floor(bess, hard::reserveAtBoundaryKwh, true);
        }
        if (ev != null && !hard.evReady().isEmpty()) {
            cars(ev, hard.evReady(), true);
        }
        if (!hard.blackoutIntervals().isEmpty()) {
            blackout(hard.blackoutIntervals(), true, own);
        }
        if (hard.dailyDischargeCapKwh() != null || !hard.capChanges().isEmpty()) {
            cap(hard::capKwh, true);
        }
        soft(bess, ev, own);
        if (behaviour != null) {
            agentOnly(behaviour, own);
        }
        return checks;
    }

    private void soft(@Nullable BessInputs bess, @Nullable EvInputs ev, List<SettledContract> own) {
        List<HardPreferences.EvReady> cars = new ArrayList<>();
        for (SoftPreference soft : home.soft()) {
            switch (soft) {
                case SoftPreference.Floor floor -> {
                    if (bess != null) {
                        floor(bess, _ -> floor.limitKwh(), false);
                    }
                }
                case SoftPreference.CarReady ready ->
                    cars.add(new HardPreferences.EvReady(ready.interval(), ready.limitKwh()));
                case SoftPreference.Blackout blackout -> blackout(blackout.intervals(), false, own);
                case SoftPreference.DailyCap cap -> cap(cap::limitKwh, false);
            }
        }
        if (ev != null && !cars.isEmpty()) {
            cars(ev, cars, false);
        }
    }

    /**
     * Intervals without a floor are not counted; where it changes, what is stored is judged by that at the end of the interval
     * and reserve by the lower of the two.
     *
     * @param limits per boundary of intervals
     */
    private void floor(BessInputs bess, IntFunction<@Nullable Double> limits, boolean hard) {
        int broken = 0;
        int count = 0;
        double severity = 0;
        double before = from == 0 ? bess.initialKwh() : dispatch.at(index, from - 1).bessKwh();
        double delivered = 0;
        for (int t = from; t < to; t++) {
            HomeInterval row = dispatch.at(index, t);
            Double wanted = limits.apply(t + 1);
            Double start = limits.apply(t);
            double limit = wanted == null ? 0 : wanted;
            count += wanted == null ? 0 : 1;
            double below = Math.max(0, limit - row.bessKwh());
            // reserve that is called is delivered, not held; later in the hour it counts as held
            delivered = t % Horizon.INTERVALS_PER_HOUR == 0 ? 0 : delivered;
            double reserve = row.calledKw() > 0 ? 0 : row.spinKw() + row.nonSpinKw();
            double held = before + delivered * DT / bess.etaDischarge();
            double promised = Math.max(0, reserve * 0.5 / bess.etaDischarge() - (held - (start == null ? 0 : Math.min(start, limit))));
            delivered += row.calledKw();
            double worst = Math.max(below, hard && reserve > 0 ? promised : 0);
            if (wanted != null && worst > TOLERANCE) {
                broken++;
                severity += worst * DT;
            }
            before = row.bessKwh();
        }
        double tolerance = settings.floorToleranceShare() * bess.capacityKwh();
        add("ReserveFloor", hard, count, broken, severity, "kWh.h", severity / Math.max(tolerance, 1e-9));
    }

    private void cars(EvInputs ev, List<HardPreferences.EvReady> due, boolean hard) {
        int broken = 0;
        double severity = 0;
        int count = 0;
        for (HardPreferences.EvReady ready : due) {
            if (ready.interval() < from || ready.interval() >= to) {
                continue;
            }
            count++;
            double energy = ready.interval() == 0
                    ? ev.initialKwh()
                    : dispatch.at(index, ready.interval() - 1).evKwh();
            double missing = Math.max(0, ready.kwh() - energy);
            if (missing > TOLERANCE) {
                broken++;
                severity += missing;
            }
        }
        double tolerance = settings.carToleranceShare() * ev.capacityKwh();
        add("EvReadyBy", hard, count, broken, severity, "kWh", severity / Math.max(tolerance, 1e-9));
    }

    private void blackout(List<Integer> intervals, boolean hard, List<SettledContract> own) {
        int broken = 0;
        double severity = 0;
        int count = 0;
        for (int t : intervals) {
            if (t < from || t >= to) {
                continue;
            }
            count++;
            HomeInterval row = dispatch.at(index, t);
            double sold = (row.soldKw() + row.calledKw()) * DT;
            // reserve that is called is delivered, and counted as sold
            double reserve = hard && row.calledKw() == 0 ? (row.spinKw() + row.nonSpinKw()) * DT : 0;
            if (sold + reserve > TOLERANCE) {
                broken++;
                severity += sold + reserve;
            }
        }
        java.util.Set<Integer> hours = new java.util.HashSet<>();
        intervals.forEach(t -> hours.add(Horizon.hourOf(t)));
        long within = own.stream()
                .filter(c -> c.cleared() && c.deliveredKwh() > TOLERANCE && hours.contains(c.contract().hour()))
                .filter(c -> hard || !c.contract().product().isReserve())
                .count();
        double share = broken == 0 ? 0 : own.isEmpty() ? 1 : (double) within / own.size();
        add("BlackoutWindow", hard, count, broken, severity, "kWh", share);
    }

    /** Days without a cap are not counted; where it changes, the smallest one says how much is tolerated. */
    private void cap(IntFunction<@Nullable Double> limits, boolean hard) {
        int broken = 0;
        double severity = 0;
        double sold = 0;
        double least = Double.POSITIVE_INFINITY;
        int count = 0;
        for (int t = from; t < to; t++) {
            Double limit = limits.apply(t);
            if (limit == null) {
                continue;
            }
            least = Math.min(least, limit);
            if (days.midnight(t)) {
                sold = 0;
                count++;
            }
            HomeInterval row = dispatch.at(index, t);
            sold += (row.soldKw() + row.calledKw()) * DT;
            boolean lastOfDay = t + 1 == to || days.midnight(t + 1);
            if (lastOfDay && sold > limit + TOLERANCE) {
                broken++;
                severity += sold - limit;
            }
        }
        double tolerance = settings.capToleranceShare() * least;
        add("DailyDischargeCap", hard, count, broken, severity, "kWh", severity / Math.max(tolerance, 1e-9));
    }

    /** Preferences the optimum does not read: reported, never counted as hard violations of a run. */
    private void agentOnly(Behaviour behaviour, List<SettledContract> own) {
        List<SettledContract> cleared = own.stream().filter(SettledContract::cleared).toList();
        Double floor = behaviour.priceFloorPerMwh();
        if (floor != null) {
            List<SettledContract> energy = cleared.stream()
                    .filter(c -> !c.contract().product().isReserve())
                    .toList();
            int broken = (int) energy.stream()
                    .filter(c -> c.contract().pricePerMwh() < floor - 1e-9)
                    .count();
            share("PriceFloor", energy.size(), broken);
        }
        Integer most = behaviour.maxEventsPerDay();
        if (most != null) {
            int[] perDay = new int[days.day(days.intervals() - 1) + 1];
            cleared.forEach(c -> perDay[days.day(Horizon.firstInterval(c.contract().hour()))]++);
            int broken = 0;
            for (int count : perDay) {
                broken += Math.max(0, count - most);
            }
            share("MaxEventsPerDay", cleared.size(), broken);
        }
    }

    private void share(String type, int contracts, int broken) {
        add(type, false, contracts, broken, broken, "contracts", contracts == 0 ? 0 : (double) broken / contracts);
    }

    private void add(String type, boolean hard, int count, int broken, double severity, String unit, double relative) {
        double kept = broken == 0 ? 1 : 1 - Math.min(1, relative);
        checks.add(new PreferenceCheck(home.id(), type, hard, count, broken, severity, unit, kept));
    }
}
