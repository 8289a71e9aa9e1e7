package org.vppworkbench.negotiation.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.coordination.HourlyTaker.Promise;
import org.vppworkbench.model.coordination.PriceTaker;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;

/**
 * From prices at which schedules fit to promises that can become contracts. The homes answer the prices found with quantities
 * that are the same throughout an hour, first with devices that may do both at once: these rounds bound what any promises
 * can be worth. Then every home settles on one direction per device and interval, prices move for some more rounds, and at
 * last the homes are asked one after the other what they would promise of what the others leave of D, at the market's prices;
 * what makes the sum of what they declare larger is taken.
 */
public final class HourlyCoordinator {
    /** Gap of the rounds with both directions at which they end, as a share of what the market is worth. */
    static final double GAP = 1e-3;

    static final int MOST_ROUNDS = 60;

    /** Rounds of prices once directions are settled. Chosen by trial. */
    static final int SETTLED_ROUNDS = 16;

    /** How often each home is asked what it would promise instead. Chosen by trial. */
    static final int PASSES = 3;

    /** Least gain that is worth another promise [$]. */
    private static final double LEAST_GAIN_USD = 1e-6;

    /** Fractions of its multiples are spread evenly, however many homes there are. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Expectation expectation;
    private final RunInputs inputs;
    private final CancelToken cancel;
    private final ProgressSink progress;
    private final List<HourlyTaker> homes;
    private final int intervals;

    public HourlyCoordinator(
            Expectation expectation, List<? extends PriceTaker> homes, CancelToken cancel, ProgressSink progress) {
        this.expectation = expectation;
        this.inputs = expectation.inputs();
        this.intervals = inputs.horizon().intervals();
        this.cancel = cancel;
        this.progress = progress;
        this.homes = homes.stream().map(PriceTaker::hourly).toList();
    }

    /** Promises at the prices found. */
    public HourlyPlan agree(CoordinatedPlan free) {
        CoordinatedPlan both =
                new PriceCoordinator(expectation, homes, free.possible(), free, cancel).run(GAP, MOST_ROUNDS, progress);
        IntStream.range(0, homes.size()).parallel().forEach(i -> homes.get(i).settle(turn(i, 0)));
        // a promise is a schedule too
        double bound = Math.min(free.upperBoundUsd(), both.upperBoundUsd());
        Promise[] promises = new Promise[homes.size()];
        CoordinatedPlan settled = new PriceCoordinator(expectation, homes, free.possible(), both, cancel)
                .run(GAP, SETTLED_ROUNDS, () -> IntStream.range(0, promises.length).forEach(i -> promises[i] =
                        promised(i, free.possible())), progress);
        List<CoordinatedPlan.Round> rounds = new ArrayList<>(free.rounds());
        rounds.addAll(both.rounds());
        rounds.addAll(settled.rounds());
        if (settled.rounds().isEmpty()) {
            return new HourlyPlan(
                    free, rounds, settled.pricePerMwh(), settled.kw(), Double.NEGATIVE_INFINITY, bound);
        }
        for (int pass = 0; pass < PASSES && improve(promises, rounds, pass); pass++) {
            progress.report(pass + 1, PASSES, "price coordination");
        }
        List<ProductSeries> kw = List.of(promises).stream().map(Promise::kw).toList();
        ProductSeries hourlyPrices = hourly(settled.pricePerMwh());
        rounds.add(new CoordinatedPlan.Round(hourlyPrices, kw.stream().map(HourlyCoordinator::hourly).toList()));
        double welfare = List.of(promises).stream().mapToDouble(Promise::worthUsd).sum();
        return new HourlyPlan(free, rounds, settled.pricePerMwh(), kw, welfare, bound);
    }

    /** What a home promises; nothing where no device of it could keep that. */
    private Promise promised(int home, Possible possible) {
        Promise promise = homes.get(home).promised();
        return possible.allows(home, promise.kw())
                ? promise
                : new Promise(ProductSeries.zero(intervals), Double.NEGATIVE_INFINITY);
    }

    private static double turn(int home, int pass) {
        double multiple = (home + 1 + 3.0 * pass) * GOLDEN;
        return 2 * (multiple - Math.floor(multiple)) - 1;
    }

    /** Asks every home that ever answered with something once, in fleet order; tells whether any had something better. */
    private boolean improve(Promise[] promises, List<CoordinatedPlan.Round> rounds, int pass) {
        boolean improved = false;
        for (int i = 0; i < promises.length && !cancel.cancelled(); i++) {
            if (!sold(i, rounds)) {
                continue;
            }
            Promise now = promises[i];
            ProductSeries left = left(promises, i);
            Promise other = homes.get(i).improve(left, turn(i, pass));
            if (Possible.within(other.kw(), left) && other.worthUsd() > now.worthUsd() + LEAST_GAIN_USD) {
                promises[i] = other;
                improved = true;
            }
        }
        return improved;
    }

    private static boolean sold(int home, List<CoordinatedPlan.Round> rounds) {
        for (CoordinatedPlan.Round round : rounds) {
            ProductSeries kw = round.kw().get(home);
            for (Product product : Product.values()) {
                for (int hour = 0; hour < kw.intervals(); hour++) {
                    if (kw.at(product, hour) > Possible.TOLERANCE_KW) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What the others leave of D. */
    private ProductSeries left(Promise[] promises, int home) {
        return ProductSeries.of(intervals, (product, t) -> {
            double left = inputs.required().kw(product, Horizon.hourOf(t));
            for (int i = 0; i < promises.length; i++) {
                left -= i == home ? 0 : promises[i].kw().at(product, t);
            }
            return Math.max(0, left);
        });
    }

    private static ProductSeries hourly(ProductSeries series) {
        return ProductSeries.of(series.intervals() / Horizon.INTERVALS_PER_HOUR, series::hourMean);
    }
}
