package org.vppworkbench.app.experiment;

import java.util.concurrent.CancellationException;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** Where the central optima of a run come from. */
@FunctionalInterface
public interface OptimumSource {
    /**
     * The optima of these inputs.
     *
     * @throws RefusedException for inputs without optimum
     * @throws CancellationException where the user cancelled
     */
    OptimumSet of(RunInputs inputs, ProgressSink progress, CancelToken cancel);
}
