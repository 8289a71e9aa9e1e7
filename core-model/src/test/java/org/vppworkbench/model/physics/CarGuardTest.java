package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.forecast.SiteNoise;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.TimeSeries;

/** Whatever a controller does with the car, its owner can drive, and the meter holds. */
class CarGuardTest {
    private static HomeController drains(RandomHomes random) {
        return new HomeController() {
            @Override
            public void replan(int t, HomeState state, Commitments commitments, boolean newDay) {}

            @Override
            public double batteryKw(int t, HomeState state, double soldKw, SiteReading site) {
                return random.between(-20, 20);
            }

            @Override
            public double carKw(int t, HomeState state) {
                return random.chance(0.9) ? -1000 : 1000;
            }

            @Override
            public int valuationEnd(int contractEnd) {
                return contractEnd;
            }

            @Override
            public double tail(int t, HomeState state) {
                return 0;
            }

            @Override
            public HomeController copy() {
                return this;
            }
        };
    }

    @Test
    void aControllerThatDrainsTheCarCannotStrandIt() {
        double fed = 0;
        for (int seed = 0; seed < RandomHomes.cases(30); seed++) {
            RandomHomes random = new RandomHomes(seed, 2);
            ProsumerInputs drawn = random.home("h", seed % 2 == 0, true);
            EvInputs ev = drawn.ev();
            assertTrue(ev != null);
            ProsumerInputs home = HomePlanOptimalityTest.withCar(drawn, HomePlanOptimalityTest.withV2g(ev, 7, 0));
            DayGrid days = new DayGrid(random.horizon);
            HomeSimulator simulator =
                    new HomeSimulator(home, HomeOutlook.perfect(home), drains(random), days, Set.of());
            while (simulator.next() < days.intervals()) {
                int t = simulator.next();
                double before = simulator.state().evKwh();
                for (EvReady ready : home.hard().evReady()) {
                    assertTrue(ready.interval() != t || before >= ready.kwh() - 1e-6, "seed " + seed + ": not ready at " + t);
                }
                HomeInterval row = simulator.step();
                assertTrue(row.evKwh() >= ev.minKwh() - 1e-9, "seed " + seed + ": " + row.evKwh() + " kWh after " + t);
                assertTrue(row.meterKw() <= home.exportLimitKw() + 1e-9, "seed " + seed + ": feed-in at " + t);
                assertTrue(-row.meterKw() <= home.importLimitKw() + 1e-9, "seed " + seed + ": draw at " + t);
                assertTrue(ev.plugged().get(t) || (row.evV2gKw() == 0 && row.evChargeKw() == 0), "away at " + t);
                fed += row.evV2gKw() * 0.25;
            }
        }
        assertTrue(fed > 100, "only " + fed + " kWh were fed: nothing was tested");
    }

    /**
     * Three standard deviations of caution: what a home asks of its car by its own outlook is hardly ever less than what load
     * and roof as they come true ask, although the meter binds; and without errors it is the same.
     */
    @Test
    void theNetUnderTheCarIsHardlyEverNeeded() {
        int tight = 0;
        int tooHopeful = 0;
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(40_000 + seed, 2);
            ProsumerInputs drawn = random.home("h", false, true);
            EvInputs ev = drawn.ev();
            assertTrue(ev != null);
            ProsumerInputs home = new ProsumerInputs(
                    "h", drawn.importPrice(), drawn.exportPrice(), drawn.endValuePerKwh(), random.between(4, 8),
                    drawn.exportLimitKw(), drawn.pv(), drawn.load(), null, ev,
                    new HardPreferences(null, List.of(), null, List.of(new EvReady(128, ev.capacityKwh()))), List.of());
            SiteNoise noise = new SiteNoise(seed, 0.2);
            TimeSeries pv = noise.pv(home, random.horizon);
            TimeSeries load = noise.load(home, pv, random.horizon);
            HomeOutlook outlook = HomeOutlook.of(
                    home, PriceKnowledge.PUBLISHED, 0.2, home.endValuePerKwh(), home.importPrice(), home.exportPrice(), pv, load);
            CarNeeds own = new CarNeeds(outlook, ev);
            CarNeeds real = new CarNeeds(HomeOutlook.perfect(home), ev);
            CarNeeds certain = new CarNeeds(outlook.comingTrue(home), ev);
            for (int t = 0; t <= 192; t++) {
                assertEquals(real.neededKwh(t), certain.neededKwh(t), 0);
                boolean binds = t < 192 && ev.plugged().get(t) && home.importLimitKw() - load.at(t) < ev.chargeKw();
                tight += binds ? 1 : 0;
                tooHopeful += binds && own.neededKwh(t) < real.neededKwh(t) - 1e-9 ? 1 : 0;
            }
        }
        assertTrue(tight > 1000, "the meter bound in " + tight + " intervals only");
        assertTrue(tooHopeful < 0.003 * tight, tooHopeful + " of " + tight + " intervals were too hopeful");
    }
}
