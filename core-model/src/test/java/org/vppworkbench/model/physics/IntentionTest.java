package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.time.Horizon;

/** A home keeps energy for what it intends to sell, and delivers only what it has sold. */
class IntentionTest {
    private static final int HOUR = 19;
    private static final int ASKED = Horizon.firstInterval(HOUR) - 5;

    private static HomeSimulator simulator(ProsumerInputs home, DayGrid days) {
        HomeOutlook outlook = HomeOutlook.perfect(home);
        Behaviour behaviour =
                new Behaviour(HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);
        return new HomeSimulator(home, outlook, HomePlans.of(outlook, behaviour, days), days, Set.of());
    }

    @Test
    void whatIsIntendedCanStillBePromisedAndNothingIsDeliveredForIt() {
        int kept = 0;
        int more = 0;
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            ProsumerInputs home = random.home("h", true, random.chance(0.3));
            HomeSimulator intending = simulator(home, days);
            HomeSimulator plain = simulator(home, days);
            Product product = Product.values()[seed % 3];
            double kw = plain.whatIf(product, HOUR).most().deliverableKw();
            intending.intend(Commitments.none(days.intervals() / Horizon.INTERVALS_PER_HOUR).plus(product, HOUR, kw));
            while (intending.next() < ASKED) {
                HomeInterval row = intending.step();
                assertEquals(0, row.soldKw() + row.spinKw() + row.nonSpinKw());
                plain.step();
            }
            intending.intendNoMore(product, HOUR);
            assertEquals(kw, intending.whatIf(product, HOUR).at(kw).deliverableKw(), 1e-9, "seed " + seed);
            kept += kw > 0 ? 1 : 0;
            more += plain.whatIf(product, HOUR).at(kw).deliverableKw() < kw - 0.01 ? 1 : 0;
            while (intending.next() < days.intervals()) {
                assertEquals(0, intending.step().soldKw(), "never sold");
            }
        }
        assertTrue(kept > 10 && more > 0, kept + " could sell, " + more + " only because they intended to");
    }

    /** What was promised for the same hour is not promised twice. */
    @Test
    void anotherContractLeavesRoomForWhatIsIntended() {
        int tight = 0;
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            ProsumerInputs home = random.home("h", true, false);
            HomeSimulator intending = simulator(home, days);
            double spin = intending.whatIf(Product.SPIN, HOUR).most().deliverableKw();
            double before = intending.whatIf(Product.ENERGY, HOUR).most().deliverableKw();
            intending.intend(Commitments.none(days.intervals() / Horizon.INTERVALS_PER_HOUR).plus(Product.SPIN, HOUR, spin));
            double energy = intending.whatIf(Product.ENERGY, HOUR).most().deliverableKw();
            tight += energy < before - 0.01 ? 1 : 0;
            if (energy > 0) {
                intending.commit(Product.ENERGY, HOUR, energy);
            }
            intending.intendNoMore(Product.SPIN, HOUR);
            assertEquals(spin, intending.whatIf(Product.SPIN, HOUR).at(spin).deliverableKw(), 1e-9, "seed " + seed);
        }
        assertTrue(tight > 5, "room was short in " + tight + " homes");
    }
}
