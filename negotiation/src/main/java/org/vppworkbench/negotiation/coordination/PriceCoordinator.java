package org.vppworkbench.negotiation.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.PriceTaker;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;

/**
 * Finds the prices at which homes that mind only their own business sell together what is wanted and no more: the alternating
 * direction method of multipliers in its sharing form (Boyd, Parikh, Chu, Peleato and Eckstein 2011, <i>Distributed
 * Optimization and Statistical Learning via the ADMM</i>, §7.3) with over-relaxation, on {@code Σδ ≤ D_E, ΣrS ≤ D_S, ΣrN ≤ D_N}
 * in every interval. The coordinator lowers the price of a product in an interval where too much is offered, and moves the
 * targets of the homes by what is too much or too little.
 *
 * <p>Every round proves something: the homes' best at the announced prices, plus what D is worth at them, bounds W from
 * above (Lagrange); their plans, cut to D, are schedules that can be kept and bound it from below.
 */
public final class PriceCoordinator {
    private static final double OVER_RELAXATION = 1.6;

    /** Firmness of targets: this share of the market price turns on a deviation of a home's even share of D. */
    private static final double FIRMNESS = 0.4;

    /** Prices below this count as this for the firmness [$/MWh]. */
    private static final double LEAST_PRICE = 1;

    /** Largest and least even share of D that firmness looks at [kW]. */
    private static final double MOST_SHARE_KW = 5;

    private static final double LEAST_SHARE_KW = 1e-3;

    private static final Product[] PRODUCTS = Product.values();

    private final RunInputs inputs;
    private final List<? extends PriceTaker> homes;
    private final CancelToken cancel;
    private final int intervals;
    private final Possible possible;
    private final boolean[] selling;
    private final boolean[][] seen;
    private final int[] offering = new int[PRODUCTS.length];
    private final double[][] weight = new double[PRODUCTS.length][];
    private final double[][] price = new double[PRODUCTS.length][];
    private final double[][] shareKw = new double[PRODUCTS.length][];
    private final double[][] lambda = new double[PRODUCTS.length][];
    private final ProductSeries[] answers;
    private final ProductSeries[] said;
    private final ProductSeries[] targets;
    private final double[] best;
    private final double[] worth;
    private final boolean warm;

    /**
     * @param homes one per home of the expectation, in its order
     * @param possible judges their answers
     */
    public PriceCoordinator(
            Expectation expectation, List<? extends PriceTaker> homes, Possible possible, CancelToken cancel) {
        this(expectation, homes, possible, null, cancel);
    }

    /**
     * @param before rounds that have come to prices and quantities from which these go on, means of hours; or {@code null}
     */
    PriceCoordinator(
            Expectation expectation,
            List<? extends PriceTaker> homes,
            Possible possible,
            @Nullable CoordinatedPlan before,
            CancelToken cancel) {
        this.warm = before != null;
        this.inputs = expectation.inputs();
        this.homes = homes;
        this.possible = possible;
        this.cancel = cancel;
        intervals = inputs.horizon().intervals();
        selling = new boolean[homes.size()];
        seen = new boolean[homes.size()][PRODUCTS.length];
        answers = new ProductSeries[homes.size()];
        said = new ProductSeries[homes.size()];
        targets = new ProductSeries[homes.size()];
        best = new double[homes.size()];
        worth = new double[homes.size()];
        for (Product product : PRODUCTS) {
            prepare(product);
        }
        Arrays.fill(answers, ProductSeries.zero(intervals));
        if (before != null) {
            goOn(before);
        }
    }

    private void goOn(CoordinatedPlan before) {
        for (CoordinatedPlan.Round round : before.rounds()) {
            for (int i = 0; i < answers.length; i++) {
                see(i, round.kw().get(i));
            }
        }
        ProductSeries announced = throughout(before.pricePerMwh());
        for (int i = 0; i < answers.length; i++) {
            answers[i] = throughout(before.kw().get(i));
        }
        for (Product product : PRODUCTS) {
            int p = product.ordinal();
            for (int t = 0; t < intervals; t++) {
                double less = price[p][t] - announced.at(product, t);
                if (less > 0 || wasTooMuch(before, product, Horizon.hourOf(t))) {
                    coordinate(product, t);
                    lambda[p][t] = Math.max(0, less * Horizon.DELTA_HOURS / 1000);
                    shareKw[p][t] = total(product, t) / offering[p];
                }
            }
        }
        System.arraycopy(answers, 0, targets, 0, targets.length);
    }

    private boolean wasTooMuch(CoordinatedPlan before, Product product, int hour) {
        return before.rounds().stream()
                .anyMatch(round -> round.kw().stream().mapToDouble(kw -> kw.at(product, hour)).sum()
                        > inputs.required().kw(product, hour));
    }

