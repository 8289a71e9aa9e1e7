package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.FleetProgram;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.oneway.OneWaySearch;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.GuardedSolver;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpStatus;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/**
 * The solved linear program of one mode: homes that sell are solved together, every other home on its own, all groups in
 * parallel. Each group gets its share of the gap.
 *
 * @param problem why the solver broke down, in words; else empty
 */
record Relaxation(
        FleetSchedule plan, FleetMultipliers multipliers, int iterations, boolean cancelled, String problem) {
    /** Part of the gap spent on the linear programs; the rest is for the repair. */
    private static final double SHARE = 0.1;

    /** What one group of homes contributes. */
    private record Part(
            List<HomeSchedule> plans, List<HomeMultipliers> multipliers, Map<Product, TimeSeries> required,
            LpSolution solution) {}

    /** @throws java.util.concurrent.CancellationException where it was cancelled before there was a plan */
    static Relaxation solve(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled) {
        List<List<Integer>> groups = groups(inputs, mode);
        List<@Nullable Part> parts = parts(inputs, mode, groups, options, progress, cancelled, _ -> HomeDirections.FREE, _ -> true);
        int homes = inputs.prosumers().size();
        Map<Product, TimeSeries> required = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            required.put(product, TimeSeries.constant(inputs.horizon().intervals(), 0));
        }
        return assemble(groups, parts, new HomeSchedule[homes], new HomeMultipliers[homes], required);
    }

    /**
     * The same with one direction per interval, solved again only where a search has changed directions. Its multipliers bound nothing
     * but schedules with these directions.
     */
    Relaxation restricted(
            RunInputs inputs, Mode mode, Options options, Progress progress, BooleanSupplier cancelled,
            OneWaySearch search) {
        List<List<Integer>> groups = groups(inputs, mode);
        List<@Nullable Part> parts = parts(
                inputs, mode, groups, options, progress, cancelled, search::directions,
                group -> group.stream().anyMatch(search::isSearched));
        return assemble(
                groups, parts, plan.homes().toArray(HomeSchedule[]::new),
                multipliers.homes().toArray(HomeMultipliers[]::new), new EnumMap<>(multipliers.requiredByProduct()));
    }

    private static List<@Nullable Part> parts(
            RunInputs inputs,
            Mode mode,
            List<List<Integer>> groups,
            Options options,
            Progress progress,
            BooleanSupplier cancelled,
            IntFunction<HomeDirections> directions,
            Predicate<List<Integer>> needed) {
        double total = SHARE * options.relativeGap() * options.yardstickUsd();
        SolverWatch watch = new SolverWatch(cancelled, (iteration, usd) -> progress.at(mode, iteration, usd));
        LpSolver solver = new GuardedSolver(options.solver());
        @Nullable Part[] parts = new Part[groups.size()];
        IntStream.range(0, parts.length)
                .parallel()
                .filter(k -> needed.test(groups.get(k)))
                .forEach(k -> {
                    double gap = total / 2 / (k == 0 ? 1 : parts.length - 1);
                    SolverSettings settings = SolverSettings.withGap(gap, options.maxIterations());
                    FleetProgram program = new FleetProgram(inputs, mode, groups.get(k), directions, watch::check);
                    parts[k] = part(program, solver.solve(program.program(), settings, watch));
                });
        return Arrays.asList(parts);
    }

    private static Part part(FleetProgram program, LpSolution solution) {
        double[] y = solution.y();
        Map<Product, TimeSeries> required = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            required.put(product, program.required(product, y));
        }
        return new Part(program.schedules(solution.x()), program.multipliers(y), required, solution);
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

    /** Puts the parts where they belong; what belongs to a group without a part stays as it is. */
    private static Relaxation assemble(
            List<List<Integer>> groups, List<@Nullable Part> parts, HomeSchedule[] plans, HomeMultipliers[] multipliers,
            Map<Product, TimeSeries> required) {
        int iterations = 0;
        boolean cancelled = false;
        String problem = "";
        for (int k = 0; k < groups.size(); k++) {
            Part part = parts.get(k);
            if (part == null) {
                continue;
            }
            for (int i = 0; i < groups.get(k).size(); i++) {
                plans[groups.get(k).get(i)] = part.plans().get(i);
                multipliers[groups.get(k).get(i)] = part.multipliers().get(i);
            }
            if (k == 0) {
                required.putAll(part.required());
            }
            iterations += part.solution().iterations();
            cancelled |= part.solution().status() == LpStatus.CANCELLED;
            problem = problem.isEmpty() ? part.solution().problem() : problem;
        }
        return new Relaxation(
                new FleetSchedule(List.of(plans)),
                new FleetMultipliers(List.of(multipliers), required),
                iterations,
                cancelled,
                problem);
    }
}
