package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.ElasticProgram.Kind;

/** Impossible homes are named by constraint and missing amount, computed by hand here. */
class InfeasibleHomesTest {
    private static final Horizon DAY = Fleets.horizon(0, 1);
    private static final int N = 96;

    private static Homes home() {
        return Homes.flat("home-1", N, 0.3, 0.1).constantLoad(1).endValue(0.3);
    }

    private static HardPreferences due(double kwh) {
        return new HardPreferences(null, List.of(), null, List.of(new EvReady(32, kwh)));
    }

    private static Infeasibility only(Homes home, Kind kind) {
        ProsumerInputs fine = home().build();
        RunInputs inputs = Homes.fleet(DAY, CaisoWeek.prices(0, 1), 5, fine, home.build());
        List<Infeasibility> found = ElasticPhase.of(inputs, Mode.AWARE);
        assertEquals(1, found.size(), found.toString());
        Infeasibility first = found.getFirst();
        assertEquals(kind, first.kind());
        assertEquals("home-1", first.home());
        assertTrue(first.leastTotal() > 0, first.toString());
        OptimumResult result = CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.INFEASIBLE, result.status());
        assertTrue(result.message().contains("home-1, " + kind.words()), result.message());
        return first;
    }

    @Test
    void anUnreachableTarget() {
        // 32 quarters of 7.2 kW at 0.92 bring 10 kWh to 62.992, above what the battery of 60 holds
        Infeasibility full = only(home().with(Homes.car(N, 10, 0)).with(due(61)), Kind.EV_READY_BY);
        assertEquals(1, full.missing(), 1e-4);
        assertEquals(32, full.interval());
        Infeasibility slow = only(home().with(Homes.car(N, 3, 0)).with(due(59)), Kind.EV_READY_BY);
        assertEquals(59 - 3 - 32 * 7.2 * 0.92 / 4, slow.missing(), 1e-4);
    }

    @Test
    void aTargetTheMeterDoesNotAllow() {
        // 3 kW at the meter leave 2 kW for the car
        Infeasibility weak = only(home().limits(3, 5).with(Homes.car(N, 10, 0)).with(due(40)), Kind.EV_READY_BY);
        assertEquals(40 - 10 - 32 * 2 * 0.92 / 4, weak.missing(), 1e-4);
    }

    @Test
    void aFloorAboveTheInitialEnergy() {
        HardPreferences floor = new HardPreferences(8.0, List.of(), null, List.of());
        Infeasibility low = only(home().with(Homes.battery()).with(floor), Kind.RESERVE_FLOOR);
        assertEquals(8 - 6.75, low.missing(), 1e-4);
        assertEquals(0, low.interval());
    }

    @Test
    void aMeterBelowTheLoad() {
        Infeasibility meter = only(home().limits(0.4, 5), Kind.IMPORT_LIMIT);
        assertEquals(0.6, meter.missing(), 1e-4);
        assertEquals(N, meter.places());
        assertEquals(0.6 * 24, meter.leastTotal(), 1e-3);
    }

    @Test
    void aBatteryTooSmallForTheMeter() {
        // 0.2 kW are missing for 24 h; the battery holds 0.5 kWh that it discharges at 0.95
        BessInputs tiny = new BessInputs(0.5, 5, 5, 0.95, 0.95, 0, 0.5, 0.5, 0);
        Infeasibility meter = only(home().limits(0.8, 5).with(tiny), Kind.IMPORT_LIMIT);
        assertEquals(0.2 * 24 - 0.5 * 0.95, meter.leastTotal(), 1e-3);
    }

    @Test
    void moreDrivenThanTheBatteryHolds() {
        List<Boolean> plugged = IntStream.range(0, N).mapToObj(t -> t < 40).toList();
        double[] driven = new double[N];
        driven[40] = 70;
        EvInputs car = new EvInputs(60, 7.2, 0, 0.92, 3, 30, plugged, TimeSeries.of(driven), 0);
        Infeasibility trip = only(home().with(car), Kind.TRIP);
        assertEquals(70 + 3 - 60, trip.missing(), 1e-4);
    }

    @Test
    void nothingIsSaidOfHomesThatCan() {
        for (int seed = 0; seed < 20 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            RunInputs inputs = Fleets.withV2g(Fleets.random(seed, 4, seed % 7, 1), seed, 0.5);
            assertEquals(List.of(), ElasticPhase.of(inputs, Mode.AWARE), "seed " + seed);
        }
        assertEquals(List.of(), ElasticPhase.of(Homes.fleet(DAY, CaisoWeek.prices(0, 1), 5), Mode.AWARE));
        assertEquals(Collections.emptyList(), ElasticPhase.of(
                Homes.fleet(DAY, CaisoWeek.prices(0, 1), 5, home().with(Homes.battery())
                        .with(new HardPreferences(6.75, List.of(), null, List.of())).build()), Mode.AWARE));
    }
}
