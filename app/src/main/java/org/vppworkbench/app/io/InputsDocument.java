package org.vppworkbench.app.io;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.TimeSeries;

/**
 * The content of {@code inputs.json}.
 *
 * @param inputs all the physics and the optimum need
 * @param baselineMeterKw meter of the home plan without market, one series per prosumer [kW];
 *     empty where the file has none
 * @param w0Usd W0, welfare of the home plans without market, or {@code null} [$]
 */
public record InputsDocument(
        RunInputs inputs, List<TimeSeries> baselineMeterKw, @Nullable Double w0Usd) {
    public InputsDocument {
        baselineMeterKw = List.copyOf(baselineMeterKw);
    }
}
