package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.scenario.Behaviour;

/** The rules of the naive home plans, row by row ({@code model.md} §2). */
class NaivePlanTest {
    private static final double TINY = 1e-9;

    @Test
    void naivePlansStorePvSurplusOnlyAndDischargeByTheirRule() {
        double discharged = 0;
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            ProsumerInputs home = random.home("h", true, random.chance(0.5));
            for (HomePlanKind kind : HomePlanKind.values()) {
                if (kind == HomePlanKind.BILL_OPTIMAL) {
                    continue;
                }
                Behaviour behaviour = new Behaviour(kind, CarPlanKind.ON_ARRIVAL, NegotiatorStyle.LINEAR, null, null);
                HomeSimulator simulator = new HomeSimulator(
                home, HomeOutlook.perfect(home), HomePlans.of(HomeOutlook.perfect(home), behaviour, days), days, Set.of());
                for (int t = 0; t < 96; t++) {
                    HomeInterval row = simulator.step();
                    double surplus = row.pvKw() - row.loadKw() - row.evChargeKw();
                    String where = "seed " + seed + " " + kind + " interval " + t;
                    assertTrue(row.chargeKw() <= Math.max(0, surplus) + TINY, where + ": charged from the grid");
                    assertTrue(row.dischargeKw() <= Math.max(0, -surplus) + TINY, where + ": discharged beyond own load");
                    boolean peak = home.importPrice().at(t) > home.importPrice().min() + TINY;
                    boolean may = kind == HomePlanKind.SELF_CONSUMPTION || (kind == HomePlanKind.TOU && peak);
                    assertTrue(may || row.dischargeKw() <= TINY, where + ": discharged against its rule");
                    discharged += row.dischargeKw();
                }
            }
        }
        assertTrue(discharged > 1, "no naive plan ever discharged");
    }

    /** With a naive battery, or none, the car's cheapest plan costs no more than charging on arrival, and usually less. */
    @Test
    void theCheapestCarPlanIsCheaperThanChargingOnArrival() {
        double saved = 0;
        for (int seed = 0; seed < RandomHomes.cases(20); seed++) {
            RandomHomes random = new RandomHomes(seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            ProsumerInputs home = random.home("h", false, true);
            double cheapest = utility(home, CarPlanKind.CHEAPEST, days);
            double arrival = utility(home, CarPlanKind.ON_ARRIVAL, days);
            assertTrue(cheapest >= arrival - 1e-3, "seed " + seed + ": " + cheapest + " against " + arrival);
            saved += cheapest - arrival;
        }
        assertTrue(saved > 1, "saved " + saved);
    }

    private static double utility(ProsumerInputs home, CarPlanKind car, DayGrid days) {
        Behaviour behaviour = new Behaviour(HomePlanKind.SELF_CONSUMPTION, car, NegotiatorStyle.LINEAR, null, null);
        HomeOutlook outlook = HomeOutlook.perfect(home);
        HomeSimulator simulator =
                new HomeSimulator(home, outlook, HomePlans.of(outlook, behaviour, days), days, Set.of());
        double utility = 0;
        for (int t = 0; t < days.intervals(); t++) {
            HomeState before = simulator.state();
            utility -= IntervalAccount.of(home, t, before, simulator.step()).totalUsd();
        }
        return utility + home.endValuePerKwh() * simulator.state().evKwh();
    }
}
