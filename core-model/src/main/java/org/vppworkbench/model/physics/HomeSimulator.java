package org.vppworkbench.model.physics;

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
    private @Nullable Commitments intended;
    private int next;
    private Rehearsal.@Nullable Outcome without;
    private int withoutEnd;

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
        this.dispatcher = new Dispatcher(home, outlook, days.intervals(), calls);
        this.expected = outlook.expected().equals(home) && calls.isEmpty()
                ? dispatcher
                : new Dispatcher(outlook.expected(), outlook, days.intervals(), Set.of());
        this.controller = controller;
        this.sold = Commitments.none(days.intervals() / Horizon.INTERVALS_PER_HOUR);
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        this.state = new HomeState(bess == null ? 0 : bess.initialKwh(), ev == null ? 0 : ev.initialKwh(), 0);
        controller.replan(0, state, sold, true);
    }

    public String id() {
        return expected.home().id();
    }

    /** The home as it expects to be. */
    public ProsumerInputs home() {
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
        dispatcher = new Dispatcher(dispatcher.home(), outlook, days.intervals(), calls);
        expected = new Dispatcher(outlook.expected(), outlook, days.intervals(), Set.of());
        controller = plan;
        controller.replan(next, startOf(next, state), expected(sold), true);
        without = null;
    }

    /** What the home plans to sell besides what is sold; it makes its plan for both, and delivers what is sold. */
    public void intend(Commitments commitments) {
        intended = commitments;
        replan();
    }

    /** What was intended for an hour is off. */
    public void intendNoMore(Product product, int hour) {
        Commitments now = intended;
        double kw = now == null ? 0 : now.kw(product, hour);
        if (now != null && kw != 0) {
            intended = now.plus(product, hour, -kw);
            replan();
        }
    }

    private Commitments expected(Commitments firm) {
        Commitments more = intended;
        return more == null ? firm : firm.with(more);
    }

    private void replan() {
        controller.replan(next, state, expected(sold), false);
        without = null;
    }

    /** Binds the home to deliver. */
    public void commit(Product product, int hour, double kw) {
        sold = sold.plus(product, hour, kw);
        replan();
    }

    /** Dispatches the next interval. */
    public HomeInterval step() {
        HomeState start = startOf(next, state);
        if (next > 0 && days.midnight(next)) {
            controller.replan(next, start, expected(sold), true);
        }
        HomeInterval done = dispatcher.step(next, start, sold, controller);
        state = dispatcher.after(start, done);
        next++;
        without = null;
        return done;
    }

    /** State at the start of interval {@code t}: counts begin anew at local midnight and with every hour. */
    HomeState startOf(int t, HomeState at) {
        if (t % Horizon.INTERVALS_PER_HOUR != 0) {
            return at;
        }
        return new HomeState(at.bessKwh(), at.evKwh(), days.midnight(t) ? 0 : at.soldTodayKwh());
    }

    /** Asks what a candidate contract would do; changes nothing. */
    public WhatIf whatIf(Product product, int hour) {
        return new WhatIf(this, product, hour);
    }

    Dispatcher dispatcher() {
        return expected;
    }

    /** The home from the next interval on if it had other commitments; what it intends to sell counts as sold. */
    Rehearsal rehearse(Commitments commitments, int contractEnd) {
        Commitments all = expected(commitments);
        HomeController with = controller.copy();
        with.replan(next, state, all, false);
        return new Rehearsal(this, with, all, contractEnd);
    }

    /** The home as it is, without any candidate; the same for all products of an hour until something changes. */
    Rehearsal.Outcome without(int contractEnd) {
        Rehearsal.Outcome known = without;
        if (known == null || withoutEnd != contractEnd) {
            Rehearsal rehearsal = rehearse(sold, contractEnd);
            rehearsal.deliver((i, done) -> true);
            known = rehearsal.complete(null);
            without = known;
            withoutEnd = contractEnd;
        }
        return known;
    }

    /** What the home expects to do in interval {@code t}. */
    HomeInterval expect(int t, HomeState start, Commitments commitments, HomeController with) {
        if (t > 0 && days.midnight(t)) {
            with.replan(t, start, commitments, true);
        }
        return expected.step(t, start, commitments, with);
    }

    /** Whether a home goes on in the same way from two states. */
    boolean alike(HomeState a, HomeState b) {
        return Math.abs(a.bessKwh() - b.bessKwh()) < SAME_KWH
                && Math.abs(a.evKwh() - b.evKwh()) < SAME_KWH
                && a.calledKwh() == b.calledKwh()
                && (a.soldTodayKwh() == b.soldTodayKwh() || !expected.countsSales());
    }
}
