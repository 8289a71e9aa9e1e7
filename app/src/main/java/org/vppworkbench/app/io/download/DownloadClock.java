package org.vppworkbench.app.io.download;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.simulation.CancelToken;

/** Time as the clients see it, so that tests need not wait. */
public interface DownloadClock {
    Instant now();

    /**
     * Waits.
     *
     * @throws CancellationException soon after {@code cancel} says so
     */
    void pause(Duration time, CancelToken cancel);
}
