package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;

/** Daily caps that are others from the second day on. */
class CapChangesTest {
    private static final double GAP = 2e-4;

    private static RunInputs with(RunInputs inputs, boolean hard, double first, List<LimitChange> changes) {
        List<ProsumerInputs> homes = new ArrayList<>();
        for (ProsumerInputs h : inputs.prosumers()) {
            HardPreferences own = h.hard();
            HardPreferences other = new HardPreferences(
                    own.reserveFloorKwh(), own.blackoutIntervals(), hard ? first : null, own.evReady(), hard ? changes : null,
                    own.reserveFloorChanges());
            List<SoftPreference> soft = new ArrayList<>(h.soft());
            soft.removeIf(SoftPreference.DailyCap.class::isInstance);
            if (!hard) {
                soft.add(new SoftPreference.DailyCap(first, 0.2, changes));
            }
            homes.add(h.with(h.bess(), h.ev(), other, soft));
        }
        return inputs.withHomes(homes);
    }

    /** 6 fleets by default: two days with a change are worth what each limit on both days brackets. */
    @Test
    void aChangeLiesBetweenTheLimits() {
        int scale = Integer.getInteger("vpp.random.scale", 1);
        long bound = LongStream.range(0, 6L * scale).parallel().filter(CapChangesTest::brackets).count();
        assertTrue(bound > 0, "no change ever mattered");
    }

    private static boolean brackets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean hard = seed % 2 == 0;
        RunInputs fleet = Fleets.random(500 + seed, 2, (int) (seed % 2), 2, 1);
        double loose = 4 + random.nextDouble() * 4;
        double tight = random.nextDouble();
        OptimumResult often = Fleets.solved(with(fleet, hard, loose, List.of()), Mode.AWARE);
        OptimumResult never = Fleets.solved(with(fleet, hard, tight, List.of()), Mode.AWARE);
        OptimumResult then = Fleets.solved(with(fleet, hard, loose, List.of(new LimitChange(96, tight))), Mode.AWARE);
        double room = GAP * (1 + Math.abs(often.objectiveUsd()));
        assertTrue(then.objectiveUsd() <= often.upperBoundUsd() + room, seed + ": a tighter day is worth no more");
        assertTrue(then.upperBoundUsd() >= never.objectiveUsd() - room, seed + ": a looser day is worth no less");
        assertTrue(then.upperBoundUsd() - then.objectiveUsd() <= room, seed + ": bound too far");
        return then.upperBoundUsd() < often.objectiveUsd() - 1e-3;
    }

    @Test
    void aChangeToTheSameLimitChangesNothing() {
        RunInputs fleet = Fleets.random(3, 2, 0, 2, 1);
        for (boolean hard : new boolean[] {true, false}) {
            OptimumResult plain = Fleets.solved(with(fleet, hard, 3, List.of()), Mode.AWARE);
            OptimumResult same = Fleets.solved(with(fleet, hard, 3, List.of(new LimitChange(96, 3))), Mode.AWARE);
            assertEquals(plain.objectiveUsd(), same.objectiveUsd());
            assertEquals(plain.upperBoundUsd(), same.upperBoundUsd());
        }
    }

    @Test
    void aChangeThatIsNotAtMidnightIsRefused() {
        RunInputs fleet = Fleets.random(3, 1, 0, 2, 1);
        assertTrue(InputCheck.findings(with(fleet, true, 3, List.of(new LimitChange(96, 1)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, true, 3, List.of(new LimitChange(97, 1)))).isEmpty());
        assertFalse(InputCheck.findings(with(fleet, false, 3, List.of(new LimitChange(96, -1)))).isEmpty());
        assertFalse(InputCheck.findings(
                with(fleet, true, 3, List.of(new LimitChange(96, 1), new LimitChange(96, 2)))).isEmpty());
    }
}
