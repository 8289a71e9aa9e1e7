package org.vppworkbench.app.task;

import java.io.IOException;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * Long work. It reports progress and looks at the token often enough that a cancel takes effect within a second.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Work<T> {
    T run(ProgressSink progress, CancelToken cancel) throws IOException;
}
