package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;

/**
 * Perfect-foresight day-ahead arbitrage of one 13.5 kWh, 5 kW battery with 90 % round trip: wholesale tariff, no load, no
 * PV, D = 0, empty at the start; v_end is set to 0 so that the battery ends empty (a real wholesale tariff has
 * v_end = lowest import price). Known values per day, without and with 0.05 $/kWh degradation.
 */
class ArbitrageOracleTest {

    @ParameterizedTest
    @CsvSource({"0,8.64,7.93", "1,13.38,12.67", "2,2.48,1.79", "3,0.80,0.15", "4,0.39,0", "5,0.18,0", "6,0.35,0"})
    void reproducesKnownProfit(int day, double profit, double profitWithWear) {
        assertProfit(profit, day, 0);
        assertProfit(profitWithWear, day, 0.05);
    }

    private static void assertProfit(double expected, int day, double wear) {
        double eta = Math.sqrt(0.9);
        BessInputs bess = new BessInputs(13.5, 5, 5, eta, eta, 0, 13.5, 0, wear);
        RunInputs inputs = Homes.fleet(
                Fleets.horizon(day, 1),
                CaisoWeek.prices(day, 1),
                0,
                Homes.wholesale("home-1", CaisoWeek.prices(day, 1)).with(bess).build());
        OptimumResult result =
                CentralOptimum.solve(inputs, Mode.HOME, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.OPTIMAL, result.status());
        assertEquals(expected, result.objectiveUsd(), Math.max(0.01, 0.01 * expected));
        assertEquals(result.objectiveUsd(), result.feasibleUsd(), 1e-3);
        double end = result.schedule().homes().getFirst().bessKwh().at(95);
        assertTrue(end < 1e-3, "ends empty, but holds " + end + " kWh");
    }
}
