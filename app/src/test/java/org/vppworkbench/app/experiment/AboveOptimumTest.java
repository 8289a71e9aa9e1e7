package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.metrics.Metric;

class AboveOptimumTest {
    private static Optional<String> why(@Nullable Double efficiency, double broken) {
        return AboveOptimum.why(List.of(
                new Metric("efficiencyAware", "Efficiency", "share", efficiency, efficiency == null ? "no optimum" : ""),
                new Metric("hardViolations", "Hard preferences broken", "", broken, "")));
    }

    @Test
    void moreThanTheBestIsExplained() {
        assertEquals(Optional.of("above 1: it breaks 3 hard preferences, W* keeps all"), why(1.0125, 3));
        assertEquals(Optional.of("above 1: it breaks 1 hard preference, W* keeps all"), why(1.0125, 1));
        assertEquals(Optional.of("above 1: within the certified gap of W*"), why(1.0002, 0));
        assertEquals(Optional.empty(), why(1.0, 3));
        assertEquals(Optional.empty(), why(null, 3));
    }
}
