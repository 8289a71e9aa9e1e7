package org.vppworkbench.optimizer.coordination;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.HomePriceProgram;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.SolverWatch;

/** One home that answers with quantities it can promise: its own program with sales that are the same throughout an hour. */
final class HourlyHome implements HourlyTaker {
    /** To which the home finds what is best for it within a limit [$]. */
    private static final double TOLERANCE_USD = 1e-4;

    /** Quantities are whole watts; what the solver missed by less is no watt less [kW]. */
    private static final double WATT_KW = 1e-3;

    private static final double ROUNDING = 1e-2;

    private final HomePriceTaker home;
    private final HomeAccount account;
    private final OwnerLimits owner;
    private final SolverWatch watch;
    private RunInputs open;
    private Directionality directionality = Directionality.RELAXED;
    private HomeDirections directions = HomeDirections.FREE;
    private PriceAnswers answers;
    private @Nullable HomeSchedule plan;
    private Promise promised;

    HourlyHome(HomePriceTaker home, HomeAccount account, OwnerLimits owner, SolverWatch watch) {
        this.owner = owner;
        this.open = account.inputs();
        this.home = home;
        this.account = account;
        this.watch = watch;
        answers = answers();
        promised = new Promise(ProductSeries.zero(account.intervals()), Double.NEGATIVE_INFINITY);
    }

    private PriceAnswers answers() {
        return new PriceAnswers(account, HomePriceProgram.hourly(open, directions), watch);
    }

    @Override
    public String prosumer() {
        return home.prosumer();
    }

    @Override
    public HourlyTaker hourly() {
        return this;
    }

    @Override
    public Answer answer(PriceSignal signal) {
        PriceAnswers.Answered answered = answers.answer(signal);
        plan = answered.plan();
        return home.told(answered.answer());
    }

    @Override
    public double worthUsd(ProductSeries allowedKw) {
        HomeSchedule known = plan;
        if (known != null) {
            promised = promise(known, allowedKw, directionality);
        }
        return promised.worthUsd();
    }

    @Override
    public Promise promised() {
        return promised;
    }

    @Override
    public void settle(double turn) {
        HomeSchedule known = plan;
        if (known != null) {
            directions = HourlyDirections.of(account.inputs(), known, turn);
            open = owner.within(account.inputs(), even(known));
        }
        directionality = Directionality.EXCLUSIVE;
        answers = answers();
    }

    @Override
    public Promise improve(ProductSeries limitKw, double turn) {
        RunInputs left = left(account.inputs(), limitKw);
        HomeSchedule free = best(left, HomeDirections.FREE);
        RunInputs fewer = owner.within(left, even(free));
        HomeDirections chosen = HourlyDirections.of(
                account.inputs(), fewer.equals(left) ? free : best(fewer, HomeDirections.FREE), turn);
        Promise other = promise(best(fewer, chosen), limitKw, Directionality.EXCLUSIVE);
        Promise same = promise(best(left(open, limitKw), directions), limitKw, Directionality.EXCLUSIVE);
        if (other.worthUsd() > same.worthUsd()) {
            directions = chosen;
            open = owner.within(account.inputs(), other.kw());
            return other;
        }
        return Double.isFinite(same.worthUsd()) ? same : nothing();
    }

    /** Selling nothing is always possible; what it is worth tells how the home does without the market. */
    private Promise nothing() {
        ProductSeries none = ProductSeries.zero(account.intervals());
        HomeSchedule alone = best(left(account.inputs(), none), HomeDirections.FREE);
        return promise(alone, none, Directionality.EXCLUSIVE);
    }

    private HomeSchedule best(RunInputs limited, HomeDirections barred) {
        return new PriceAnswers(account, HomePriceProgram.hourlyWithin(limited, barred), watch).best(TOLERANCE_USD);
    }

    /** With what is left of D in place of D. */
    private static RunInputs left(RunInputs inputs, ProductSeries limitKw) {
        return OwnerLimits.requiring(inputs, (product, h) -> {
            double kw = Math.min(inputs.required().kw(product, h), limitKw.at(product, Horizon.firstInterval(h)));
            return kw < LEAST_KW ? 0 : kw;
        });
    }

    /** What of a plan can be promised: carried out, cut to what is allowed, and in every hour to its least interval. */
    private Promise promise(HomeSchedule wanted, ProductSeries allowedKw, Directionality as) {
        HomeSchedule kept = account.replayed(HomeAccount.selling(wanted, least(wanted, allowedKw)), as);
        ProductSeries kw = as == Directionality.EXCLUSIVE ? owner.promised(even(kept)) : even(kept);
        HomeSchedule flat = account.replayed(HomeAccount.selling(kept, kw), as);
        return new Promise(kw, isSame(flat, kw) ? account.worthUsd(flat, as) - home.aloneUsd() : Double.NEGATIVE_INFINITY);
    }

    private ProductSeries least(HomeSchedule wanted, ProductSeries allowedKw) {
        return ProductSeries.of(
                account.intervals(), (product, t) -> Math.clamp(wanted.provided(product).at(t), 0, allowedKw.at(product, t)));
    }

    private ProductSeries even(HomeSchedule kept) {
        return ProductSeries.of(account.intervals(), (product, t) -> {
            int first = Horizon.firstInterval(Horizon.hourOf(t));
            double least = Double.POSITIVE_INFINITY;
            for (int q = first; q < first + Horizon.INTERVALS_PER_HOUR; q++) {
                least = Math.min(least, kept.provided(product).at(q));
            }
            return Math.floor(least / WATT_KW + ROUNDING) * WATT_KW;
        });
    }

    /** Whether all that is promised is kept, but for what rounding to watts added. */
    private boolean isSame(HomeSchedule flat, ProductSeries kw) {
        for (Product product : List.of(Product.values())) {
            for (int t = 0; t < account.intervals(); t++) {
                if (flat.provided(product).at(t) < kw.at(product, t) - 2 * ROUNDING * WATT_KW) {
                    return false;
                }
            }
        }
        return true;
    }
}
