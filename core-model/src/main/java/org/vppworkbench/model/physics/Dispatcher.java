package org.vppworkbench.model.physics;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * One interval of one home, by the delivery rules of {@code model.md} §3: first what was sold, then the home's own use with
 * what power and energy remain; hard preferences outrank delivery. Pure: no state is kept.
 */
public final class Dispatcher {
    private static final double DT = Horizon.DELTA_HOURS;

    /** Energy this little below the floor is rounding [kWh]. */
    private static final double SAME_KWH = 1e-9;

    private final ProsumerInputs home;
    private final boolean[] blackout;
    private final boolean[] called;
    /** What the battery may not fall below at each boundary of intervals [kWh]. */
    private final double[] floorKwh;
    /** The daily cap of the day of each interval; infinite without one [kWh]. */
    private final double[] capKwh;

    private final boolean countsSales;
    /** What the car's calendar asks as far as its home can tell, and as it is: the second only where the first errs. */
    private final @Nullable CarNeeds carNeeds;

    private final @Nullable CarNeeds trueNeeds;

    /**
     * @param home the home as it is in the interval at hand
     * @param known what the home knows of the days to come, its car's departures among it; for what it does not know of it
     *     cannot prepare
     * @param calls intervals with a contingency call
     */
    Dispatcher(ProsumerInputs home, HomeOutlook known, int intervals, Set<Integer> calls) {
        this.home = home;
        this.called = new boolean[intervals];
        calls.forEach(t -> called[t] = true);
        this.blackout = new boolean[intervals];
        home.hard().blackoutIntervals().forEach(t -> blackout[t] = true);
        BessInputs bess = home.bess();
        this.floorKwh = bess == null ? new double[intervals + 1] : home.hard().floorsKwh(bess, intervals);
        this.capKwh = new double[intervals];
        boolean capped = false;
        for (int t = 0; t < intervals; t++) {
            Double cap = home.hard().capKwh(t);
            capKwh[t] = cap == null ? Double.POSITIVE_INFINITY : cap;
            capped |= cap != null;
        }
        this.countsSales = capped || home.soft().stream().anyMatch(SoftPreference.DailyCap.class::isInstance);
        EvInputs ev = known.expected().ev();
        this.carNeeds = ev == null ? null : new CarNeeds(known, ev);
        this.trueNeeds = ev == null || known.comesTrue(home) ? carNeeds : new CarNeeds(known.comingTrue(home), ev);
    }

    /** What the battery can give in interval {@code t} [kW]. */
    private double batteryKw(int t, HomeState state) {
        BessInputs bess = home.bess();
        if (bess == null) {
            return 0;
        }
        double energy = (state.bessKwh() - floorKwh[t + 1]) * bess.etaDischarge() / DT;
        return Math.max(0, Math.min(bess.dischargeKw(), energy));
    }

    /** What the battery must charge in interval {@code t} to end it at its floor, which may have risen [kW]. */
    private double mustChargeKw(int t, HomeState state) {
        BessInputs bess = home.bess();
        double missing = floorKwh[t + 1] - state.bessKwh();
        return bess == null || missing <= SAME_KWH ? 0 : Math.min(bess.chargeKw(), missing / (bess.etaCharge() * DT));
    }

    /** What the car can give in interval {@code t} and still meet its calendar [kW]. */
    private double carKw(int t, HomeState state) {
        EvInputs ev = home.ev();
        return ev == null || !ev.plugged().get(t)
                ? 0
                : Math.max(0, Math.min(ev.v2gKw(), spareKwh(t, state, ev) * ev.eta() / DT));
    }

    /** Energy of the car above what its calendar needs at the end of interval {@code t} [kWh]. */
    private double spareKwh(int t, HomeState state, EvInputs ev) {
        CarNeeds own = carNeeds;
        CarNeeds all = trueNeeds;
        if (own == null || all == null) {
            return 0;
        }
        return state.evKwh() - ev.drivenKwh().at(t) - Math.max(own.neededKwh(t + 1), all.neededKwh(t + 1));
    }

    /** What the owner's wishes and the meter let the devices sell in interval {@code t} [kW]. */
    private double mostSoldKw(int t, HomeState state) {
        double cap = (capKwh[t] - state.soldTodayKwh()) / DT;
        return blackout[t] ? 0 : Math.max(0, Math.min(cap, home.exportLimitKw() + home.load().at(t)));
    }

