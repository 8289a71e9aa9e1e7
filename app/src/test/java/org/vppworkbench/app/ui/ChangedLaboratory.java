package org.vppworkbench.app.ui;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.ui.session.Laboratory;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/** The real core, but for its optima. */
public final class ChangedLaboratory {
    private static final long A_MOMENT_NS = 2_000_000;

    /** What solves optima: of a run, and of a day alone. */
    private static final Set<String> SOLVING = Set.of("optimum", "dayOptimum");

    private ChangedLaboratory() {}

    /** What comes instead of an optimum. */
    @FunctionalInterface
    public interface Optima {
        /** Returns {@code null} for what the real core solves. */
        @Nullable OptimumSet of(RunInputs inputs, CancelToken cancel);
    }

    /** The real core with other optima. */
    public static Laboratory optima(Optima instead) {
        Laboratory real = new StandardLaboratory();
        return (Laboratory) Proxy.newProxyInstance(
                ChangedLaboratory.class.getClassLoader(), new Class<?>[] {Laboratory.class}, (proxy, method, arguments) -> {
                    if (SOLVING.contains(method.getName())) {
                        OptimumSet other = instead.of((RunInputs) arguments[0], (CancelToken) arguments[2]);
                        if (other != null) {
                            return other;
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The same points and multipliers with wider bounds: nothing of it is certified within the gap. */
    public static OptimumSet notProved(OptimumSet solved) {
        return new OptimumSet(
                solved.results().stream().map(ChangedLaboratory::notProved).toList(), solved.seconds(), solved.tolerances(),
                solved.forecast());
    }

    private static OptimumResult notProved(OptimumResult r) {
        return new OptimumResult(
                r.mode(), OptimumStatus.NOT_PROVED, r.objective(), r.feasible(), r.upperBoundUsd() + 10, r.yardstickUsd(),
                r.iterations(), r.solver(), "iteration limit", r.schedule(), r.relaxedSchedule(), r.multipliers(), r.infeasible());
    }

    /** An optimum that is not found before somebody cancels, however fast the machine is. */
    public static OptimumSet never(CancelToken cancel) {
        while (!cancel.cancelled()) {
            LockSupport.parkNanos(A_MOMENT_NS);
        }
        throw new CancellationException("stopped");
    }
}
