package org.vppworkbench.optimizer.coordination;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.PriceTaker.Answer;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.market.Product;
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
        Answer answer = new Answer(
                ProductSeries.of(n, (product, t) -> Math.max(0, plan.provided(product).at(t))),
                account.boundUsd(prices, program.multipliers(solution.y())));
        return new Answered(answer, plan);
    }

    /** The best schedule at the market's prices; not yet exactly feasible. */
    HomeSchedule best(double toleranceUsd) {
        return program.schedule(solve(program.program(), toleranceUsd, watch).x());
    }

    static LpSolution solve(LinearProgram lp, double toleranceUsd, SolverWatch watch) {
        return InteriorPointSolver.solve(lp, SolverSettings.withGap(toleranceUsd, MAX_STEPS), watch);
    }
}
