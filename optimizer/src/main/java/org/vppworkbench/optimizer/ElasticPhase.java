package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.lp.ElasticProgram;
import org.vppworkbench.optimizer.lp.ElasticProgram.Kind;
import org.vppworkbench.optimizer.lp.ElasticProgram.Shortage;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.solver.GuardedSolver;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpStatus;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/**
 * Says which homes have no schedule, by constraint and missing amount: the least total of what is missing, per home, solved
 * like any other program ({@link ElasticProgram}). A home is named only where the least total is certified to be above 0, by
 * weak duality from the multipliers, in plain sums rounded outwards.
 */
public final class ElasticPhase {
    /** Gap of the program, and rounding of what is missing [kWh]. */
    private static final double GAP = 1e-7;

    /** A total below this is rounding [kWh]. */
    private static final double LEAST = 1e-6;

    private static final int ITERATIONS = 300;

    /** Rounding of a sum, relative to the magnitude of its terms: far above that of any order of summation. */
    private static final double ROUNDING = 0x1p-40;

    private ElasticPhase() {}

    /** All homes without a schedule, in fleet order, each with the constraints that cannot be kept, worst first. */
    public static List<Infeasibility> of(RunInputs inputs, Mode mode) {
        return of(inputs, mode, Options.DEFAULT.solver());
    }

    /** The same by a given solver; where it breaks down or its time is over, nothing is certified and nobody is named. */
    public static List<Infeasibility> of(RunInputs inputs, Mode mode, LpSolver solver) {
        return of(inputs, mode, solver, () -> false);
    }

    /**
     * The same, with an end.
     *
     * @param cancelled polled for every home and in every Newton step
     * @throws CancellationException where it was cancelled
     */
    public static List<Infeasibility> of(RunInputs inputs, Mode mode, LpSolver solver, BooleanSupplier cancelled) {
        InputCheck.check(inputs);
        SolverWatch watch = new SolverWatch(cancelled, (_, _) -> {});
        return IntStream.range(0, inputs.prosumers().size())
                .parallel()
                .mapToObj(i -> ofHome(inputs, i, mode, solver, watch))
                .flatMap(List::stream)
                .toList();
    }

    static List<Infeasibility> ofHome(RunInputs inputs, int index, Mode mode, LpSolver solver, SolverWatch watch) {
        watch.check();
        ElasticProgram elastic = new ElasticProgram(inputs, index, mode);
        LinearProgram program = elastic.program();
        double certain = elastic.certain().stream().mapToDouble(Shortage::missing).sum();
        if (program.columns() == 0) {
            return named(inputs, index, elastic.certain(), certain);
        }
        LpSolution solution =
                new GuardedSolver(solver).solve(program, SolverSettings.withGap(GAP, ITERATIONS), watch);
        if (solution.status() == LpStatus.CANCELLED) {
            throw new CancellationException("cancelled");
        }
        double least = certain + Math.max(0, leastTotal(program, solution.y()));
        return least <= LEAST ? List.of() : named(inputs, index, elastic.shortages(solution.x(), LEAST), least);
    }

    /** {@code bᵀy + Σ min(d·l, d·u)}, rounded downwards: no point of the program is below. */
    private static double leastTotal(LinearProgram program, double[] y) {
        double total = 0;
        double size = 0;
        for (int i = 0; i < program.rows(); i++) {
            total += program.rhs(i) * y[i];
            size += Math.abs(program.rhs(i) * y[i]);
        }
        for (int j = 0; j < program.columns(); j++) {
            double slope = program.cost(j) - program.columnDot(j, y);
            double parts = Math.abs(program.cost(j));
            for (int p = program.start(j); p < program.start(j + 1); p++) {
                parts += Math.abs(program.value(p) * y[program.row(p)]);
            }
            total += Math.min(slope * program.lower(j), slope * program.upper(j));
            size += parts * Math.max(Math.abs(program.lower(j)), Math.abs(program.upper(j)));
        }
        return total - ROUNDING * size;
    }

    private static List<Infeasibility> named(RunInputs inputs, int index, List<Shortage> shortages, double least) {
        String home = inputs.prosumers().get(index).id();
        Map<Kind, Shortage> worst = new EnumMap<>(Kind.class);
        Map<Kind, Integer> places = new EnumMap<>(Kind.class);
        for (Shortage shortage : shortages) {
            places.merge(shortage.kind(), 1, Integer::sum);
            worst.merge(shortage.kind(), shortage, (a, b) -> b.missing() > a.missing() ? b : a);
        }
        List<Infeasibility> named = new ArrayList<>();
        worst.forEach((kind, s) -> named.add(new Infeasibility(
                home, kind, s.interval(), s.limit(), s.missing(), places.getOrDefault(kind, 0), least)));
        named.sort((a, b) -> Double.compare(b.missing(), a.missing()));
        return named;
    }

    /** The same in words, one sentence per constraint; empty where no home is named. */
    static String words(List<Infeasibility> all) {
        return all.stream().map(found -> found.where() + ": " + found.words()).collect(Collectors.joining("; "));
    }
}
