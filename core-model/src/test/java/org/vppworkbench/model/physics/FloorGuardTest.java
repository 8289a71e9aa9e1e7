package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerChanges;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** A floor that rises and falls during a run is kept by every plan, as far as charger and meter allow. */
class FloorGuardTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 15), 1, Horizon.LOS_ANGELES);
    private static final int N = 96;
    private static final BessInputs BATTERY = new BessInputs(10, 4, 4, 0.9, 0.9, 1, 9, 3, 0);
    /** From 2:00 on up from 2 to 5 kWh: 0.9 kWh in a quarter hour; from 20:00 on down to 1.5 kWh. */
    private static final HardPreferences STORM = new HardPreferences(2.0, List.of(), null, List.of())
            .withFloorChanges(List.of(
                    new LimitChange(9, 2.9), new LimitChange(10, 3.8), new LimitChange(11, 4.7), new LimitChange(12, 5),
                    new LimitChange(80, 1.5)));

    /** 1 kW of load, no roof, flat prices: a battery has nothing to do but to serve the load until it is at its floor. */
    private static ProsumerInputs home(double importLimitKw, EvInputs ev, HardPreferences hard) {
        TimeSeries flat = TimeSeries.constant(N, 0.3);
        return new ProsumerInputs(
                "h", flat, flat.map(usd -> usd / 3), 0, importLimitKw, 5, TimeSeries.constant(N, 0), TimeSeries.constant(N, 1),
                BATTERY, ev, hard, List.of());
    }

    private static HomeSimulator simulator(ProsumerInputs home, HomePlanKind kind, DayGrid days) {
        Behaviour behaviour = new Behaviour(kind, CarPlanKind.ON_ARRIVAL, NegotiatorStyle.LINEAR, null, null);
        HomeOutlook outlook = HomeOutlook.perfect(home);
        return new HomeSimulator(home, outlook, HomePlans.of(outlook, behaviour, days), days, Set.of());
    }

    private static HomeInterval[] day(ProsumerInputs home, HomePlanKind kind) {
        HomeSimulator simulator = simulator(home, kind, new DayGrid(DAY));
        return IntStream.range(0, N).mapToObj(t -> simulator.step()).toArray(HomeInterval[]::new);
    }

    @Test
    void selfConsumptionAtNightChargesFromTheGridWhereItMust() {
        HomeInterval[] rows = day(home(20, null, STORM), HomePlanKind.SELF_CONSUMPTION);
        // 1 kW takes 0.25/0.9 kWh a quarter hour, down to the floor of 2 kWh
        assertEquals(3 - 3 * 0.25 / 0.9, rows[2].bessKwh(), 1e-12);
        assertEquals(2, rows[3].bessKwh(), 1e-12);
        assertEquals(2, rows[7].bessKwh(), 1e-12);
        double[] floor = {2.9, 3.8, 4.7, 5};
        double[] charge = {4, 4, 4, 0.3 / 0.225};
        for (int k = 0; k < 4; k++) {
            assertEquals(floor[k], rows[8 + k].bessKwh(), 1e-9);
            assertEquals(charge[k], rows[8 + k].chargeKw(), 1e-9);
            assertEquals(-1 - charge[k], rows[8 + k].meterKw(), 1e-9);
        }
        assertEquals(5, rows[79].bessKwh(), 1e-9);
        assertEquals(0, rows[79].dischargeKw(), 1e-9);
        assertEquals(1, rows[80].dischargeKw(), 1e-9, "it falls in the quarter hour from 20:00 on");
        assertEquals(1.5, rows[95].bessKwh(), 1e-9);
    }

    @Test
    void aTightMeterLetsItFollowLater() {
        HomeInterval[] rows = day(home(4, null, STORM), HomePlanKind.SELF_CONSUMPTION);
        for (int k = 0; k < 4; k++) {
            assertEquals(2 + 0.675 * (k + 1), rows[8 + k].bessKwh(), 1e-9, "3 kW are left at the meter");
        }
        assertEquals(5, rows[12].bessKwh(), 1e-9);
        assertEquals(0.3 / 0.225, rows[12].chargeKw(), 1e-9);
    }

    /** A car that could charge later leaves the meter to the battery; one that must be ready does not. */
    @Test
    void theCarYieldsAsFarAsItCan() {
        List<Boolean> plugged = IntStream.range(0, N).mapToObj(t -> true).toList();
        EvInputs ev = new EvInputs(60, 3, 0, 0.9, 6, 30, plugged, TimeSeries.constant(N, 0), 0);
        HomeInterval[] rows = day(home(6, ev, STORM), HomePlanKind.SELF_CONSUMPTION);
        assertEquals(3, rows[7].evChargeKw(), 1e-9, "on arrival, at full power");
        assertEquals(4, rows[8].chargeKw(), 1e-9);
        assertEquals(1, rows[8].evChargeKw(), 1e-9, "what the meter leaves beside load and battery");
        HardPreferences due = STORM.withEvReady(List.of(new HardPreferences.EvReady(40, 30 + 40 * 0.675)));
        HomeInterval[] ready = day(home(6, ev, due), HomePlanKind.SELF_CONSUMPTION);
        assertEquals(3, ready[8].evChargeKw(), 1e-9, "it is due");
        assertEquals(2, ready[8].chargeKw(), 1e-9);
        assertEquals(30 + 40 * 0.675, ready[39].evKwh(), 1e-9);
    }

    /** The plan that saves most begins before it must where that is cheaper, and sells nothing that the floor keeps. */
    @Test
    void theToolOffersWhatIsAboveTheFloor() {
        HomeSimulator simulator = simulator(home(20, null, STORM), HomePlanKind.BILL_OPTIMAL, new DayGrid(DAY));
        WhatIfResult early = simulator.whatIf(Product.ENERGY, 0).most();
        assertEquals(0.9, early.deliverableKw(), 0.011, "(3 − 2)·0.9 kWh in the first hour");
        WhatIfResult late = simulator.whatIf(Product.ENERGY, 4).most();
        assertTrue(late.deliverableKw() > 0.1, "charged before, it can be sold: " + late);
        for (int t = 0; t < N; t++) {
            assertTrue(late.bessWithKwh().length() <= t || late.bessWithKwh().at(t) >= STORM.floorKwh(BATTERY, t + 1) - 1e-9);
        }
        HomeSimulator naive = simulator(home(20, null, STORM), HomePlanKind.SELF_CONSUMPTION, new DayGrid(DAY));
        WhatIfResult none = naive.whatIf(Product.ENERGY, 4).most();
        assertEquals(0, none.deliverableKw());
        assertEquals(BindingConstraint.ENERGY_FLOOR, none.binding());
    }

    /** Random homes with random floors, sales they cannot keep, and every plan: below the floor only where the meter binds. */
    @Test
    void everyPlanKeepsEveryFloorAsFarAsTheMeterAllows() {
        double forced = 0;
        for (int seed = 0; seed < RandomHomes.cases(40); seed++) {
            RandomHomes random = new RandomHomes(70_000 + seed, 2);
            DayGrid days = new DayGrid(random.horizon);
            ProsumerInputs home = random.home("h", true, random.chance(0.5));
            BessInputs bess = home.bess();
            assertTrue(bess != null);
            for (int said = 0; said < 3; said++) {
                LocalDateTime at = random.horizon.localStart(random.random.nextInt(days.intervals())).toLocalDateTime();
                double kwh = random.between(0, bess.maxKwh());
                home = OwnerChanges.applied(home, new OwnerChange.KeepsAtLeast("h", kwh, at), random.horizon);
            }
            for (HomePlanKind kind : HomePlanKind.values()) {
                HomeSimulator simulator = simulator(home, kind, days);
                for (int hour = 0; hour < 48; hour += 3) {
                    simulator.commit(random.chance(0.5) ? Product.ENERGY : Product.SPIN, hour, random.between(0, 3));
                }
                double behind = 0;
                while (simulator.next() < days.intervals()) {
                    int t = simulator.next();
                    HomeInterval row = simulator.step();
                    double missing = home.hard().floorKwh(bess, t + 1) - row.bessKwh();
                    boolean meter = -row.meterKw() >= home.importLimitKw() - 1e-6;
                    boolean charger = row.chargeKw() >= bess.chargeKw() - 1e-6;
                    String where = "seed " + seed + " " + kind + " interval " + t + ": " + missing + " kWh missing";
                    assertTrue(missing <= 1e-8 || meter || (charger && behind > 0), where);
                    behind = Math.max(0, missing - 1e-8);
                    double surplus = row.pvKw() - row.loadKw() - row.evChargeKw();
                    forced += kind == HomePlanKind.BILL_OPTIMAL ? 0 : Math.max(0, row.chargeKw() - Math.max(0, surplus));
                }
            }
        }
        assertTrue(forced > 10, "naive plans hardly had to charge: " + forced);
    }
}
