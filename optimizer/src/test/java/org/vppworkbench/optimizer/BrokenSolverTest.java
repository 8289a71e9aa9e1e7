package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.lp.LinearProgramBuilder;
import org.vppworkbench.optimizer.solver.InteriorPointSolver;
import org.vppworkbench.optimizer.solver.JOptimizerSolver;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpStatus;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/** Whatever a solver does, its caller gets a result that claims nothing the certificate does not bear out. */
class BrokenSolverTest {
    private static final RunInputs INPUTS = Fleets.random(5, 8, 1, 1);

    /** A solver whose work is given. */
    private record Odd(Work work) implements LpSolver {
        interface Work {
            LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch);
        }

        @Override
        public String id() {
            return "odd";
        }

        @Override
        public String name() {
            return "Odd 1.0";
        }

        @Override
        public LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
            return work.solve(lp, settings, watch);
        }
    }

    private static Options with(Odd.Work work) {
        return new Options(1e-3, 1, 300, new Odd(work));
    }

    static Stream<Named<Supplier<Throwable>>> thrown() {
        return Stream.of(
                Named.of("index", () -> new ArrayIndexOutOfBoundsException("index 7 of 3")),
                Named.of("no message", IllegalStateException::new),
                Named.of("class missing", () -> new NoClassDefFoundError("x/y/Z")),
                Named.of("stack", StackOverflowError::new),
                Named.of("memory", () -> new OutOfMemoryError("Java heap space")));
    }

    private static LpSolution raise(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aSolverThatThrowsProvesNothingAndSaysWhy(Supplier<Throwable> thrown) {
        for (OptimumResult result :
                CentralOptimum.solveAll(INPUTS, with((_, _, _) -> raise(thrown.get())), Progress.NONE, () -> false)) {
            assertEquals(OptimumStatus.NOT_PROVED, result.status());
            boolean memory = thrown.get() instanceof OutOfMemoryError;
            String word = memory ? "not enough memory" : thrown.get().getClass().getSimpleName();
            assertTrue(result.message().contains("Odd 1.0") && result.message().contains(word), result::message);
            assertTrue(result.feasibleUsd() <= result.upperBoundUsd() && result.maxViolation() <= 1e-6);
        }
    }

    /** The first program alone fails, in a task of its own; all others are solved. */
    @Test
    void aFailureInOneOfManyProgramsIsSeen() {
        AtomicInteger calls = new AtomicInteger();
        OptimumResult result = CentralOptimum.solve(INPUTS, Mode.HOME, with((lp, settings, watch) ->
                calls.getAndIncrement() == 0
                        ? raise(new ArithmeticException("/ by zero"))
                        : JOptimizerSolver.INSTANCE.solve(lp, settings, watch)), Progress.NONE, () -> false);
        assertTrue(calls.get() > 1);
        assertEquals(OptimumStatus.NOT_PROVED, result.status());
        assertTrue(result.message().contains("/ by zero"), result::message);
    }

    @Test
    void valuesThatAreNoNumbersAreNotUsed() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            for (boolean inMultipliers : new boolean[] {false, true}) {
                OptimumResult result = CentralOptimum.solve(INPUTS, Mode.AWARE, with((lp, settings, watch) -> {
                    LpSolution found = JOptimizerSolver.INSTANCE.solve(lp, settings, watch);
                    double[] x = found.x();
                    double[] y = found.y();
                    (inMultipliers ? y : x)[0] = wrong;
                    return new LpSolution(LpStatus.SOLVED, x, y, 0, 1);
                }), Progress.NONE, () -> false);
                assertEquals(OptimumStatus.NOT_PROVED, result.status());
                assertTrue(result.message().contains("no numbers"), result::message);
            }
        }
        OptimumResult shorter = CentralOptimum.solve(INPUTS, Mode.AWARE, with((_, _, _) ->
                new LpSolution(LpStatus.SOLVED, new double[3], new double[0], 0, 1)), Progress.NONE, () -> false);
        assertEquals(OptimumStatus.NOT_PROVED, shorter.status());
    }

    /** A solver that lies about being done is not believed. */
    @Test
    void aWrongPointIsNotCalledOptimal() {
        OptimumResult result = CentralOptimum.solve(INPUTS, Mode.AWARE, with((lp, _, _) -> {
            double[] x = new double[lp.columns()];
            Arrays.setAll(x, lp::upper);
            return new LpSolution(LpStatus.SOLVED, x, new double[lp.rows()], 0, 1);
        }), Progress.NONE, () -> false);
        assertEquals(OptimumStatus.NOT_PROVED, result.status());
        assertTrue(result.feasible().maxViolation() <= 1e-6, () -> result.feasible().toString());
    }

    /** The names of impossible homes come from the solver that was chosen, and from nobody where it fails. */
    @Test
    void theElasticPhaseUsesTheChosenSolver() {
        Homes tight = Homes.flat("home-1", 96, 0.3, 0.1).load(1).limits(0.52, 5)
                .with(new org.vppworkbench.model.inputs.BessInputs(0.5, 5, 5, 0.95, 0.95, 0, 0.5, 0.5, 0.05));
        RunInputs inputs = Homes.fleet(Fleets.horizon(0, 1), CaisoWeek.prices(0, 1), 5, tight.build());
        AtomicInteger calls = new AtomicInteger();
        LpSolver counting = new Odd((lp, settings, watch) -> {
            calls.incrementAndGet();
            return JOptimizerSolver.INSTANCE.solve(lp, settings, watch);
        });
        assertFalse(ElasticPhase.of(inputs, Mode.AWARE, counting).isEmpty());
        assertEquals(1, calls.get());
        LpSolver broken = new Odd((_, _, _) -> raise(new IllegalStateException("no")));
        assertEquals(List.of(), ElasticPhase.of(inputs, Mode.AWARE, broken));
    }

    /** Numbers that JOptimizer and its libraries answer with exceptions of many kinds. */
    @Test
    void theInteriorPointLoopNeverThrows() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e308, Double.MIN_VALUE}) {
            for (int place = 0; place < 3; place++) {
                LinearProgramBuilder builder = new LinearProgramBuilder();
                builder.nextOwner();
                int a = builder.column(0, 1, place == 0 ? odd : 1);
                int b = builder.column(0, 2, 1);
                int row = builder.row(place == 1 ? odd : 1, 0);
                builder.put(row, a, place == 2 ? odd : 1);
                builder.put(row, b, 1);
                builder.nextOwner();
                LinearProgram lp = builder.build();
                LpSolution found = InteriorPointSolver.solve(
                        lp, SolverSettings.withGap(1e-6, 50), new SolverWatch(() -> false, (_, _) -> {}));
                assertEquals(2, found.x().length);
                assertTrue(found.status() != LpStatus.SOLVED || Double.isFinite(found.x()[0]));
            }
        }
    }
}
