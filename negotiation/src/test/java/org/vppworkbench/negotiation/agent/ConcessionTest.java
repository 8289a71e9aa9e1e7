package org.vppworkbench.negotiation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcessionTest {
    @ParameterizedTest
    @CsvSource({
        "0.2, 8, 0.3277", // Faratin et al. 1998, Boulware
        "5, 2, 0.7248", // Conceder
        "1, 5, 0.5",
        "0.2, 0, 0",
        "5, 10, 1",
        "1, 12, 1"
    })
    void polynomialConcedesAsPublished(double exponent, double time, double expected) {
        assertEquals(expected, Concession.polynomial(0, time, 10, exponent), 5e-5);
    }

    @Test
    void exponentialRunsFromItsInitialShareToOne() {
        assertEquals(0.1, Concession.exponential(0.1, 0, 10, 2), 1e-12);
        assertEquals(1, Concession.exponential(0.1, 10, 10, 2), 1e-12);
        assertEquals(Math.pow(0.1, 0.25), Concession.exponential(0.1, 5, 10, 2), 1e-12);
    }

    @Test
    void boulwareHoldsOutLongerThanConceder() {
        for (int t = 1; t < 10; t++) {
            assertTrue(Concession.polynomial(0, t, 10, 0.3) < Concession.polynomial(0, t, 10, 3));
        }
    }

    @Test
    void singleRoundConcedesAtOnce() {
        assertEquals(1, Concession.polynomial(0, 0, 0, 0.2));
    }

    @Test
    void priceMovesFromOpeningToLimitOnBothSides() {
        assertEquals(90, Concession.price(100, 60, 0.25), 1e-12);
        assertEquals(45, Concession.price(30, 90, 0.25), 1e-12);
    }

    @Test
    void quotesAreRoundedAwayFromTheLimit() {
        assertEquals(62.41, Cents.up(62.401), 1e-12);
        assertEquals(62.40, Cents.down(62.409), 1e-12);
        assertEquals(62.40, Cents.up(Cents.up(62.40)), 1e-12);
        assertEquals(0.29, Cents.down(0.29), 1e-12);
    }
}
