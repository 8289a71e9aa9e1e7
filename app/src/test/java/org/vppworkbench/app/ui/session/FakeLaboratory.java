package org.vppworkbench.app.ui.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.OptimumSource;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/** The core as it is shipped, but for where the optima of whole runs come from. */
public final class FakeLaboratory {
    private FakeLaboratory() {}

    /** A laboratory that asks a source for the optima of whole runs, and knows none without asking. */
    public static Laboratory with(OptimumSource optima) {
        Laboratory real = new StandardLaboratory();
        return (Laboratory) Proxy.newProxyInstance(
                FakeLaboratory.class.getClassLoader(), new Class<?>[] {Laboratory.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("optimum")) {
                        return optima.of((RunInputs) arguments[0], (ProgressSink) arguments[1], (CancelToken) arguments[2]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The same points and bounds, but nothing of it certified within the gap. */
    public static OptimumSet notProved(OptimumSet solved) {
        return new OptimumSet(
                solved.results().stream().map(FakeLaboratory::notProved).toList(), solved.seconds(), solved.tolerances(),
                solved.forecast());
    }

    private static OptimumResult notProved(OptimumResult r) {
        return new OptimumResult(
                r.mode(), OptimumStatus.NOT_PROVED, r.objective(), r.feasible(), r.upperBoundUsd() + 10, r.yardstickUsd(),
                r.iterations(), r.solver(), "iteration limit", r.schedule(), r.relaxedSchedule(), r.multipliers(), r.infeasible());
    }
}
