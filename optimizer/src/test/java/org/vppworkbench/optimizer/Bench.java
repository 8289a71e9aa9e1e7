package org.vppworkbench.optimizer;

import java.util.List;
import org.vppworkbench.model.inputs.RunInputs;

final class Bench {
    private Bench() {}

    public static void main(String[] a) {
        int homes = Integer.parseInt(a[0]);
        int first = Integer.parseInt(a[1]);
        int days = Integer.parseInt(a[2]);
        long seed = Long.parseLong(a[3]);
        RunInputs in = Fleets.random(seed, homes, first, days);
        for (Mode mode : Mode.values()) {
            long t0 = System.nanoTime();
            OptimumResult r = CentralOptimum.solve(in, mode, Options.DEFAULT, a.length > 4 ? (m, i, g) -> System.out.println(m + " " + i + " " + g) : Progress.NONE, () -> false);
            System.out.printf("%s %s obj %.6f feas %.6f ub %.6f gap %.2e fgap %.2e viol %.1e/%.1e it %d  %.2f s %s%n", mode, r.status(), r.objectiveUsd(), r.feasibleUsd(), r.upperBoundUsd(), r.upperBoundUsd() - r.objectiveUsd(), r.upperBoundUsd() - r.feasibleUsd(), r.maxViolation(), r.feasible() == null ? 0 : r.feasible().maxViolation(), r.iterations(), (System.nanoTime() - t0) * 1e-9, r.message());
        }
    }
}
