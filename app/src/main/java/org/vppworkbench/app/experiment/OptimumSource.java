package org.vppworkbench.app.experiment;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** Where the central optima of a run come from. */
@FunctionalInterface
interface OptimumSource {
    /** No optimum. */
    OptimumSource NONE = (inputs, progress, cancel) -> null;

    /**
     * The optima of these inputs, or {@code null} where there are none.
     *
     * @throws RefusedException for inputs without optimum
     * @throws CancellationException where the user cancelled
     */
    @Nullable OptimumSet of(RunInputs inputs, ProgressSink progress, CancelToken cancel);
}
