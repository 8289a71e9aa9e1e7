package org.vppworkbench.app.io;

import java.util.List;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.time.TimeSeries;

/**
 * The content of {@code dispatch.csv}.
 *
 * @param dispatch what every home did
 * @param baselineMeterKw meter of the home plan without market, one series per home [kW]
 */
public record DispatchDocument(DispatchTable dispatch, List<TimeSeries> baselineMeterKw) {
    public DispatchDocument {
        baselineMeterKw = List.copyOf(baselineMeterKw);
    }
}