    /** What the home does in interval {@code t}. */
    public HomeInterval step(int t, HomeState state, Commitments sold, HomeController controller) {
        double battery = batteryKw(t, state);
        double sellable = Math.min(battery + carKw(t, state), mostSoldKw(t, state));
        double delta = Math.min(sold.energyAt(t), sellable);
        // reserve is for homes with a battery only
        double reserve = home.bess() == null ? 0 : sold.reserveAt(t);
        double call = called[t] ? Math.min(reserve, sellable - delta) : 0;
        double firm = delta + call;
        double firmBattery = Math.min(firm, battery);
        double firmCar = firm - firmBattery;
        double pv = home.pv().at(t);
        double load = home.load().at(t);
        double proposed = ownCarKw(t, state, controller, load - pv - firm, firmCar);
        SiteReading site = SiteReading.of(home, t, proposed);
        double own = home.bess() == null ? 0 : ownKw(t, state, home.bess(), firm, firmBattery, site, controller);
        double car = proposed >= 0 ? proposed : -Math.min(-proposed, feedInLeftKw(site, firm + own));
        double discharge = firmBattery + Math.max(0, own);
        double charge = Math.max(0, -own);
        double retail = pv + own - car - load;
        double curtailed = RetailMeter.curtailment(site, retail, firm);
        double bessEnd = bessEnd(state, home.bess(), charge, discharge);
        double evEnd = evEnd(t, state, home.ev(), car - firmCar);
        double available = called[t] ? call : availableKw(t, state, reserve, discharge - charge);
        double spin = called[t] && reserve > 0 ? call * sold.spinAt(t) / reserve : Math.min(sold.spinAt(t), available);
        return new HomeInterval(
                retail - curtailed + firm,
                pv,
                curtailed,
                load,
                charge,
                discharge,
                bessEnd,
                Math.max(0, car),
                firmCar + Math.max(0, -car),
                evEnd,
                delta,
                spin,
                available - spin,
                call);
    }

    /**
     * Reserve available at the start of interval {@code t} out of {@code reserveKw} sold, outside calls [kW]: {@code min(R,
     * Pd − (dis − chg), (s − floor)·ηd/0.5 h)}, where energy that calls took earlier in the hour counts as held
     * ({@code model.md} §3).
     */
    private double availableKw(int t, HomeState state, double reserveKw, double netDischargeKw) {
        BessInputs bess = home.bess();
        if (bess == null || blackout[t] || reserveKw <= 0) {
            return 0;
        }
        double power = bess.dischargeKw() - netDischargeKw;
        return Math.max(0, Math.min(reserveKw, Math.min(power, heldKw(t, state, bess))));
    }

    /**
     * The car's own use within its limits, + charges, − feeds the home [kW]: charger, meter, room, and the energy from which
     * its calendar can still be met. A car that delivers does not charge.
     */
    private double ownCarKw(
            int t, HomeState state, HomeController controller, double netLoadKw, double firmCar) {
        EvInputs ev = home.ev();
        if (ev == null || !ev.plugged().get(t)) {
            return 0;
        }
        double wanted = controller.carKw(t, state);
        double spare = spareKwh(t, state, ev);
        if (firmCar > 0 || (wanted < 0 && spare > 0)) {
            return -Math.max(0, Math.min(-wanted, carKw(t, state) - firmCar));
        }
        double must = Math.max(0, -spare / (ev.eta() * DT));
        double room = (ev.capacityKwh() - state.evKwh()) / (ev.eta() * DT);
        double whole = home.importLimitKw() - netLoadKw;
        // what the battery must charge comes before what the car need not
        double meter = Math.max(whole - mustChargeKw(t, state), Math.min(whole, must));
        return Math.max(0, Math.min(Math.min(Math.max(wanted, must), ev.chargeKw()), Math.min(room, meter)));
    }

    /** What the meter can still take in from the car, the battery's feed-in before it and the roof curtailed [kW]. */
    private static double feedInLeftKw(SiteReading site, double batteryKw) {
        return Math.max(0, site.exportLimitKw() - batteryKw + site.loadKw());
    }

