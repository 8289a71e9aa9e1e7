package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/**
 * One home over a run: its state, what it has sold, and its controller. Every mechanism makes its own simulators from the
 * same immutable inputs, so that no state is ever shared. Not thread-safe.
 */
public final class HomeSimulator {
    private static final double SAME_KWH = 1e-12;

    private final Set<Integer> calls;
    private Dispatcher dispatcher;
    private Dispatcher expected;
    private final DayGrid days;
    private HomeController controller;
    private HomeState state;
    private Commitments sold;
    private int next;

    /**
     * @param home the home as it will be: what {@link #step} dispatches
     * @param outlook the home as it expects to be: what {@link #whatIf} sees
     * @param controller its plan, made from the same outlook
     * @param calls intervals with a contingency call, which nobody knows in advance
     */
    public HomeSimulator(
            ProsumerInputs home, HomeOutlook outlook, HomeController controller, DayGrid days, Set<Integer> calls) {
        this.days = days;
        this.calls = Set.copyOf(calls);
        this.dispatcher = new Dispatcher(home, outlook.expected(), days.intervals(), calls);
        this.expected = outlook.expected().equals(home) && calls.isEmpty()
                ? dispatcher
                : new Dispatcher(outlook.expected(), days.intervals(), Set.of());
        this.controller = controller;
        this.sold = Commitments.none(days.intervals() / Horizon.INTERVALS_PER_HOUR);
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        this.state = new HomeState(bess == null ? 0 : bess.initialKwh(), ev == null ? 0 : ev.initialKwh(), 0);
        controller.calendar(days);
        controller.replan(0, state, sold, true);
    }

    public String id() {
        return expected.home().id();
    }

    /** The home as it expects to be. */
    ProsumerInputs home() {
        return expected.home();
    }

    /** The next interval to be dispatched. */
    public int next() {
        return next;
    }

    /** State at the start of the next interval. */
    public HomeState state() {
        return state;
    }

    public Commitments sold() {
        return sold;
    }

    /**
     * The home learns something about its days and plans anew from the next interval on.
     *
     * @param outlook as it expects to be now
     * @param plan made from the same outlook
     */
    public void learn(HomeOutlook outlook, HomeController plan) {
        dispatcher = new Dispatcher(dispatcher.home(), outlook.expected(), days.intervals(), calls);
        expected = new Dispatcher(outlook.expected(), days.intervals(), Set.of());
        controller = plan;
        controller.calendar(days);
        controller.replan(next, startOf(next, state), sold, true);
    }

    /** Binds the home to deliver. */
    public void commit(Product product, int hour, double kw) {
        sold = sold.plus(product, hour, kw);
        controller.replan(next, state, sold, false);
    }

    /** Dispatches the next interval. */
    public HomeInterval step() {
        HomeState start = startOf(next, state);
        HomeInterval done = advance(dispatcher, next, start, sold, controller);
        state = dispatcher.after(start, done);
        next++;
        return done;
    }

    /** State at the start of interval {@code t}: counts begin anew at local midnight and with every hour. */
    private HomeState startOf(int t, HomeState at) {
        if (t % Horizon.INTERVALS_PER_HOUR != 0) {
            return at;
        }
        return new HomeState(at.bessKwh(), at.evKwh(), days.midnight(t) ? 0 : at.soldTodayKwh());
    }

    private HomeInterval advance(
            Dispatcher by, int t, HomeState start, Commitments commitments, HomeController with) {
        if (t > 0 && days.midnight(t)) {
            with.replan(t, start, commitments, true);
        }
        return by.step(t, start, commitments, with);
    }

    /** Asks what a candidate contract would do; changes nothing. */
    public WhatIf whatIf(Product product, int hour) {
        return new WhatIf(this, product, hour);
    }

    Dispatcher dispatcher() {
        return expected;
    }

    /**
     * What a simulation under some commitments led to. Short-lived, never compared.
     *
     * @param starts state at the start of every interval up to the end of the candidate's hour
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outcome(
            double costUsd,
            double discomfortUsd,
            double[] bessKwh,
            double[] soldKw,
            double[] spinKw,
            double[] nonSpinKw,
            HomeState[] starts,
            double[] netDischargeKw,
            List<Milestone> later) {}

    /** State and cost at the end of an interval after the candidate's hour. */
    private record Milestone(HomeState state, double costUsd, double discomfortUsd) {}

    /**
     * Simulates from the next interval to the end of valuation with other commitments.
     *
     * @param contractEnd first interval after the candidate's hour
     * @param reference the home without the candidate, or {@code null}: where the two come to the same state after the
     *     candidate's hour, what follows is the same and is not simulated again
     */
    Outcome simulate(Commitments commitments, int contractEnd, @Nullable Outcome reference) {
        HomeController with = controller.copy();
        with.replan(next, state, commitments, false);
        int end = Math.max(contractEnd, with.valuationEnd(contractEnd));
        int kept = contractEnd - next;
        double[] bess = new double[kept];
        double[] energy = new double[kept];
        double[] spin = new double[kept];
        double[] nonSpin = new double[kept];
        HomeState[] starts = new HomeState[kept];
        double[] net = new double[kept];
        double cost = 0;
        double discomfort = 0;
        List<Milestone> later = new ArrayList<>();
        HomeState at = state;
        for (int t = next; t < end; t++) {
            HomeState start = startOf(t, at);
            HomeInterval done = advance(expected, t, start, commitments, with);
            IntervalAccount account = IntervalAccount.of(home(), t, start, done);
            cost += account.totalUsd();
            discomfort += account.discomfortUsd();
            if (t < contractEnd) {
                int i = t - next;
                bess[i] = done.bessKwh();
                energy[i] = done.soldKw();
                spin[i] = done.spinKw();
                nonSpin[i] = done.nonSpinKw();
                starts[i] = start;
                net[i] = done.dischargeKw() - done.chargeKw();
            }
            at = expected.after(start, done);
            if (t < contractEnd) {
                continue;
            }
            Milestone same = reference == null ? null : reference.later().get(t - contractEnd);
            if (reference != null && same != null && alike(at, same.state())) {
                return new Outcome(
                        cost + reference.costUsd() - same.costUsd(),
                        discomfort + reference.discomfortUsd() - same.discomfortUsd(),
                        bess,
                        energy,
                        spin,
                        nonSpin,
                        starts,
                        net,
                        List.of());
            }
            if (reference == null) {
                later.add(new Milestone(at, cost, discomfort));
            }
        }
        cost -= with.tail(end - 1, at);
        return new Outcome(cost, discomfort, bess, energy, spin, nonSpin, starts, net, later);
    }

    /** Whether a home goes on in the same way from two states. */
    private boolean alike(HomeState a, HomeState b) {
        return Math.abs(a.bessKwh() - b.bessKwh()) < SAME_KWH
                && Math.abs(a.evKwh() - b.evKwh()) < SAME_KWH
                && a.calledKwh() == b.calledKwh()
                && (a.soldTodayKwh() == b.soldTodayKwh() || !expected.countsSales());
    }
}
