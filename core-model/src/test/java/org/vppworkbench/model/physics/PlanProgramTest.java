package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;

/** The interior-point solver and the dynamic program are two methods for one problem: they must agree. */
class PlanProgramTest {
    private static PlanWindow window(ProsumerInputs home, int from, int to, int beyond, int intervals) {
        EvInputs ev = home.ev();
        return new PlanWindow(home, ev == null ? null : new CarNeeds(home, ev, intervals), from, to, beyond);
    }

    private static double usd(PlanProgram program, InteriorPoint solver) {
        double usd = program.constant();
        for (int j = 0; j < program.cost.length; j++) {
            usd -= program.cost[j] * solver.x[j];
        }
        return usd;
    }

    @Test
    void theLinearProgramOfABatteryIsWorthWhatItsValueFunctionSays() {
        for (int seed = 0; seed < RandomHomes.cases(60); seed++) {
            RandomHomes random = new RandomHomes(seed, 3);
            ProsumerInputs home = random.home("h", true, false);
            BessInputs bess = home.bess();
            assertTrue(bess != null);
            Commitments sold = Commitments.none(72);
            if (seed % 2 == 0) {
                double kw = Math.min(1, bess.dischargeKw()) / 4;
                sold = sold.plus(Product.ENERGY, 30, Math.min(kw, (bess.initialKwh() - home.hard().floorKwh(bess)) / 2));
            }
            PlanWindow window = window(home, 0, 192, 96, 288);
            PlanProgram program = new PlanProgram(home, window, bess.initialKwh(), 0, sold);
            InteriorPoint solver = new InteriorPoint(program);
            assertTrue(solver.solve(1e-7), "seed " + seed);
            StoragePlan plan = StoragePlan.of(home, bess, window, new double[window.steps], sold);
            assertEquals(plan.startValue(bess.initialKwh()), usd(program, solver), 1e-4, "seed " + seed);
        }
    }

    @Test
    void everyProgramIsSolvedHoweverTightTheHome() {
        for (int seed = 0; seed < RandomHomes.cases(100); seed++) {
            RandomHomes random = new RandomHomes(700_000 + seed, 3);
            ProsumerInputs home = random.home("h", random.chance(0.8), true);
            EvInputs ev = home.ev();
            assertTrue(ev != null);
            BessInputs bess = home.bess();
            double importLimit = random.chance(0.5) ? random.between(1, 5) : 100;
            double exportLimit = random.chance(0.3) ? 0 : random.between(0, 5);
            ProsumerInputs tight = new ProsumerInputs(
                    "h", home.importPrice(), home.exportPrice(), home.endValuePerKwh(), importLimit, exportLimit,
                    home.pv(), home.load(), bess, HomePlanOptimalityTest.withV2g(ev, random.between(0, 8), 0.02), home.hard(),
                    home.soft());
            Commitments sold = Commitments.none(72)
                    .plus(Product.ENERGY, random.random.nextInt(48), random.between(0, 10))
                    .plus(Product.SPIN, random.random.nextInt(48), random.between(0, 10));
            double stored = bess == null ? 0 : bess.initialKwh();
            PlanProgram program = new PlanProgram(tight, window(tight, 0, 192, 96, 288), stored, ev.initialKwh(), sold);
            assertTrue(new InteriorPoint(program).solve(1e-5), "seed " + seed);
        }
    }

    @Test
    void theSameProgramGivesTheSameBits() {
        RandomHomes random = new RandomHomes(5, 3);
        ProsumerInputs home = random.home("h", true, true);
        EvInputs ev = home.ev();
        BessInputs bess = home.bess();
        assertTrue(ev != null && bess != null);
        CarPlan plan = new CarPlan(home, ev);
        HomeState state = new HomeState(bess.initialKwh(), ev.initialKwh(), 0);
        double[] once = plan.plan(window(home, 0, 192, 96, 288), state, Commitments.none(72));
        double[] again = plan.plan(window(home, 0, 192, 96, 288), state, Commitments.none(72));
        assertTrue(once != null && again != null);
        assertArrayEquals(once, again, 0);
    }
}
