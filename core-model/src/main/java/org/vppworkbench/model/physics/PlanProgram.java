package org.vppworkbench.model.physics;

import java.util.Arrays;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;

/**
 * A home's own linear program over a planning window ({@code model.md} §5 with D = 0), as a minimum of cost over columns
 * with bounds {@code 0 ≤ x ≤ upper}. Column {@code kind·n + k} belongs to step {@code k}; the kinds are export, import,
 * curtailment, import beyond the limit at a deterrent price, battery in and out, car in and out, then the segments of the battery's and of the car's energy at the end of
 * the step. Three rows per step:
 *
 * <pre>
 * meter    X − I + C + in − out (battery and car)              = pv − load
 * battery  S[k+1] − S[k] − ηc·Δ·in + Δ/ηd·out                  = −drain
 * car      E[k+1] − E[k] − η·Δ·in + Δ/η·out                    = −driven
 * </pre>
 *
 * Soft floors and soft car needs are segments with a reward each, falling upwards, so that they cost no row. A column that
 * does not exist is free between 0 and 2 with no cost and no coefficients. What is sold is firm: energy leaves first, and
 * power and energy behind reserve are kept back. Bounds that no schedule could keep are widened to what full power reaches.
 */
final class PlanProgram {
    static final int EXPORT = 0;
    static final int IMPORT = 1;
    static final int CURTAIL = 2;
    static final int OVERDRAW = 3;
    static final int BESS_IN = 4;
    static final int BESS_OUT = 5;
    static final int CAR_IN = 6;
    static final int CAR_OUT = 7;
    static final int STATES = 8;

    /** Price of drawing more than the feeder allows, so that a plan always exists [$/kWh]: above every real price. */
    private static final double OVERDRAW_USD = 20;

    /** Width below which a bound counts as no room at all [kW or kWh]. */
    private static final double NO_ROOM = 1e-9;

    /** Least width of an energy segment, and how far below full reach a bound is put, so that an interior exists [kWh]. */
    private static final double SLIVER = 1e-5;

    /** Price on charging the car late rather than early, from the first step to the last [$/kWh]: only decides ties. */
    private static final double LATER = 3e-5;

    final int n;
    final int bessSegments;
    final int carSegments;
    final double[] upper;
    final double[] cost;
    /** Coefficient in the meter row. */
    final double[] meter;
    /** Coefficient in the row of the storage the column belongs to; an energy segment enters the next step with minus this. */
    final double[] link;
    final double[] meterRight;
    final double[] bessRight;
    final double[] carRight;
    private final PlanWindow window;
    private double constant;

    PlanProgram(ProsumerInputs home, PlanWindow window, double bessKwh, double carKwh, Commitments sold) {
        this.window = window;
        this.n = window.steps;
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        List<SoftPreference.Floor> floors = softFloors(home);
        this.bessSegments = bess == null ? 0 : 1 + floors.size();
        int most = 0;
        for (int k = 0; k < n; k++) {
            most = Math.max(most, window.ready(k).size());
        }
        this.carSegments = ev == null ? 0 : 1 + most;
        int columns = (STATES + bessSegments + carSegments) * n;
        this.upper = new double[columns];
        this.cost = new double[columns];
        this.meter = new double[columns];
        this.link = new double[columns];
        this.meterRight = new double[n];
        this.bessRight = new double[n];
        this.carRight = new double[n];
        Arrays.fill(upper, 2);
        if (bess != null) {
            battery(home, bess, bessKwh, sold, floors);
        }
        if (ev != null) {
            car(ev, carKwh);
        }
        meters(bess, sold);
    }

    static List<SoftPreference.Floor> softFloors(ProsumerInputs home) {
        return home.soft().stream()
                .filter(SoftPreference.Floor.class::isInstance)
                .map(SoftPreference.Floor.class::cast)
                .sorted(java.util.Comparator.comparingDouble(SoftPreference.Floor::limitKwh))
                .toList();
    }

    private static double deliverable(PlanWindow window, BessInputs bess, Commitments sold, int k) {
        double feedIn = window.exportLimitKw + window.loadKw[k];
        return k < window.quarters ? Math.min(sold.energyAt(window.from + k), Math.min(bess.dischargeKw(), feedIn)) : 0;
    }

    private void battery(
            ProsumerInputs home, BessInputs bess, double startKwh, Commitments sold, List<SoftPreference.Floor> floors) {
        int end = window.from + window.quarters;
        double[] limits = floors.stream().mapToDouble(SoftPreference.Floor::limitKwh).toArray();
        double[] prices = new double[limits.length];
        double low = startKwh;
        double reach = startKwh;
        for (int k = 0; k < n; k++) {
            double h = window.hours[k];
            double delta = deliverable(window, bess, sold, k);
            double reserve = k < window.quarters ? sold.reserveAt(window.from + k) : 0;
            double drain = delta * h / bess.etaDischarge();
            double in = delta > 0 ? 0 : bess.chargeKw();
            column(BESS_IN, k, in, 0, 1, -bess.etaCharge() * h);
            column(BESS_OUT, k, bess.dischargeKw() - delta - reserve, bess.degradationPerKwh() * h, -1, h / bess.etaDischarge());
            reach = Math.min(bess.maxKwh(), reach + bess.etaCharge() * in * h) - drain;
            double next = k + 1 < window.quarters ? sold.reserveAt(window.from + k + 1) : 0;
            int boundary = Math.min(window.from + k + 1, end);
            double floor = home.hard().floorKwh(bess, boundary);
            double behind = next > 0 ? Math.min(floor, home.hard().floorKwh(bess, boundary + 1)) : floor;
            double held = behind + next * 0.5 / bess.etaDischarge();
            double least = Math.min(Math.max(floor, held), reach - SLIVER);
            for (int i = 0; i < prices.length; i++) {
                prices[i] = floors.get(i).usdPerUnit() * h;
            }
            bessRight[k] = -drain - least + low;
            segments(STATES, bessSegments, k, least, Math.max(bess.maxKwh(), least), limits, prices, prices.length);
            low = least;
        }
    }

