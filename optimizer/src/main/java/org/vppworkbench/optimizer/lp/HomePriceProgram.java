package org.vppworkbench.optimizer.lp;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
     * @param index of the home
     */
    public HomePriceProgram(RunInputs inputs, Mode mode, int index) {
        builder.nextOwner();
        home = new HomeProgram(builder, new HomeRules(inputs, index, mode), HomeDirections.FREE);
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
}
