package org.vppworkbench.optimizer.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * The linear program of {@code model.md} §5 for some homes of a fleet, coupled by {@code Σδ ≤ D_E, ΣrS ≤ D_S, ΣrN ≤ D_N}
 * (called intervals: ΣuS, ΣuN) in the intervals in which D can bind.
 */
public final class FleetProgram {
    private final LinearProgramBuilder builder = new LinearProgramBuilder();
    private final List<HomeProgram> homes = new ArrayList<>();
    private final Map<Product, int[]> requiredRow = new EnumMap<>(Product.class);
    private final LinearProgram program;

    /**
     * @param members indices of the homes
     * @param directions per home index, the barred directions of its storages
     * @param poll called home by home; throws where the work is to end
     */
    public FleetProgram(
            RunInputs inputs, Mode mode, List<Integer> members, IntFunction<HomeDirections> directions, Runnable poll) {
        for (int index : members) {
            poll.run();
            builder.nextOwner();
            homes.add(new HomeProgram(builder, new HomeRules(inputs, index, mode), directions.apply(index)));
        }
        builder.nextOwner();
        int n = inputs.horizon().intervals();
        for (Product product : Product.values()) {
            int[] rows = new int[n];
            Arrays.setAll(rows, t -> couple(product, t, inputs.required().kw(product, Horizon.hourOf(t))));
            requiredRow.put(product, rows);
        }
        program = builder.build();
    }

    private int couple(Product product, int t, double required) {
        double possible = 0;
        for (HomeProgram home : homes) {
            int column = home.soldColumn(product, t);
            possible += column < 0 ? 0 : builder.high(column);
        }
        if (possible <= required) {
            return -1;
        }
        int row = builder.row(required, Elimination.fleet(t));
        for (HomeProgram home : homes) {
            int column = home.soldColumn(product, t);
            if (column >= 0) {
                builder.put(row, column, 1);
            }
        }
        builder.put(row, builder.column(0, 2 * required, 0), 1);
        return row;
    }

    public LinearProgram program() {
        return program;
    }

    /** Schedules of the members, in their order; not yet exactly feasible. */
    public List<HomeSchedule> schedules(double[] x) {
        return homes.stream().map(home -> home.schedule(x)).toList();
    }

    /** Multipliers of the members, in their order. */
    public List<HomeMultipliers> multipliers(double[] y) {
        return homes.stream().map(home -> home.multipliers(y)).toList();
    }

    /** Multiplier of D per interval [$ per kW in an interval], 0 where D cannot bind. */
    public TimeSeries required(Product product, double[] y) {
        int[] rows = Objects.requireNonNull(requiredRow.get(product), product::name);
        return TimeSeries.generate(rows.length, t -> -builder.multiplierOf(y, rows[t]));
    }
}