    private void car(EvInputs ev, double startKwh) {
        double[] limits = new double[carSegments];
        double[] prices = new double[carSegments];
        double low = startKwh;
        double reach = startKwh;
        for (SoftPreference.CarReady ready : window.ready(0)) {
            constant -= ready.usdPerUnit() * Math.max(0, ready.limitKwh() - startKwh);
        }
        for (int k = 0; k < n; k++) {
            double h = window.hours[k];
            column(CAR_IN, k, window.carInKw[k], LATER * k / n * h, 1, -ev.eta() * h);
            column(CAR_OUT, k, window.carOutKw[k], ev.degradationPerKwh() * h, -1, h / ev.eta());
            reach = Math.min(ev.capacityKwh(), reach + ev.eta() * window.carInKw[k] * h - window.drivenKwh[k]);
            double least = Math.min(window.carLeastKwh[k + 1], reach - SLIVER);
            List<SoftPreference.CarReady> ready = window.ready(k + 1);
            for (int i = 0; i < ready.size(); i++) {
                int at = i;
                while (at > 0 && limits[at - 1] > ready.get(i).limitKwh()) {
                    limits[at] = limits[at - 1];
                    prices[at] = prices[at - 1];
                    at--;
                }
                limits[at] = ready.get(i).limitKwh();
                prices[at] = ready.get(i).usdPerUnit();
            }
            carRight[k] = -window.drivenKwh[k] - least + low;
            segments(
                    STATES + bessSegments, carSegments, k, least, Math.max(ev.capacityKwh(), least), limits, prices, ready.size());
            low = least;
        }
    }

    /** Energy from {@code low} to {@code high} at the end of step {@code k}, cut at the limits (ascending) of soft needs. */
    private void segments(
            int kind, int count, int k, double low, double high, double[] limits, double[] prices, int needs) {
        double end = k == n - 1 ? window.endValue : 0;
        constant += end * low;
        double reward = end;
        for (int i = 0; i < needs; i++) {
            constant -= prices[i] * Math.max(0, limits[i] - low);
            reward += limits[i] > low ? prices[i] : 0;
        }
        double at = low;
        for (int i = 0; i < count; i++) {
            boolean last = i >= needs;
            double to = last ? high : Math.clamp(limits[i], at, high);
            boolean exists = to - at > SLIVER || (last && at == low);
            if (exists) {
                column(kind + i, k, Math.max(SLIVER, to - at), -reward, 0, 1);
                at = to;
            }
            reward -= !last && limits[i] > low ? prices[i] : 0;
            if (last) {
                break;
            }
        }
    }

    private void meters(@org.jspecify.annotations.Nullable BessInputs bess, Commitments sold) {
        for (int k = 0; k < n; k++) {
            double h = window.hours[k];
            double delta = bess == null ? 0 : deliverable(window, bess, sold, k);
            double most = window.exportLimitKw - delta;
            double draw = window.importLimitKw + delta;
            double out = bound(BESS_OUT, k) + bound(CAR_OUT, k) + window.pvKw[k] - window.loadKw[k];
            double in = bound(BESS_IN, k) + bound(CAR_IN, k) + window.loadKw[k];
            double forced = Math.max(0, -most);
            column(EXPORT, k, Math.min(most, Math.max(0, out) + 1), -window.sell[k] * h, 1, 0);
            column(IMPORT, k, Math.min(draw - forced, Math.max(0, in) + 1), window.buy[k] * h, -1, 0);
            column(OVERDRAW, k, in > draw ? in : 0, OVERDRAW_USD * h, -1, 0);
            constant -= forced * window.buy[k] * h;
            boolean curtails = window.buy[k] < 0 || window.sell[k] < 0 || out > most;
            column(CURTAIL, k, curtails ? window.pvKw[k] : 0, 0, 1, 0);
            meterRight[k] = window.pvKw[k] - window.loadKw[k] + forced;
        }
    }

    /** Adds a column, if there is room for it. */
    private void column(int kind, int k, double bound, double price, double inMeter, double inLink) {
        if (bound > NO_ROOM) {
            int j = kind * n + k;
            upper[j] = bound;
            cost[j] = price;
            meter[j] = inMeter;
            link[j] = inLink;
        }
    }

    /** The power of a column at the solver's point, 0 where the column does not exist [kW]. */
    double power(int kind, int k, InteriorPoint solver) {
        int j = kind * n + k;
        return meter[j] == 0 ? 0 : solver.x[j];
    }

    private double bound(int kind, int k) {
        int j = kind * n + k;
        return meter[j] == 0 ? 0 : upper[j];
    }

    /** What has to be added to minus the cost of a point to get the value of the window [$]. */
    double constant() {
        return constant;
    }
}
