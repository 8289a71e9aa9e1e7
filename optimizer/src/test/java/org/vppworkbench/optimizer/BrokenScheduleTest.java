package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/** A schedule that breaks a constraint cannot be carried out, whatever it would be worth. */
class BrokenScheduleTest {
    private static Certificate certificate(double violation) {
        return new Certificate(9.9995, 10, violation, Map.of());
    }

    private static OptimumResult result(double violation) {
        return new OptimumResult(
                Mode.AWARE, OptimumStatus.NOT_PROVED, certificate(violation), certificate(violation), 10, 1, 7, "Odd 1.0", "", null,
                null, null);
    }

    @Test
    void itHasNoWelfareOfASchedule() {
        assertEquals(9.9995, result(OptimumResult.FEASIBILITY).feasibleUsd());
        assertEquals(0.0005, result(0).feasibleGap(), 1e-12);
        assertTrue(Double.isNaN(result(1e-3).feasibleUsd()));
        assertEquals(Double.POSITIVE_INFINITY, result(1e-3).feasibleGap());
        assertEquals(9.9995, result(1e-3).objectiveUsd(), "said beside its violation");
    }

    @Test
    void theSearchGoesOnAfterIt() {
        assertTrue(new Pass(new FleetSchedule(List.of()), certificate(0)).isEnough(1e-3));
        assertFalse(new Pass(new FleetSchedule(List.of()), certificate(0)).isEnough(1e-4));
        assertFalse(new Pass(new FleetSchedule(List.of()), certificate(1e-3)).isEnough(1e-3));
    }
}
