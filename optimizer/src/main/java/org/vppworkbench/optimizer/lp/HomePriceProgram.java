package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * The linear program of one home that sells at prices: its part of {@link FleetProgram} without the rows that couple the fleet.
 * Built once; every answer to prices only changes its objective.
 */
public final class HomePriceProgram {
    private final LinearProgramBuilder builder = new LinearProgramBuilder();
    private final HomeProgram home;
    private final LinearProgram program;
    private final Map<Product, int[]> sold = new EnumMap<>(Product.class);

    /**
     * What the home sells may differ from interval to interval; it may charge and discharge at once.
     *
     * @param index of the home
     */
    public HomePriceProgram(RunInputs inputs, Mode mode, int index) {
        this(inputs, new HomeRules(inputs, index, mode), HomeDirections.FREE, false);
    }

    private HomePriceProgram(RunInputs inputs, HomeRules rules, HomeDirections directions, boolean hourly) {
        builder.nextOwner();
        home = new HomeProgram(builder, rules, directions, hourly);
        builder.nextOwner();
        program = builder.build();
        for (Product product : Product.values()) {
            int[] columns = new int[inputs.horizon().intervals()];
            for (int t = 0; t < columns.length; t++) {
                columns[t] = builder.indexOf(home.soldColumn(product, t));
            }
            sold.put(product, columns);
        }
    }

    /**
     * What the home sells is the same in all intervals of an hour.
     *
     * @param inputs with this home only
     * @param directions barred in intervals
     */
    public static HomePriceProgram hourly(RunInputs inputs, HomeDirections directions) {
        return new HomePriceProgram(inputs, new HomeRules(inputs, 0, Mode.AWARE), directions, true);
    }

    /** The same where the home sells no more than what the inputs require: what others have left of D. */
    public static HomePriceProgram hourlyWithin(RunInputs inputs, HomeDirections directions) {
        return new HomePriceProgram(inputs, new HomeRules(inputs, 0, Mode.AWARE, 1), directions, true);
    }

    /** The program at the realised prices. */
    public LinearProgram program() {
        return program;
    }

    /** Column of the built program in which a product is sold in an interval, or −1. */
    public int column(Product product, int t) {
        return Objects.requireNonNull(sold.get(product), product::name)[t];
    }

    /** The home's part of a point; not yet exactly feasible. */
    public HomeSchedule schedule(double[] x) {
        return home.schedule(x);
    }

    /** The home's row multipliers, in the sense of a maximisation. */
    public HomeMultipliers multipliers(double[] y) {
        return home.multipliers(y);
    }

    /**
     * What the rows that keep sales even over the hour add to the price of each interval: 0 together over an hour, so that
     * whatever is even over the hour earns the same with it, and any bound at these prices holds for it [$/MWh].
     */
    public ProductSeries evening(double[] y, int intervals) {
        return ProductSeries.of(intervals, (product, t) -> {
            double before = t == 0 ? 0 : builder.multiplierOf(y, home.evenRow(product, t - 1));
            return (before - builder.multiplierOf(y, home.evenRow(product, t))) * 1000 / DELTA_HOURS;
        });
    }
}
