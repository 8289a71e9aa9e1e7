package org.vppworkbench.app.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.metrics.Invariant;

/**
 * The content of {@code baseline.json}.
 *
 * @param w0Usd W0, welfare of the home plans without market, or {@code null} [$]
 * @param optima by mode: {@code home}, {@code aware}, {@code blind}; absent where not solved
 * @param forecast the optimum on what was known, valued on what happened, or {@code null} where it was not solved
 * @param invariants verdicts on what must hold for every run
 */
public record BaselineDocument(
        @Nullable Double w0Usd,
        Map<String, OptimumSummary> optima,
        @Nullable ForecastSummary forecast,
        List<Invariant> invariants) {
    public BaselineDocument {
        optima = Collections.unmodifiableMap(new LinkedHashMap<>(optima));
        invariants = List.copyOf(invariants);
    }

    /** A document without an optimum on forecasts. */
    public BaselineDocument(@Nullable Double w0Usd, Map<String, OptimumSummary> optima, List<Invariant> invariants) {
        this(w0Usd, optima, null, invariants);
    }
}
