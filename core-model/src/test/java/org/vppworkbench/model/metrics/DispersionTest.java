package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Check values of Jain 1984 and of the Gini definition. */
class DispersionTest {
    @Test
    void knownValues() {
        assertEquals(0.8333, Dispersion.jain(new double[] {1, 2, 3, 4}).orElseThrow(), 1e-4);
        assertEquals(0.25, Dispersion.gini(new double[] {1, 2, 3, 4}).orElseThrow(), 1e-12);
        assertEquals(0.5, Dispersion.jain(new double[] {-3, 2}).orElseThrow(), 1e-12);
    }

    @Test
    void notDefinedWhereThereIsNothingToShare() {
        assertTrue(Dispersion.jain(new double[] {0, -1}).isEmpty());
        assertTrue(Dispersion.gini(new double[] {1, -1}).isEmpty());
        assertTrue(Dispersion.gini(new double[0]).isEmpty());
    }
}
