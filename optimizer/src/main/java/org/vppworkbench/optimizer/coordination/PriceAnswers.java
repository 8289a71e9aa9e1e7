package org.vppworkbench.optimizer.coordination;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.PriceTaker.Answer;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.lp.HomePriceProgram;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.InteriorPointSolver;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/** Answers of one program of a home to prices and targets. */
final class PriceAnswers {
    private static final int MAX_STEPS = 300;

    /** Price of what a program does not sell, such as an hour of which a blackout takes a quarter [$/MWh]. */
    private static final double UNSOLD_PER_MWH = -10_000;

    private final HomeAccount account;
    private final HomePriceProgram program;
    private final SolverWatch watch;

    PriceAnswers(HomeAccount account, HomePriceProgram program, SolverWatch watch) {
        this.account = account;
        this.program = program;
        this.watch = watch;
    }

    /** An answer and the schedule behind it, which is not yet exactly feasible. */
    record Answered(Answer answer, HomeSchedule plan) {}

    double mostKw(Product product, int interval) {
        int column = program.column(product, interval);
        return column < 0 ? 0 : program.program().upper(column);
    }

    Answered answer(PriceSignal signal) {
        int n = account.intervals();
        LinearProgram market = program.program();
        double[] added = new double[market.columns()];
        double[] quadratic = new double[market.columns()];
        for (Product product : Product.values()) {
            for (int t = 0; t < n; t++) {
                int column = program.column(product, t);
                if (column >= 0) {
                    double weight = signal.weight().at(product, t);
                    double less = account.inputs().prices().at(product, t)
                            - signal.pricePerMwh().at(product, t);
                    added[column] = less * DELTA_HOURS / 1000 - weight * signal.targetKw().at(product, t);
                    quadratic[column] = weight;
                }
            }
        }
        LpSolution solution = solve(market.with(added, quadratic), signal.toleranceUsd(), watch);
        HomeSchedule plan = program.schedule(solution.x());
        ProductSeries evening = program.evening(solution.y(), n);
        // what is never sold earns nothing at any price, so the bound may take one at which nobody would sell
        ProductSeries prices = ProductSeries.of(n, (product, t) -> program.column(product, t) < 0
                ? UNSOLD_PER_MWH
                : signal.pricePerMwh().at(product, t) + evening.at(product, t));
        OutwardSum bound = new OutwardSum();
        bound.add(account.boundUsd(prices, program.multipliers(solution.y())));
        addRounding(bound, signal.pricePerMwh(), evening);
        Answer answer = new Answer(
                ProductSeries.of(n, (product, t) -> Math.max(0, plan.provided(product).at(t))), bound.upper());
        return new Answered(answer, plan);
    }

    /**
     * Shifts of price within an hour change nothing for quantities that are the same throughout it, if they add up to 0; as
     * doubles, added to prices, they do so up to rounding. What that may be worth to the home is added.
     */
    private void addRounding(OutwardSum bound, ProductSeries announced, ProductSeries evening) {
        for (Product product : Product.values()) {
            for (int first = 0; first < account.intervals(); first += Horizon.INTERVALS_PER_HOUR) {
                double less = 0;
                double size = 0;
                for (int t = first; t < first + Horizon.INTERVALS_PER_HOUR; t++) {
                    double price = announced.at(product, t);
                    double shift = evening.at(product, t);
                    less += price - (price + shift);
                    size += shift == 0 ? 0 : 2 * Math.abs(price) + Math.abs(shift);
                }
                double kwh = mostKw(product, first) * DELTA_HOURS / 1000;
                if (size > 0 && kwh > 0) {
                    bound.add(Math.max(0, less) * kwh, size * kwh);
                }
            }
        }
    }

    /** The best schedule at the market's prices; not yet exactly feasible. */
    HomeSchedule best(double toleranceUsd) {
        return program.schedule(solve(program.program(), toleranceUsd, watch).x());
    }

    static LpSolution solve(LinearProgram lp, double toleranceUsd, SolverWatch watch) {
        return InteriorPointSolver.solve(lp, SolverSettings.withGap(toleranceUsd, MAX_STEPS), watch);
    }
}
