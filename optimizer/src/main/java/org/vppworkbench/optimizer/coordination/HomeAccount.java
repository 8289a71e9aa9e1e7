package org.vppworkbench.optimizer.coordination;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.lp.HomePriceProgram;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** What the {@link Certificate} says of the schedules and multipliers of one home. */
final class HomeAccount {
    private final RunInputs inputs;
    private final int intervals;
    private final HomeMultipliers none;

    /**
     * @param inputs with this home only
     */
    HomeAccount(RunInputs inputs) {
        this.inputs = inputs;
        this.intervals = inputs.horizon().intervals();
        HomePriceProgram any = new HomePriceProgram(inputs, Mode.AWARE, 0);
        none = any.multipliers(new double[any.program().rows()]);
    }

    RunInputs inputs() {
        return inputs;
    }

    int intervals() {
        return intervals;
    }

    /** No schedule of the home is worth more at these prices [$]. */
    double boundUsd(ProductSeries prices, HomeMultipliers own) {
        MarketSeries market = new MarketSeries(
                prices.energy(), prices.spin(), prices.nonSpin(), inputs.prices().realTime());
        RunInputs priced = new RunInputs(
                inputs.horizon(), market, market, inputs.required(), inputs.calledIntervals(), inputs.prosumers());
        return Certificate.upperBound(priced, Mode.AWARE, multipliers(own));
    }

    /** No schedule of the home is worth more where nothing is sold [$]. */
    double aloneUsd(HomeMultipliers own) {
        return Certificate.upperBound(inputs, Mode.HOME, multipliers(own));
    }

    /** The schedule with other sales. */
    static HomeSchedule selling(HomeSchedule plan, ProductSeries kw) {
        return new HomeSchedule(
                plan.chargeKw(),
                plan.dischargeKw(),
                plan.bessKwh(),
                plan.evChargeKw(),
                plan.evV2gKw(),
                plan.evKwh(),
                plan.curtailedKw(),
                kw.energy(),
                kw.spin(),
                kw.nonSpin(),
                plan.calledKw());
    }

    /** The schedule as it can be carried out. */
    HomeSchedule replayed(HomeSchedule plan, Directionality directionality) {
        return ScheduleRepair.repair(inputs, Mode.AWARE, directionality, new FleetSchedule(List.of(plan)))
                .homes()
                .getFirst();
    }

    /** Value of a replayed schedule at the market's prices; −∞ where it breaks a constraint [$]. */
    double worthUsd(HomeSchedule kept, Directionality directionality) {
        Certificate certificate = Certificate.of(
                inputs, Mode.AWARE, directionality, new FleetSchedule(List.of(kept)), multipliers(none));
        return certificate.maxViolation() <= OptimumResult.FEASIBILITY
                ? certificate.welfareUsd()
                : Double.NEGATIVE_INFINITY;
    }

    /** Multipliers without any of D: what D is worth is in the prices. */
    private FleetMultipliers multipliers(HomeMultipliers own) {
        Map<Product, TimeSeries> free = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            free.put(product, TimeSeries.constant(intervals, 0));
        }
        return new FleetMultipliers(List.of(own), free);
    }
}
