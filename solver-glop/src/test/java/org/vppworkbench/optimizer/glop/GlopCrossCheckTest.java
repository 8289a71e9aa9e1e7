package org.vppworkbench.optimizer.glop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.LimitedSolver;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpSolvers;

/**
 * GLOP and JOptimizer on the same programs of fleets that ojAlgo cannot do: objectives and bounds agree. This checks solver
 * and certificate, not the formulation, which both share; for that see {@code CrossCheckTest}.
 */
class GlopCrossCheckTest {
    /** What happened in the AWARE optima. */
    private enum Seen {
        D_BINDS, D_NEVER_BINDS, CALLED, PAID_TO_CONSUME
    }

    /**
     * 12 fleets, 60 in the deep profile: every combination of scarce, usual and loose requirements, of calls and of prices
     * below zero.
     */
    @Test
    void objectivesAgreeWithinTheCertifiedGap(TestReporter reporter) {
        int fleets = Boolean.getBoolean("vpp.deep") ? 60 : 12;
        Map<Seen, Integer> seen = new EnumMap<>(Seen.class);
        for (int k = 0; k < fleets; k++) {
            agree(k).forEach(what -> seen.merge(what, 1, Integer::sum));
        }
        reporter.publishEntry("of " + fleets + " fleets", seen.toString());
        for (Seen what : Seen.values()) {
            assertTrue(seen.getOrDefault(what, 0) >= fleets / 6, what + " hardly occurs: " + seen);
        }
    }

    private static Set<Seen> agree(int k) {
        double tightness = List.of(0.2, 1.0, 40.0).get(k % 3);
        boolean calls = k / 3 % 2 == 1;
        boolean below = k / 6 % 2 == 1;
        RunInputs plain = SampleFleets.of(5 + 7 * (k % 5), 500 + k, k % 7, 1, tightness);
        RunInputs priced = below ? below(plain, 80) : plain;
        RunInputs inputs = calls ? called(priced) : priced;
        Set<Seen> seen = EnumSet.noneOf(Seen.class);
        for (Mode mode : Mode.values()) {
            OptimumResult ours = solve(inputs, mode, Options.DEFAULT.solver());
            OptimumResult other = solve(inputs, mode, new GlopSolver());
            String what = "case " + k + " " + mode + " " + ours.objectiveUsd() + " and " + other.objectiveUsd();
            assertEquals(OptimumStatus.OPTIMAL, ours.status(), what);
            assertEquals(OptimumStatus.OPTIMAL, other.status(), what);
            assertEquals(other.objectiveUsd(), ours.objectiveUsd(), 1e-3, what);
            assertTrue(ours.upperBoundUsd() >= other.objectiveUsd() - 1e-9, what);
            assertTrue(other.upperBoundUsd() >= ours.objectiveUsd() - 1e-9, what);
            if (mode == Mode.AWARE) {
                seen = seen(inputs, other.relaxedSchedule());
            }
        }
        return seen;
    }

    private static Set<Seen> seen(RunInputs inputs, FleetSchedule aware) {
        Set<Seen> seen = EnumSet.noneOf(Seen.class);
        boolean binds = false;
        for (Product product : Product.values()) {
            for (int t = 0; t < inputs.horizon().intervals(); t++) {
                int now = t;
                double sold = aware.homes().stream().mapToDouble(h -> h.provided(product).at(now)).sum();
                double d = inputs.required().kw(product, t / 4);
                binds |= d > 0 && inputs.prices().at(product, t) > 0 && sold >= d * (1 - 1e-6);
            }
        }
        seen.add(binds ? Seen.D_BINDS : Seen.D_NEVER_BINDS);
        for (int i = 0; i < aware.homes().size(); i++) {
            ProsumerInputs home = inputs.prosumers().get(i);
            HomeSchedule s = aware.homes().get(i);
            if (s.calledKw().max() > 0.1) {
                seen.add(Seen.CALLED);
            }
            for (int t = 0; t < inputs.horizon().intervals(); t++) {
                double in = s.chargeKw().at(t) + s.evChargeKw().at(t);
                if (home.importPrice().at(t) < 0 && in - s.dischargeKw().at(t) - s.evV2gKw().at(t) > 0.1) {
                    seen.add(Seen.PAID_TO_CONSUME);
                }
            }
        }
        return seen;
    }

    @Test
    void isFoundAsAService() {
        LpSolver found = LpSolvers.find("glop").orElseThrow();
        assertEquals(GlopSolver.class, found.getClass());
    }

    @Test
    void anExpiredSolveClaimsNothing() {
        RunInputs inputs = SampleFleets.of(60, 3, 0, 2, 1);
        OptimumResult result = solve(inputs, Mode.AWARE, new LimitedSolver(new GlopSolver(), () -> true));
        assertTrue(result.status() != OptimumStatus.CANCELLED && result.status() != OptimumStatus.INFEASIBLE, result::message);
        assertTrue(result.status() == OptimumStatus.NOT_PROVED || result.relativeGap() <= 1e-3, result.status()::name);
    }

    @Test
    void aCancelledSolveEnds() {
        RunInputs inputs = SampleFleets.of(60, 3, 0, 2, 1);
        Options options = new Options(1e-3, 1, 300, new GlopSolver());
        OptimumResult result = CentralOptimum.solveRelaxation(inputs, Mode.AWARE, options, Progress.NONE, () -> true);
        assertTrue(result.status() == OptimumStatus.CANCELLED || result.status() == OptimumStatus.OPTIMAL, result.status()::name);
    }

    private static OptimumResult solve(RunInputs inputs, Mode mode, LpSolver solver) {
        Options options = new Options(1e-3, 1, 300, solver);
        return CentralOptimum.solveRelaxation(inputs, mode, options, Progress.NONE, () -> false);
    }

    /** Energy cheaper, below zero in many hours, also for every second home, which pays the market's price; D stays. */
    private static RunInputs below(RunInputs in, double usdPerMwh) {
        MarketSeries p = in.prices();
        TimeSeries energy = p.energy().map(v -> v - usdPerMwh);
        TimeSeries retail = energy.map(v -> v / 1000);
        List<ProsumerInputs> homes = new ArrayList<>();
        for (ProsumerInputs h : in.prosumers()) {
            homes.add(homes.size() % 2 == 0 ? h : new ProsumerInputs(
                    h.id(), retail, retail, retail.min(), h.importLimitKw(), h.exportLimitKw(), h.pv(), h.load(), h.bess(),
                    h.ev(), h.hard(), h.soft()));
        }
        MarketSeries lower = new MarketSeries(energy, p.spin(), p.nonSpin(), p.realTime());
        return new RunInputs(in.horizon(), lower, in.forecasts(), in.required(), in.calledIntervals(), homes);
    }

    private static RunInputs called(RunInputs in) {
        MarketSeries p = in.prices();
        TimeSeries realTime = p.energy().map(v -> 1.5 * Math.abs(v));
        MarketSeries prices = new MarketSeries(p.energy(), p.spin(), p.nonSpin(), realTime);
        return new RunInputs(
                in.horizon(), prices, in.forecasts(), in.required(), List.of(70, 71, 76), in.prosumers());
    }
}