    /**
     * Own battery power within limits: positive discharges, negative charges; never charging while delivering, and at least
     * what the floor asks for.
     */
    private double ownKw(
            int t,
            HomeState state,
            BessInputs bess,
            double firm,
            double firmBattery,
            SiteReading site,
            HomeController controller) {
        double netLoadKw = site.netLoadKw();
        double wanted = controller.batteryKw(t, state, firmBattery, site);
        if (netLoadKw - firm > home.importLimitKw()) {
            // The meter's limit must hold: the battery serves what the feeder cannot.
            wanted = Math.max(wanted, netLoadKw - firm - home.importLimitKw());
        }
        double must = mustChargeKw(t, state);
        if (must > 0) {
            wanted = Math.min(wanted, -must);
        }
        double powerLeft = bess.dischargeKw() - firmBattery;
        double energyLeft = Math.max(0, (state.bessKwh() - floorKwh[t + 1]) * bess.etaDischarge() / DT - firmBattery);
        double feedInLeft = feedInLeftKw(site, firm) + Math.max(0, site.carKw());
        double most = Math.max(0, Math.min(Math.min(powerLeft, energyLeft), feedInLeft));
        if (wanted >= 0 || firmBattery > 0) {
            return Math.max(0, Math.min(wanted, most));
        }
        double room = (bess.maxKwh() - state.bessKwh()) / (bess.etaCharge() * DT);
        double meter = home.importLimitKw() - netLoadKw;
        double limit = Math.max(0, Math.min(Math.min(bess.chargeKw(), room), meter));
        return -Math.min(-wanted, limit);
    }

    /**
     * What keeps an interval from delivering more energy. Where several limits are met at once, those of the owner's wishes and
     * of the calendar come before those of the hardware.
     */
    BindingConstraint energyLimit(int t, HomeState state) {
        BessInputs bess = home.bess();
        if (mostSoldKw(t, state) < batteryKw(t, state) + carKw(t, state)) {
            double cap = (capKwh[t] - state.soldTodayKwh()) / DT;
            return cap < home.exportLimitKw() + home.load().at(t)
                    ? BindingConstraint.DAILY_CAP
                    : BindingConstraint.EXPORT_LIMIT;
        }
        if (bess != null && batteryKw(t, state) < bess.dischargeKw()) {
            return BindingConstraint.ENERGY_FLOOR;
        }
        EvInputs ev = home.ev();
        boolean plugged = ev != null && ev.plugged().get(t);
        if (ev != null && plugged && ev.v2gKw() > 0 && carKw(t, state) < ev.v2gKw()) {
            return BindingConstraint.CAR_NEED;
        }
        if (bess != null) {
            return BindingConstraint.DISCHARGE_POWER;
        }
        return plugged ? BindingConstraint.V2G_POWER : BindingConstraint.CAR_AWAY;
    }

    /**
     * What keeps an interval from holding more reserve, outside calls.
     *
     * @param netDischargeKw what the battery does meanwhile, charging negative [kW]
     */
    BindingConstraint reserveLimit(int t, HomeState state, double netDischargeKw) {
        BessInputs bess = home.bess();
        if (bess == null) {
            return BindingConstraint.NO_BATTERY;
        }
        double power = bess.dischargeKw() - netDischargeKw;
        return heldKw(t, state, bess) < power ? BindingConstraint.ENERGY_FLOOR : BindingConstraint.DISCHARGE_POWER;
    }

    /** Reserve the stored energy sustains for half an hour [kW]. */
    private double heldKw(int t, HomeState state, BessInputs bess) {
        return (state.bessKwh() + state.calledKwh() - Math.min(floorKwh[t], floorKwh[t + 1])) * bess.etaDischarge() / 0.5;
    }

    private static double bessEnd(HomeState state, @Nullable BessInputs bess, double charge, double discharge) {
        if (bess == null) {
            return 0;
        }
        double end = state.bessKwh() + bess.etaCharge() * charge * DT - discharge * DT / bess.etaDischarge();
        return end;
    }

    private static double evEnd(int t, HomeState state, @Nullable EvInputs ev, double car) {
        if (ev == null) {
            return 0;
        }
        double change = car >= 0 ? ev.eta() * car * DT : car * DT / ev.eta();
        return state.evKwh() + change - ev.drivenKwh().at(t);
    }

    /** State after an interval, before a local midnight resets what was sold. */
    HomeState after(HomeState state, HomeInterval done) {
        BessInputs bess = home.bess();
        double drained = bess == null ? 0 : done.calledKw() * DT / bess.etaDischarge();
        return new HomeState(
                done.bessKwh(),
                done.evKwh(),
                state.soldTodayKwh() + (done.soldKw() + done.calledKw()) * DT,
                state.calledKwh() + drained);
    }

    /** Whether what was sold since midnight matters later that day. */
    boolean countsSales() {
        return countsSales;
    }

    boolean blackout(int t) {
        return blackout[t];
    }

    ProsumerInputs home() {
        return home;
    }
}