    /** Which products a home has ever named a quantity of; homes that never name one need not be asked again. */
    private void see(int home, ProductSeries kw) {
        for (Product product : PRODUCTS) {
            int p = product.ordinal();
            for (int t = 0; t < kw.intervals() && !seen[home][p]; t++) {
                if (kw.at(product, t) > Possible.TOLERANCE_KW) {
                    seen[home][p] = true;
                    selling[home] = true;
                    offering[p]++;
                    for (int q = 0; q < intervals; q++) {
                        shareKw[p][q] *= (offering[p] - 1.0) / offering[p];
                    }
                }
            }
        }
    }

    /** The mean of every hour throughout it. */
    private static ProductSeries throughout(ProductSeries series) {
        return ProductSeries.of(
                series.intervals(), (product, t) -> series.hourMean(product, Horizon.hourOf(t)));
    }

    private double required(Product product, int t) {
        return inputs.required().kw(product, Horizon.hourOf(t));
    }

    private void prepare(Product product) {
        int p = product.ordinal();
        weight[p] = new double[intervals];
        shareKw[p] = new double[intervals];
        lambda[p] = new double[intervals];
        price[p] = new double[intervals];
        Arrays.setAll(price[p], t -> inputs.prices().at(product, t));
    }

    /** Once more was answered than is wanted, homes are coordinated; until then the market price stands. */
    private void coordinate(Product product, int t) {
        int p = product.ordinal();
        double stake = Math.max(LEAST_PRICE, Math.abs(price[p][t])) * Horizon.DELTA_HOURS / 1000;
        offering[p] = Math.max(1, offering[p]);
        weight[p][t] = FIRMNESS * stake
                / Math.clamp(required(product, t) / offering[p], LEAST_SHARE_KW, MOST_SHARE_KW);
    }

    /**
     * Rounds until the gap is closed.
     *
     * @param gap relative gap at which to stop, {@link CoordinatedPlan#relativeGap()}
     * @param mostRounds limit of rounds; the gap of the plan tells what was reached
     */
    public CoordinatedPlan run(double gap, int mostRounds, ProgressSink progress) {
        return run(gap, mostRounds, () -> {}, progress);
    }

    /**
     * @param better called after each round that brought the best plan so far
     */
    CoordinatedPlan run(double gap, int mostRounds, Runnable better, ProgressSink progress) {
        List<CoordinatedPlan.Round> rounds = new ArrayList<>();
        CoordinatedPlan plan = null;
        double bound = Double.POSITIVE_INFINITY;
        do {
            int round = rounds.size();
            ProductSeries announced = announced();
            double stake = plan == null ? 1 : Math.max(1, plan.welfareUsd());
            ask(announced, round == 0, 0.1 * gap * stake / Math.max(1, homes.size()));
            if (cancel.cancelled()) {
                break;
            }
            rounds.add(new CoordinatedPlan.Round(
                    hourly(announced), Arrays.stream(said).map(PriceCoordinator::hourly).toList()));
            bound = Math.min(bound, upperBound(announced));
            List<ProductSeries> kept = withinRequired();
            value(kept, round == 0);
            double welfare = sum(worth);
            move(round == 0 && !warm);
            boolean best = plan == null || welfare > plan.welfareUsd();
            if (best) {
                better.run();
            }
            plan = plan == null || best
                    ? new CoordinatedPlan(rounds, announced, kept, possible, welfare, bound)
                    : new CoordinatedPlan(rounds, plan.pricePerMwh(), plan.kw(), possible, plan.welfareUsd(), bound);
            progress.report(round + 1, mostRounds, "price coordination");
        } while (!(plan.relativeGap() <= gap) && rounds.size() < mostRounds);
        return plan == null ? nothing() : plan;
    }

