package org.vppworkbench.optimizer.coordination;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.PriceTaker;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.lp.HomePriceProgram;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.InteriorPointSolver;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/**
 * One home with its own program. Value and bound of an answer are recomputed by {@link Certificate} from its schedule and
 * multipliers, so that the sum over homes is proved as far as that of the central optimum is.
 */
final class HomePriceTaker implements PriceTaker {
    private static final int MAX_STEPS = 300;

    /** To which the home knows its own worth without a market [$]. */
    private static final double ALONE_TOLERANCE_USD = 1e-5;

    private final RunInputs inputs;
    private final SolverWatch watch;
    private final HomePriceProgram program;
    private @Nullable HomeSchedule plan;

    /**
     * @param inputs with this home only
     */
    HomePriceTaker(RunInputs inputs, CancelToken cancel) {
        this.inputs = inputs;
        watch = new SolverWatch(cancel::cancelled, (_, _) -> {});
        program = new HomePriceProgram(inputs, Mode.AWARE, 0);
    }

    @Override
    public String prosumer() {
        return inputs.prosumers().getFirst().id();
    }

    @Override
    public double mostKw(Product product, int interval) {
        int column = program.column(product, interval);
        return column < 0 ? 0 : program.program().upper(column);
    }

    @Override
    public double aloneUsd() {
        HomePriceProgram alone = new HomePriceProgram(inputs, Mode.HOME, 0);
        LpSolution solution = solve(alone.program(), ALONE_TOLERANCE_USD);
        return bound(inputs, Mode.HOME, alone.multipliers(solution.y()));
    }

    @Override
    public Answer answer(PriceSignal signal) {
        int n = inputs.horizon().intervals();
        LinearProgram market = program.program();
        double[] added = new double[market.columns()];
        double[] quadratic = new double[market.columns()];
        for (Product product : Product.values()) {
            for (int t = 0; t < n; t++) {
                int column = program.column(product, t);
                if (column >= 0) {
                    double weight = signal.weight().at(product, t);
                    double less = inputs.prices().at(product, t) - signal.pricePerMwh().at(product, t);
                    added[column] = less * DELTA_HOURS / 1000 - weight * signal.targetKw().at(product, t);
                    quadratic[column] = weight;
                }
            }
        }
        LpSolution solution = solve(market.with(added, quadratic), signal.toleranceUsd());
        HomeSchedule answered = program.schedule(solution.x());
        plan = answered;
        return new Answer(
                ProductSeries.of(n, (product, t) -> Math.max(0, answered.provided(product).at(t))),
                bound(at(signal.pricePerMwh()), Mode.AWARE, program.multipliers(solution.y())));
    }

    @Override
    public double worthUsd(ProductSeries allowedKw) {
        HomeSchedule known = plan;
        if (known == null) {
            return Double.NEGATIVE_INFINITY;
        }
        HomeSchedule cut = new HomeSchedule(
                known.chargeKw(),
                known.dischargeKw(),
                known.bessKwh(),
                known.evChargeKw(),
                known.evV2gKw(),
                known.evKwh(),
                known.curtailedKw(),
                allowedKw.energy(),
                allowedKw.spin(),
                allowedKw.nonSpin(),
                known.calledKw());
        FleetSchedule kept =
                ScheduleRepair.repair(inputs, Mode.AWARE, Directionality.RELAXED, new FleetSchedule(List.of(cut)));
        Certificate certificate =
                Certificate.of(inputs, Mode.AWARE, Directionality.RELAXED, kept, multipliers(none()));
        return certificate.maxViolation() <= OptimumResult.FEASIBILITY
                ? certificate.welfareUsd()
                : Double.NEGATIVE_INFINITY;
    }

    private LpSolution solve(LinearProgram lp, double toleranceUsd) {
        return InteriorPointSolver.solve(lp, SolverSettings.withGap(toleranceUsd, MAX_STEPS), watch);
    }

    /** The home's inputs with other prices. */
    private RunInputs at(ProductSeries prices) {
        MarketSeries market = new MarketSeries(
                prices.energy(), prices.spin(), prices.nonSpin(), inputs.prices().realTime());
        return new RunInputs(
                inputs.horizon(), market, market, inputs.required(), inputs.calledIntervals(), inputs.prosumers());
    }

    private double bound(RunInputs priced, Mode mode, HomeMultipliers own) {
        return Certificate.upperBound(priced, mode, multipliers(own));
    }

    /** Multipliers without any of D: what D is worth is in the prices. */
    private FleetMultipliers multipliers(HomeMultipliers own) {
        Map<Product, TimeSeries> free = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            free.put(product, TimeSeries.constant(inputs.horizon().intervals(), 0));
        }
        return new FleetMultipliers(List.of(own), free);
    }

    /** Multipliers of nothing, for a certificate whose bound nobody reads. */
    private HomeMultipliers none() {
        return program.multipliers(new double[program.program().rows()]);
    }
}
