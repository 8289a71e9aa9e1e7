package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.FleetProgram;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.LpStatus;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/**
 * The solved linear program of one mode: homes that sell are solved together, every other home on its own, all groups in
 * parallel. Each group gets its share of the gap.
 */
record Relaxation(FleetSchedule plan, FleetMultipliers multipliers, int iterations, boolean cancelled) {
    /** Part of the gap spent on the linear programs; the rest is for the repair. */
    private static final double SHARE = 0.1;

    static Relaxation solve(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled) {
        return solve(inputs, mode, options, progress, cancelled, _ -> HomeDirections.FREE);
    }

    static Relaxation solve(
            RunInputs inputs,
            Mode mode,
            Options options,
            Progress progress,
            BooleanSupplier cancelled,
            IntFunction<HomeDirections> directions) {
        List<List<Integer>> groups = groups(inputs, mode);
        double total = SHARE * options.relativeGap() * options.yardstickUsd();
        SolverWatch watch = new SolverWatch(cancelled, (iteration, usd) -> progress.at(mode, iteration, usd));
        FleetProgram[] programs = new FleetProgram[groups.size()];
        LpSolution[] solutions = new LpSolution[groups.size()];
        IntStream.range(0, groups.size()).parallel().forEach(k -> {
            programs[k] = new FleetProgram(inputs, mode, groups.get(k), directions);
            double gap = total / 2 / (k == 0 ? 1 : groups.size() - 1);
            SolverSettings settings = SolverSettings.withGap(gap, options.maxIterations());
            solutions[k] = options.solver().solve(programs[k].program(), settings, watch);
        });
        return assemble(inputs, groups, programs, solutions);
    }

    /** Homes that sell first, as one group; then every other home alone. */
    static List<List<Integer>> groups(RunInputs inputs, Mode mode) {
        List<Integer> selling = new ArrayList<>();
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            if (new HomeRules(inputs, i, mode).sellsAnything()) {
                selling.add(i);
            } else {
                groups.add(List.of(i));
            }
        }
        if (!selling.isEmpty()) {
            groups.addFirst(selling);
        }
        return groups;
    }

    private static Relaxation assemble(
            RunInputs inputs, List<List<Integer>> groups, FleetProgram[] programs, LpSolution[] solutions) {
        int homes = inputs.prosumers().size();
        HomeSchedule[] schedules = new HomeSchedule[homes];
        HomeMultipliers[] multipliers = new HomeMultipliers[homes];
        Map<Product, TimeSeries> required = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            required.put(product, TimeSeries.constant(inputs.horizon().intervals(), 0));
        }
        int iterations = 0;
        boolean cancelled = false;
        for (int k = 0; k < programs.length; k++) {
            double[] y = solutions[k].y();
            List<HomeSchedule> parts = programs[k].schedules(solutions[k].x());
            List<HomeMultipliers> weights = programs[k].multipliers(y);
            for (int i = 0; i < groups.get(k).size(); i++) {
                schedules[groups.get(k).get(i)] = parts.get(i);
                multipliers[groups.get(k).get(i)] = weights.get(i);
            }
            if (k == 0) {
                for (Product product : Product.values()) {
                    required.put(product, programs[k].required(product, y));
                }
            }
            iterations += solutions[k].iterations();
            cancelled |= solutions[k].status() == LpStatus.CANCELLED;
        }
        return new Relaxation(
                new FleetSchedule(List.of(schedules)),
                new FleetMultipliers(List.of(multipliers), required),
                iterations,
                cancelled);
    }
}
