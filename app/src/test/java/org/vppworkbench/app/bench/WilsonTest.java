package org.vppworkbench.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WilsonTest {
    /** Hand-computed: z² = 3.8415; none of 10: 3.8415/13.8415; 5 of 10: 0.5 ± 1.96/1.38415·√(0.025 + 0.0096036). */
    @Test
    void theIntervalIsTheScoreInterval() {
        assertEquals(0, Wilson.of(0, 10).low());
        assertEquals(0.27753, Wilson.of(0, 10).high(), 1e-4);
        assertEquals(0.23659, Wilson.of(5, 10).low(), 1e-4);
        assertEquals(0.76341, Wilson.of(5, 10).high(), 1e-4);
        assertEquals(1, Wilson.of(10, 10).high());
        assertEquals(new Wilson(0, 0, 0, 1), Wilson.of(0, 0));
    }
}
