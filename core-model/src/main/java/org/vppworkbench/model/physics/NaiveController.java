package org.vppworkbench.model.physics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/**
 * The naive home plans of {@code model.md} §2. They charge the battery from PV surplus only, never from the grid, and keep
 * back the energy and power they have sold.
 */
final class NaiveController implements HomeController {
    private static final double DT = Horizon.DELTA_HOURS;
    private static final double SAME_PRICE = 1e-9;

    /** How far a candidate contract is simulated before v_end values what is left: 48 h. */
    private static final int VALUATION = 48 * Horizon.INTERVALS_PER_HOUR;

    private final HomeOutlook outlook;
    private final ProsumerInputs home;
    private final DayGrid days;
    private final HomePlanKind kind;
    private final boolean hypothetical;
    private final CarSchedule carSchedule;
    private final @Nullable CarPlan carPlan;
    private final @Nullable CarNeeds needs;
    /** What the battery may not fall below at each boundary of intervals [kWh]. */
    private final double[] floorKwh;
    private double offPeak;
    private double[] carKw;
    private Commitments sold;

    NaiveController(HomeOutlook outlook, HomePlanKind kind, CarPlanKind car, DayGrid days) {
        this.outlook = outlook.withoutBattery();
        this.home = outlook.expected();
        this.days = days;
        this.kind = kind;
        this.hypothetical = false;
        EvInputs ev = home.ev();
        this.needs = ev == null ? null : new CarNeeds(outlook, ev);
        this.carSchedule = new CarSchedule(home, car, needs);
        this.carPlan = ev != null && car == CarPlanKind.CHEAPEST ? new CarPlan(this.outlook.expected(), ev) : null;
        BessInputs bess = home.bess();
        int intervals = days.intervals();
        this.floorKwh = bess == null ? new double[intervals + 1] : home.hard().floorsKwh(bess, intervals);
        this.offPeak = home.importPrice().min();
        this.carKw = new double[days.intervals()];
        this.sold = Commitments.none(days.intervals() / Horizon.INTERVALS_PER_HOUR);
    }

    private NaiveController(NaiveController from) {
        this.outlook = from.outlook;
        this.home = from.home;
        this.days = from.days;
        this.kind = from.kind;
        this.hypothetical = true;
        this.carSchedule = from.carSchedule;
        this.carPlan = from.carPlan;
        this.needs = from.needs;
        this.floorKwh = from.floorKwh;
        this.offPeak = from.offPeak;
        this.carKw = from.carKw;
        this.sold = from.sold;
    }

    @Override
    public void replan(int t, HomeState state, Commitments commitments, boolean newDay) {
        sold = commitments;
        int to = days.midnightAfter(t, PlanWindow.DAYS);
        if (newDay) {
            offPeak = home.importPrice().slice(t, to).min();
        }
        EvInputs ev = home.ev();
        // a hypothesis keeps the cheapest schedule at hand: no contract changes it, and it costs a linear program
        if (newDay && ev != null && !(hypothetical && carPlan != null)) {
            double[] car = carKw.clone();
            carSchedule.plan(t, to, state.evKwh(), car);
            carKw = cheapest(t, to, state, car);
        }
    }

    /** The car's cheapest schedule, as if the home had no battery; what it has been given where there is no such plan. */
    private double[] cheapest(int t, int to, HomeState state, double[] otherwise) {
        if (carPlan == null) {
            return otherwise;
        }
        PlanWindow window = new PlanWindow(outlook, needs, days, t, to, PlanWindow.CALENDAR);
        double[] steps = carPlan.plan(window, state, Commitments.none(carKw.length / Horizon.INTERVALS_PER_HOUR));
        if (steps != null) {
            window.onto(steps, otherwise);
        }
        return otherwise;
    }

    @Override
    public double batteryKw(int t, HomeState state, double soldKw, SiteReading site) {
        BessInputs bess = home.bess();
        if (bess == null) {
            return 0;
        }
        // Where imports are paid for, all PV is curtailed and none is left to store.
        double pv = site.importPrice() < 0 ? 0 : site.pvKw();
        double surplus = pv - site.loadKw() - site.carKw();
        if (surplus > 0) {
            return -surplus;
        }
        boolean discharge = switch (kind) {
            case SELF_CONSUMPTION -> true;
            case TOU -> site.importPrice() > offPeak + SAME_PRICE;
            default -> false;
        };
        if (!discharge) {
            return 0;
        }
        double power = bess.dischargeKw() - soldKw - sold.reserveAt(t);
        double energy = (state.bessKwh() - heldKwh(t, bess)) * bess.etaDischarge() / DT - soldKw;
        return Math.max(0, Math.min(-surplus, Math.min(power, energy)));
    }

    /** Energy kept back for what is sold in this and the following hours, delivery of this interval apart [kWh]. */
    private double heldKwh(int t, BessInputs bess) {
        double energy = 0;
        double reserve = 0;
        int last = Math.min(carKw.length, t + 4 * Horizon.INTERVALS_PER_HOUR);
        for (int k = t + 1; k < last; k++) {
            energy += sold.kwAt(Product.ENERGY, k) * DT / bess.etaDischarge();
            reserve = Math.max(reserve, sold.reserveAt(k) * 0.5 / bess.etaDischarge());
        }
        return floorKwh[t + 1] + energy + reserve;
    }

    @Override
    public double carKw(int t, HomeState state) {
        return carKw[t];
    }

    @Override
    public int valuationEnd(int contractEnd) {
        return Math.min(carKw.length, contractEnd + VALUATION);
    }

    @Override
    public double tail(int t, HomeState state) {
        return home.endValuePerKwh() * (state.bessKwh() + state.evKwh());
    }

    @Override
    public HomeController copy() {
        return new NaiveController(this);
    }
}
