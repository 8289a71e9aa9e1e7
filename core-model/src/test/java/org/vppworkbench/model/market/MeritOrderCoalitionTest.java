package org.vppworkbench.model.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;

class MeritOrderCoalitionTest {
    private final CoalitionSolver solver = new MeritOrderCoalition();

    @Test
    void fillsTheRequirementFromTheCheapestAndNeverBuysAboveTheForecast() {
        List<CoalitionSolver.Ask> asks = List.of(
                new CoalitionSolver.Ask("a", 5, 60), new CoalitionSolver.Ask("b", 5, 40), new CoalitionSolver.Ask("c", 5, 120));
        CoalitionSolver.Coalition all = solver.solve(asks, 100, 20);
        assertEquals(List.of(5.0, 5.0, 0.0), all.kw());
        assertEquals((40 * 5 + 60 * 5) / 1000.0, all.expectedProfitUsd(), 1e-12);
        assertEquals(0, all.marginalValuePerMwh(), 1e-12);
        CoalitionSolver.Coalition tight = solver.solve(asks, 100, 7);
        assertEquals(List.of(2.0, 5.0, 0.0), tight.kw());
        assertEquals(40, tight.marginalValuePerMwh(), 1e-12);
    }

    /** The dual bound π·D + Σ q·(margin − π)⁺ equals the profit: a proof of optimality on every random case. */
    @Test
    void profitEqualsItsDualBoundAndDoesNotDependOnTheOrderOfAsks() {
        Random random = new Random(5);
        for (int k = 0; k < RandomHomes.cases(200); k++) {
            List<CoalitionSolver.Ask> asks = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                asks.add(new CoalitionSolver.Ask("h" + i, random.nextDouble() * 6, random.nextInt(6) * 30));
            }
            double required = random.nextDouble() * 20;
            CoalitionSolver.Coalition chosen = solver.solve(asks, 90, required);
            double dual = chosen.marginalValuePerMwh() * required / 1000;
            for (CoalitionSolver.Ask ask : asks) {
                dual += ask.kw() * Math.max(0, 90 - ask.pricePerMwh() - chosen.marginalValuePerMwh()) / 1000;
            }
            assertEquals(dual, chosen.expectedProfitUsd(), 1e-9);
            assertTrue(chosen.kw().stream().mapToDouble(Double::doubleValue).sum() <= required + 1e-9);
            List<CoalitionSolver.Ask> shuffled = new ArrayList<>(asks);
            Collections.shuffle(shuffled, random);
            CoalitionSolver.Coalition again = solver.solve(shuffled, 90, required);
            for (int i = 0; i < shuffled.size(); i++) {
                assertEquals(chosen.kw().get(asks.indexOf(shuffled.get(i))), again.kw().get(i), 1e-12);
            }
        }
    }
}
