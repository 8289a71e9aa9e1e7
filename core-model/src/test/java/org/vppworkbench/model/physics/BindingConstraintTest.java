package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.time.TimeSeries;

/** The constraint a what-if names is the one that binds, where it binds. */
class BindingConstraintTest {
    private static final int EVENING = 19;
    private static final RandomHomes TWO_DAYS = new RandomHomes(1, 2);
    private static final int N = TWO_DAYS.horizon.intervals();

    /** A battery of 20 kWh without losses, full power 5 kW, that only the roof can charge; no load. */
    private static ProsumerInputs home(
            double storedKwh, double pvKw, double exportLimitKw, @Nullable EvInputs ev, HardPreferences hard, boolean battery) {
        BessInputs bess = battery ? new BessInputs(20, 5, 5, 1, 1, 0, 20, storedKwh, 0.05) : null;
        TimeSeries price = TimeSeries.constant(N, 0.3);
        TimeSeries pv = TimeSeries.generate(N, t -> t % 96 >= 40 && t % 96 < 60 ? pvKw : 0);
        return new ProsumerInputs(
                "h", price, TimeSeries.constant(N, 0.05), 0.3, ev == null ? 0 : 100, exportLimitKw, pv, TimeSeries.constant(N, 0), bess, ev, hard,
                List.of());
    }

    /** A car of 40 kWh with 10 kW of V2G and a slow charger, away from 8:00 to 17:30. */
    private static EvInputs car(double initialKwh) {
        List<Boolean> plugged = IntStream.range(0, N).mapToObj(t -> t % 96 < 32 || t % 96 >= 70).toList();
        return new EvInputs(40, 1, 10, 1, 2, initialKwh, plugged, TimeSeries.generate(N, t -> t % 96 == 32 ? 5 : 0), 0.05);
    }

    private static HardPreferences cap(double kwh) {
        return new HardPreferences(null, List.of(), kwh, List.of());
    }

    private static HomeSimulator simulator(ProsumerInputs home, DayGrid days) {
        Behaviour behaviour = new Behaviour(
                HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);
        HomeOutlook outlook = HomeOutlook.perfect(home);
        return new HomeSimulator(home, outlook, HomePlans.of(outlook, behaviour, days), days, Set.of());
    }

    /** Asked at 10:00 of the first day about an hour. */
    private static WhatIfResult asked(ProsumerInputs home, Product product, int hour, double soldTodayKw) {
        HomeSimulator simulator = simulator(home, new DayGrid(TWO_DAYS.horizon));
        if (soldTodayKw > 0) {
            simulator.commit(Product.ENERGY, 2, soldTodayKw);
        }
        while (simulator.next() < Math.min(40, 4 * hour)) {
            simulator.step();
        }
        return simulator.whatIf(product, hour).most();
    }

    private static void binds(BindingConstraint constraint, int interval, double kw, WhatIfResult result) {
        assertEquals(constraint, result.binding());
        assertEquals(interval, result.bindingInterval());
        assertEquals(kw, result.deliverableKw(), 0.02);
    }

    @Test
    void theCapOfAnotherDayIsTheCapOfThatDay() {
        int hour = 24 + EVENING;
        // nearly empty now, full tomorrow evening: what is stored now has nothing to do with it
        binds(BindingConstraint.DAILY_CAP, 4 * hour + 3, 3, asked(home(1, 4, 100, null, cap(3), true), Product.ENERGY, hour, 0));
        // today's cap is used up, and tomorrow's energy binds: 2 kWh, and no sun to come
        binds(BindingConstraint.ENERGY_FLOOR, 4 * hour + 3, 2, asked(home(5, 0, 100, null, cap(3), true), Product.ENERGY, hour, 3));
    }

    @Test
    void theMeterAndTheInverterAreToldFromStoredEnergy() {
        int hour = EVENING;
        binds(BindingConstraint.EXPORT_LIMIT, 4 * hour, 2, asked(home(20, 0, 2, null, HardPreferences.NONE, true), Product.ENERGY, hour, 0));
        binds(BindingConstraint.DISCHARGE_POWER, 4 * hour, 5, asked(home(20, 0, 100, null, HardPreferences.NONE, true), Product.SPIN, hour, 0));
        binds(BindingConstraint.ENERGY_FLOOR, 4 * hour, 2, asked(home(1, 0, 100, null, HardPreferences.NONE, true), Product.NONSPIN, hour, 0));
    }

    @Test
    void theCarBindsByItsChargerItsAbsenceAndItsDepartures() {
        ProsumerInputs full = home(0, 0, 100, car(40), HardPreferences.NONE, false);
        binds(BindingConstraint.V2G_POWER, 4, 10, asked(full, Product.ENERGY, 1, 0));
        binds(BindingConstraint.CAR_AWAY, 48, 0, asked(full, Product.ENERGY, 12, 0));
        binds(BindingConstraint.NO_BATTERY, -1, 0, asked(full, Product.SPIN, 1, 0));
        HardPreferences ready = new HardPreferences(null, List.of(), null, List.of(new HardPreferences.EvReady(32, 38)));
        // due: 38 kWh at 8:00; from 2:00 on 6 kWh can be charged, so 32 kWh are enough there and 4 can be sold of 36
        ProsumerInputs needed = home(0, 0, 100, car(36), ready, false);
        WhatIfResult sold = asked(needed, Product.ENERGY, 1, 0);
        assertEquals(BindingConstraint.CAR_NEED, sold.binding());
        assertTrue(sold.deliverableKw() > 3.9 && sold.deliverableKw() < 5.1, "sold " + sold.deliverableKw());
        assertEquals(7, sold.bindingInterval());
        // with a full battery beside it, the car's need is still what keeps the home from selling more
        WhatIfResult both = asked(home(20, 0, 100, car(36), ready, true), Product.ENERGY, 1, 0);
        assertEquals(BindingConstraint.CAR_NEED, both.binding());
        assertTrue(both.deliverableKw() > 8.9 && both.deliverableKw() < 10.1, "sold " + both.deliverableKw());
    }

