package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;

/** The interior-point solver and the dynamic program are two methods for one problem: they must agree. */
class PlanProgramTest {
    private static PlanWindow window(RandomHomes random, ProsumerInputs home, int from) {
        EvInputs ev = home.ev();
        HomeOutlook outlook = HomeOutlook.perfect(home);
        CarNeeds needs = ev == null ? null : new CarNeeds(outlook, ev);
        return new PlanWindow(outlook, needs, new DayGrid(random.horizon), from, 192, 1);
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
                sold = sold.plus(Product.ENERGY, 30, Math.min(kw, (bess.initialKwh() - home.hard().floorKwh(bess, 0)) / 2));
            }
            PlanWindow window = window(random, home, 0);
            StoragePlan plan = StoragePlan.of(home, bess, window, new double[window.steps], sold);
            PlanProgram program = new PlanProgram(home, window(random, home, 1), bess.initialKwh(), 0, sold);
            InteriorPoint solver = new InteriorPoint(program);
            assertTrue(solver.solve(1e-7), "seed " + seed);
            assertEquals(plan.tail(0, bess.initialKwh()), usd(program, solver), 1e-4, "seed " + seed);
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
            PlanProgram program = new PlanProgram(tight, window(random, tight, 0), stored, ev.initialKwh(), sold);
            assertTrue(new InteriorPoint(program).solve(1e-5), "seed " + seed);
        }
    }

    @Test
    void afterTheWindowNoLoadRoofOrMarketPriceIsRead() {
        RandomHomes random = new RandomHomes(11, 7);
        ProsumerInputs drawn = random.home("h", true, true);
        EvInputs ev = drawn.ev();
        TimeSeries market = TimeSeries.generate(672, t -> 0.1 + 0.05 * Math.sin(t / 7.0));
        ProsumerInputs home = with(drawn, market, market, drawn.load(), drawn.pv());
        ProsumerInputs other = with(
                drawn, later(market), later(market), later(drawn.load()), later(drawn.pv()));
        assertTrue(ev != null);
        // the same calendar needs: what the owner's car must have is not what this is about
        DayGrid days = new DayGrid(random.horizon);
        HomeOutlook outlook = new HomeOutlook(home, PriceKnowledge.DAILY, 0);
        CarNeeds needs = new CarNeeds(outlook, ev);
        PlanWindow window = new PlanWindow(outlook, needs, days, 0, 192, 5);
        PlanWindow same = new PlanWindow(new HomeOutlook(other, PriceKnowledge.DAILY, 0), needs, days, 0, 192, 5);
        assertArrayEquals(window.buy, same.buy, 0);
        assertArrayEquals(window.sell, same.sell, 0);
        assertArrayEquals(window.loadKw, same.loadKw, 0);
        assertArrayEquals(window.pvKw, same.pvKw, 0);
        assertArrayEquals(window.carInKw, same.carInKw, 0);
    }

    @Test
    void aPublishedTariffAndTheCarsCalendarAreFollowedAfterTheWindow() {
        for (int seed = 0; seed < RandomHomes.cases(20); seed++) {
            RandomHomes random = new RandomHomes(seed, 7);
            ProsumerInputs home = random.home("h", true, true);
            EvInputs ev = home.ev();
            assertTrue(ev != null);
            HomeOutlook outlook = HomeOutlook.perfect(home);
            PlanWindow window =
                    new PlanWindow(outlook, new CarNeeds(outlook, ev), new DayGrid(random.horizon), 0, 192, 5);
            double hours = 0;
            double driven = 0;
            double paid = 0;
            for (int k = 0; k < window.steps; k++) {
                hours += window.hours[k];
                driven += window.drivenKwh[k];
                paid += window.buy[k] * window.hours[k];
                assertTrue(window.drivenKwh[k] == 0 || window.carInKw[k] == 0, "seed " + seed + ": charged while leaving");
            }
            assertEquals(168, hours, 1e-9, "seed " + seed);
            assertEquals(ev.drivenKwh().sum(), driven, 1e-9, "seed " + seed);
            assertEquals(home.importPrice().sum() / 4, paid, 1e-9, "seed " + seed);
        }
    }

    private static TimeSeries later(TimeSeries series) {
        return TimeSeries.generate(series.length(), t -> t < 192 ? series.at(t) : 3 * series.at(t) + 1);
    }

    private static ProsumerInputs with(
            ProsumerInputs home, TimeSeries buy, TimeSeries sell, TimeSeries load, TimeSeries pv) {
        return new ProsumerInputs(
                home.id(), buy, sell, home.endValuePerKwh(), home.importLimitKw(), home.exportLimitKw(), pv, load, home.bess(),
                home.ev(), home.hard(), home.soft());
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
        double[] once = plan.plan(window(random, home, 0), state, Commitments.none(72));
        double[] again = plan.plan(window(random, home, 0), state, Commitments.none(72));
        assertTrue(once != null && again != null);
        assertArrayEquals(once, again, 0);
    }
}