    private CoordinatedPlan nothing() {
        List<ProductSeries> none = homes.stream().map(home -> ProductSeries.zero(intervals)).toList();
        return new CoordinatedPlan(
                List.of(), announced(), none, possible, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** What is announced: the market price less what the wish of others for the same D is worth. */
    private ProductSeries announced() {
        return ProductSeries.of(
                intervals,
                (product, t) -> price[product.ordinal()][t] - lambda[product.ordinal()][t] * 1000 / Horizon.DELTA_HOURS);
    }

    /** All homes answer at the same time; those that sell nothing at the first prices, which are the highest, answer once. */
    private void ask(ProductSeries announced, boolean first, double toleranceUsd) {
        ProductSeries free = ProductSeries.zero(intervals);
        ProductSeries firm = ProductSeries.of(intervals, (product, t) -> weight[product.ordinal()][t]);
        IntStream.range(0, answers.length).parallel().filter(i -> first || selling[i]).forEach(i -> {
            PriceSignal signal = first && !warm
                    ? new PriceSignal(announced, free, free, toleranceUsd)
                    : new PriceSignal(announced, targets[i], firm, toleranceUsd);
            PriceTaker.Answer answer = homes.get(i).answer(signal);
            hear(i, answer);
        });
        for (int i = 0; i < answers.length; i++) {
            see(i, said[i]);
            if (first && !selling[i]) {
                answers[i] = ProductSeries.zero(intervals);
            }
        }
    }

    /** An answer that no device of the home could give does not count, nor what it is said to prove; the one before stands. */
    private void hear(int home, PriceTaker.Answer answer) {
        said[home] = answer.kw();
        if (possible.allows(home, answer.kw())) {
            answers[home] = answer.kw();
            best[home] = answer.bestUsd();
        } else {
            best[home] = Double.POSITIVE_INFINITY;
        }
    }

    private void value(List<ProductSeries> kept, boolean first) {
        IntStream.range(0, answers.length)
                .parallel()
                .filter(i -> first || selling[i])
                .forEach(i -> {
                    double usd = homes.get(i).worthUsd(kept.get(i));
                    worth[i] = Double.isNaN(usd) ? Double.NEGATIVE_INFINITY : usd;
                });
    }

    /** Σ of the homes' best + Σλ·D, where λ is what the announced price, as a double, is below the market's; rounded up [$]. */
    private double upperBound(ProductSeries announced) {
        OutwardSum sum = new OutwardSum();
        sum.add(noMore(best));
        for (Product product : PRODUCTS) {
            double[] market = price[product.ordinal()];
            for (int t = 0; t < intervals; t++) {
                double now = announced.at(product, t);
                if (now < market[t]) {
                    double mwh = required(product, t) * Horizon.DELTA_HOURS / 1000;
                    sum.add((market[t] - now) * mwh, (Math.abs(market[t]) + Math.abs(now)) * mwh);
                }
            }
        }
        return Double.isFinite(sum.value()) ? sum.upper() : Double.POSITIVE_INFINITY;
    }

    /** Not less than the sum of bounds; where one proves nothing the sum does not either [$]. */
    private static double noMore(double[] bounds) {
        OutwardSum sum = new OutwardSum();
        for (double usd : bounds) {
            if (!Double.isFinite(usd)) {
                return Double.POSITIVE_INFINITY;
            }
            sum.add(usd);
        }
        return sum.upper();
    }

    private double total(Product product, int t) {
        double sum = 0;
        for (ProductSeries answer : answers) {
            sum += answer.at(product, t);
        }
        return sum;
    }

    /** The answers, all cut by one factor where together they are more than is wanted. */
    private List<ProductSeries> withinRequired() {
        ProductSeries factor = ProductSeries.of(intervals, (product, t) -> {
            double total = total(product, t);
            return total > required(product, t) ? required(product, t) / total : 1;
        });
        return Arrays.stream(answers)
                .map(a -> ProductSeries.of(intervals, (product, t) -> a.at(product, t) * factor.at(product, t)))
                .toList();
    }

    /** Prices and targets of the next round. */
    private void move(boolean first) {
        double[][] shift = new double[PRODUCTS.length][intervals];
        for (Product product : PRODUCTS) {
            int p = product.ordinal();
            for (int t = 0; t < intervals; t++) {
                double total = total(product, t);
                boolean begins = weight[p][t] <= 0;
                if (begins && total <= required(product, t)) {
                    continue;
                }
                if (begins) {
                    coordinate(product, t);
                }
                double mean = total / offering[p];
                double even = required(product, t) / offering[p];
                double relaxed = first || begins ? mean : OVER_RELAXATION * mean + (1 - OVER_RELAXATION) * shareKw[p][t];
                double wanted = relaxed + lambda[p][t] / weight[p][t];
                shareKw[p][t] = Math.min(even, wanted);
                lambda[p][t] = first || begins ? 0 : weight[p][t] * (wanted - shareKw[p][t]);
                shift[p][t] = shareKw[p][t] - mean;
            }
        }
        for (int i = 0; i < answers.length; i++) {
            ProductSeries answer = answers[i];
            targets[i] = ProductSeries.of(
                    intervals, (product, t) -> answer.at(product, t) + shift[product.ordinal()][t]);
        }
    }

    private static ProductSeries hourly(ProductSeries series) {
        return ProductSeries.of(series.intervals() / Horizon.INTERVALS_PER_HOUR, series::hourMean);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