    /**
     * On random homes: where the named constraint is loosened, the home can promise more; but for a few whose own plan takes up
     * what was loosened before the hour comes.
     */
    @Test
    void looseningTheNamedConstraintHelps() {
        Map<BindingConstraint, Integer> seen = new EnumMap<>(BindingConstraint.class);
        List<String> idle = new ArrayList<>();
        for (int seed = 0; seed < RandomHomes.cases(150); seed++) {
            RandomHomes random = new RandomHomes(7000 + seed, 2);
            ProsumerInputs drawn = random.home("h", seed % 4 != 0, seed % 2 == 0);
            EvInputs ev = drawn.ev();
            ProsumerInputs home = ev == null
                    ? drawn
                    : HomePlanOptimalityTest.withCar(drawn, HomePlanOptimalityTest.withV2g(ev, random.between(1, 8), 0.03));
            Product product = seed % 3 == 0 ? Product.values()[random.random.nextInt(3)] : Product.ENERGY;
            int hour = 24 + random.random.nextInt(24);
            WhatIfResult before = whatIf(home, random, product, hour);
            ProsumerInputs looser = loosened(home, before.binding());
            if (looser == null) {
                continue;
            }
            seen.merge(before.binding(), 1, Integer::sum);
            double more = whatIf(looser, random, product, hour).deliverableKw();
            if (more <= before.deliverableKw()) {
                idle.add("seed " + seed + " " + before.binding() + " " + product + " " + before.deliverableKw() + " to " + more);
            }
        }
        int named = seen.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(idle.size() <= 0.04 * named, named + " cases, without effect: " + idle);
        assertTrue(seen.keySet().containsAll(List.of(
                BindingConstraint.ENERGY_FLOOR, BindingConstraint.DISCHARGE_POWER, BindingConstraint.V2G_POWER,
                BindingConstraint.CAR_AWAY, BindingConstraint.CAR_NEED, BindingConstraint.EXPORT_LIMIT,
                BindingConstraint.DAILY_CAP)), seen.toString());
    }

    private static WhatIfResult whatIf(ProsumerInputs home, RandomHomes random, Product product, int hour) {
        HomeSimulator simulator = simulator(home, new DayGrid(random.horizon));
        while (simulator.next() < 40) {
            simulator.step();
        }
        return simulator.whatIf(product, hour).most();
    }

    private static @Nullable ProsumerInputs loosened(ProsumerInputs h, BindingConstraint constraint) {
        BessInputs b = h.bess();
        EvInputs e = h.ev();
        HardPreferences hard = h.hard();
        double exports = h.exportLimitKw();
        switch (constraint) {
            case ENERGY_FLOOR -> {
                if (b != null) {
                    b = new BessInputs(
                            b.capacityKwh(), b.chargeKw(), b.dischargeKw(), b.etaCharge(), b.etaDischarge(), b.minKwh() - 2,
                            b.maxKwh(), b.initialKwh(), b.degradationPerKwh());
                    Double floor = hard.reserveFloorKwh();
                    hard = new HardPreferences(
                            floor == null ? null : floor - 2, hard.blackoutIntervals(), hard.dailyDischargeCapKwh(), hard.evReady());
                }
            }
            case DISCHARGE_POWER -> {
                if (b != null) {
                    b = new BessInputs(
                            b.capacityKwh(), b.chargeKw(), b.dischargeKw() + 0.1, b.etaCharge(), b.etaDischarge(), b.minKwh(),
                            b.maxKwh(), b.initialKwh(), b.degradationPerKwh());
                }
            }
            case V2G_POWER -> e = e == null ? null : HomePlanOptimalityTest.withV2g(e, e.v2gKw() + 0.1, 0.03);
            case CAR_AWAY -> e = e == null ? null : new EvInputs(
                    e.capacityKwh(), e.chargeKw(), e.v2gKw(), e.eta(), e.minKwh(), e.initialKwh(),
                    e.plugged().stream().map(p -> true).toList(), e.drivenKwh(), e.degradationPerKwh());
            case CAR_NEED -> {
                e = e == null ? null : new EvInputs(
                        e.capacityKwh(), e.chargeKw(), e.v2gKw(), e.eta(), e.minKwh() - 5, e.initialKwh(), e.plugged(),
                        e.drivenKwh(), e.degradationPerKwh());
                hard = new HardPreferences(
                        hard.reserveFloorKwh(), hard.blackoutIntervals(), hard.dailyDischargeCapKwh(),
                        hard.evReady().stream().map(r -> new HardPreferences.EvReady(r.interval(), r.kwh() - 5)).toList());
            }
            case EXPORT_LIMIT -> exports += 0.1;
            case DAILY_CAP -> {
                Double cap = hard.dailyDischargeCapKwh();
                hard = new HardPreferences(
                        hard.reserveFloorKwh(), hard.blackoutIntervals(), cap == null ? null : cap + 0.2, hard.evReady());
            }
            case NONE, NO_BATTERY, BLACKOUT -> {
                return null;
            }
        }
        return new ProsumerInputs(
                h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), exports, h.pv(), h.load(), b, e,
                hard, h.soft());
    }
}
