package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.inputs.BessInputs;

/** The step that is taken is the best of all, negative prices and tight meters included. */
class BatteryStageTest {
    private static double value(BatteryStage stage, ConcaveCurve next, double base, double power) {
        return stage.value(power) + next.value(base + stage.changeFor(power));
    }

    @Test
    void noPowerOfAFineSearchBeatsTheOneChosen() {
        SplittableRandom random = new SplittableRandom(11);
        int idle = 0;
        for (int k = 0; k < RandomHomes.cases(300); k++) {
            double buy = random.nextDouble(-0.3, 0.5);
            double sell = Math.min(buy, random.nextDouble(-0.3, 0.5));
            SiteReading site = new SiteReading(
                    random.nextInt(3) == 0 ? 0 : random.nextDouble(0, 8),
                    random.nextDouble(0, 4),
                    random.nextDouble(-3, 6),
                    buy,
                    sell,
                    random.nextInt(3) == 0 ? random.nextDouble(1, 6) : 50,
                    random.nextInt(3) == 0 ? random.nextDouble(0, 4) : 50);
            BessInputs bess = new BessInputs(10, random.nextDouble(1, 6), random.nextDouble(1, 6), 0.9, 0.95, 0, 10, 5,
                    random.nextDouble(0, 0.05));
            double sold = random.nextInt(3) == 0 ? random.nextDouble(0, bess.dischargeKw()) : 0;
            double reserve = random.nextInt(3) == 0 ? random.nextDouble(0, bess.dischargeKw()) : 0;
            BatteryStage stage = new BatteryStage(site, bess, sold, reserve, 0.25);
            ConcaveCurve next = ConcaveCurveTest.randomConcave(random, 0, 10);
            double base = random.nextDouble(0, 10);
            double chosen = stage.best(base, next);
            double worth = value(stage, next, base, chosen);
            for (double power = stage.leastKw(); power <= stage.mostKw(); power += 0.01) {
                double other = value(stage, next, base, power);
                assertTrue(other <= worth + 1e-8, "case " + k + ": " + chosen + " kW, but " + power + " kW is worth more");
            }
            assertTrue(chosen >= stage.leastKw() - 1e-9 && chosen <= stage.mostKw() + 1e-9, "case " + k + ": " + chosen + " kW");
            idle += chosen == 0 ? 1 : 0;
        }
        assertTrue(idle > 5, "only " + idle + " cases in which nothing is best");
    }
}
