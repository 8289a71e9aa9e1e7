package org.vppworkbench.app.bench;

import org.vppworkbench.optimizer.LinearOptimum;

/**
 * One solver on one case; times are medians over the runs, NaN where there was none.
 *
 * @param size what was solved
 * @param program its linear programs
 * @param buildSeconds wall time of building them, part of {@code wallSeconds} of every solver
 * @param solver name and version
 * @param verdict what came of it
 * @param runs measured runs
 * @param wallSeconds building and solving
 * @param cpuSeconds processor time of the whole process meanwhile, garbage collector, compiler and native code included
 * @param iterations iterations of all linear programs
 * @param welfareUsd W of the replayed point [$]
 * @param upperBoundUsd certified bound [$]
 * @param violation largest violation of the replayed point [kW or kWh]
 * @param yardstickUsd max(1 $, UB(AWARE) − UB(HOME)) with the least bound known of this case [$]
 * @param replaySeconds wall time of the forward replay
 * @param certificateSeconds wall time of the certificate
 * @param heapMegabytes most heap above the beginning, garbage included
 * @param residentMegabytes growth of the resident set of the process
 */
public record OptimumRow(
        OptimumCase size,
        LinearOptimum.Size program,
        double buildSeconds,
        String solver,
        Verdict verdict,
        int runs,
        double wallSeconds,
        double cpuSeconds,
        int iterations,
        double welfareUsd,
        double upperBoundUsd,
        double violation,
        double yardstickUsd,
        double replaySeconds,
        double certificateSeconds,
        double heapMegabytes,
        double residentMegabytes) {

    /** What came of a solver. */
    public enum Verdict {
        /** Certified within the gap asked for. */
        CERTIFIED,
        /** Ended by itself with a wider gap. */
        NOT_PROVED,
        /** Stopped at the time limit. */
        TIME_LIMIT,
        /** It gave up with an error or ran out of memory. */
        FAILED,
        /** Not run: it had reached a limit on a smaller case. */
        NOT_TRIED
    }

    /** Certified gap [$]. */
    public double gapUsd() {
        return upperBoundUsd - welfareUsd;
    }

    /** Certified gap as a share of the money at stake. */
    public double relativeGap() {
        return gapUsd() / yardstickUsd;
    }

    /** Time of the certificate as a share of building and solving. */
    public double certificateShare() {
        return certificateSeconds / wallSeconds;
    }

    /** A row without measurement. */
    static OptimumRow without(
            OptimumCase size, LinearOptimum.Size program, double buildSeconds, String solver, Verdict verdict) {
        double no = Double.NaN;
        return new OptimumRow(
                size, program, buildSeconds, solver, verdict, 0, no, no, 0, no, no, no, no, no, no, no, no);
    }
}
