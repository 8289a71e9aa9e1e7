package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.time.TimeSeries;

/** "With perfect forecasts and no further deal, accepting makes exactly that happen" ({@code model.md} §6). */
class WhatIfTest {
    private record Path(List<HomeInterval> rows, double utilityUsd) {}

    private static Path follow(HomeSimulator home, int intervals, DayGrid days) {
        List<HomeInterval> rows = new ArrayList<>();
        double utility = 0;
        while (home.next() < intervals) {
            int t = home.next();
            HomeState state = home.state();
            HomeState start = days.midnight(t) ? new HomeState(state.bessKwh(), state.evKwh(), 0) : state;
            HomeInterval row = home.step();
            utility -= IntervalAccount.of(home.home(), t, start, row).totalUsd();
            rows.add(row);
        }
        utility += home.home().endValuePerKwh() * (home.state().bessKwh() + home.state().evKwh());
        return new Path(rows, utility);
    }

    private static HomeSimulator simulator(ProsumerInputs home, HomePlanKind plan, DayGrid days) {
        Behaviour behaviour = new Behaviour(plan, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);
        return new HomeSimulator(
                home, HomeOutlook.perfect(home), HomePlans.of(HomeOutlook.perfect(home), behaviour, days), days, Set.of());
    }

    /** A cost per nothing is no number: what is too small for a meter is answered with nothing. */
    @Test
    void aPromiseOfNothingIsAnsweredWithNumbers() {
        int selling = 0;
        for (int seed = 0; seed < 20; seed++) {
            RandomHomes random = new RandomHomes(seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            HomeSimulator home = simulator(random.home("h", true, false), HomePlanKind.BILL_OPTIMAL, days);
            WhatIf tool = home.whatIf(Product.ENERGY, 19);
            selling += tool.most().deliverable() ? 1 : 0;
            for (double kw : new double[] {0, -0.0, -1, Double.MIN_VALUE, 1e-300, 1e-9}) {
                WhatIfResult asked = tool.at(kw);
                assertFalse(asked.deliverable(), () -> asked.toString());
                assertEquals(0, asked.reservationPerMwh());
                assertEquals(0, asked.incrementalCostUsd());
            }
        }
        assertTrue(selling > 5, "too few homes could sell: " + selling);
    }

    @Test
    void noConsequenceIsInfiniteOrNoNumber() {
        TimeSeries path = TimeSeries.of(1);
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int field = 0; field < 4; field++) {
                double[] v = {1, 1, 1, 1};
                v[field] = odd;
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new WhatIfResult(1, v[0], v[1], v[2], v[3], BindingConstraint.NONE, -1, 0, path, path));
            }
        }
    }

    @Test
    void acceptingMakesExactlyThatHappen() {
        int traded = 0;
        for (int seed = 0; seed < RandomHomes.cases(60); seed++) {
            RandomHomes random = new RandomHomes(seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            boolean carOnly = seed % 7 == 1;
            ProsumerInputs drawn = random.home("h", !carOnly, carOnly || random.chance(0.3));
            EvInputs ev = drawn.ev();
            ProsumerInputs home = ev == null || seed % 2 == 0
                    ? drawn
                    : HomePlanOptimalityTest.withCar(drawn, HomePlanOptimalityTest.withV2g(ev, 6, 0.03));
            HomePlanKind plan = HomePlanKind.values()[random.random.nextInt(4)];
            Product product = Product.values()[random.random.nextInt(3)];
            int hour = 2 + random.random.nextInt(22);
            HomeSimulator with = simulator(home, plan, days);
            HomeSimulator without = simulator(home, plan, days);
            while (with.next() < 4 * hour - 5) {
                with.step();
                without.step();
            }
            WhatIfResult asked = with.whatIf(product, hour).most();
            if (!asked.deliverable()) {
                continue;
            }
            traded++;
            with.commit(product, hour, asked.deliverableKw());
            Path accepted = follow(with, days.intervals(), days);
            Path refused = follow(without, days.intervals(), days);
            assertEquals(
                    asked.incrementalCostUsd(),
                    refused.utilityUsd() - accepted.utilityUsd(),
                    1e-6,
                    "seed " + seed + " " + plan + " " + product);
            for (int i = 0; i < asked.bessWithKwh().length(); i++) {
                assertEquals(asked.bessWithKwh().at(i), accepted.rows().get(i).bessKwh(), 1e-9);
                assertEquals(asked.bessWithoutKwh().at(i), refused.rows().get(i).bessKwh(), 1e-9);
            }
            int first = 4 * hour - (days.intervals() - accepted.rows().size());
            for (int i = first; i < first + 4; i++) {
                HomeInterval row = accepted.rows().get(i);
                double got = switch (product) {
                    case ENERGY -> row.soldKw();
                    case SPIN -> row.spinKw();
                    case NONSPIN -> row.nonSpinKw();
                };
                assertEquals(asked.deliverableKw(), got, 1e-6, "seed " + seed);
            }
        }
        assertTrue(traded > 10, "only " + traded + " homes could deliver anything");
    }

    @Test
    void aHomeNeverPromisesWhatItsOwnerForbids() {
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(1000 + seed, 1);
            DayGrid days = new DayGrid(random.horizon);
            ProsumerInputs plain = random.home("h", true, false);
            ProsumerInputs dark = withHard(plain, new HardPreferences(null, List.of(77), null, List.of()));
            assertFalse(simulator(dark, HomePlanKind.BILL_OPTIMAL, days).whatIf(Product.SPIN, 19).most().deliverable());
            ProsumerInputs capped = withHard(plain, new HardPreferences(null, List.of(), 1.0, List.of()));
            WhatIfResult energy = simulator(capped, HomePlanKind.BILL_OPTIMAL, days).whatIf(Product.ENERGY, 1).most();
            assertTrue(energy.deliverableKw() <= 1 + 1e-9, "cap of 1 kWh, promised " + energy.deliverableKw());
        }
    }

    private static ProsumerInputs withHard(ProsumerInputs h, HardPreferences hard) {
        return new ProsumerInputs(
                h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                h.pv(), h.load(), h.bess(), h.ev(), hard, List.of());
    }
}
