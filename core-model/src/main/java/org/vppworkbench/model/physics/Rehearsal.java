package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A simulation of one home that changes nothing: first up to the end of a candidate's hour, given up as soon as it is seen
 * that the candidate cannot be kept, then, for a candidate that is worth it, on to the end of valuation. Used once, and only
 * while the home stands still.
 */
final class Rehearsal {
    private final HomeSimulator home;
    private final HomeController with;
    private final Commitments commitments;
    private final int from;
    private final int contractEnd;
    private final double[] bessKwh;
    private final double[] soldKw;
    private final double[] spinKw;
    private final double[] nonSpinKw;
    private HomeState at;
    private double cost;
    private double discomfort;
    private @Nullable Shortfall shortfall;

    /**
     * @param with a controller of its own that has planned for the commitments
     * @param contractEnd first interval after the candidate's hour
     */
    Rehearsal(HomeSimulator home, HomeController with, Commitments commitments, int contractEnd) {
        this.home = home;
        this.with = with;
        this.commitments = commitments;
        this.from = home.next();
        this.contractEnd = contractEnd;
        int kept = contractEnd - from;
        this.bessKwh = new double[kept];
        this.soldKw = new double[kept];
        this.spinKw = new double[kept];
        this.nonSpinKw = new double[kept];
        this.at = home.state();
    }

    /**
     * What a simulation under some commitments led to. Short-lived, never compared.
     *
     * @param later empty where the outcome was made with a reference
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outcome(
            double costUsd,
            double discomfortUsd,
            TimeSeries bessKwh,
            double[] soldKw,
            double[] spinKw,
            double[] nonSpinKw,
            List<Milestone> later) {}

    /** State and cost at the end of an interval after the candidate's hour. */
    private record Milestone(HomeState state, double costUsd, double discomfortUsd) {}

    /** An interval that did not pass: the home at its start, and what it did. */
    record Shortfall(int interval, HomeState start, HomeInterval done) {}

    /** Whether an interval goes as it must. */
    @FunctionalInterface
    interface Check {
        /**
         * @param i intervals since the beginning of the rehearsal
         */
        boolean passes(int i, HomeInterval done);
    }

    /** Goes on to the end of the candidate's hour, or to the first interval that does not pass. */
    void deliver(Check check) {
        for (int t = from; t < contractEnd && shortfall == null; t++) {
            HomeState before = home.startOf(t, at);
            HomeInterval done = step(t, before);
            int i = t - from;
            bessKwh[i] = done.bessKwh();
            soldKw[i] = done.soldKw();
            spinKw[i] = done.spinKw();
            nonSpinKw[i] = done.nonSpinKw();
            if (!check.passes(i, done)) {
                shortfall = new Shortfall(t, before, done);
            }
        }
    }

    /** Where it first fell short, or {@code null} where everything is delivered whole. */
    @Nullable Shortfall shortfall() {
        return shortfall;
    }

    /**
     * Goes on from the end of the candidate's hour to the end of valuation.
     *
     * @param reference the home without the candidate, or {@code null}: where the two come to the same state, what follows
     *     is the same and is not simulated again
     */
    Outcome complete(@Nullable Outcome reference) {
        int end = Math.max(contractEnd, with.valuationEnd(contractEnd));
        List<Milestone> later = new ArrayList<>();
        for (int t = contractEnd; t < end; t++) {
            step(t, home.startOf(t, at));
            if (reference == null) {
                later.add(new Milestone(at, cost, discomfort));
                continue;
            }
            Milestone same = reference.later().get(t - contractEnd);
            if (with.followsStateAlone() && home.alike(at, same.state())) {
                return outcome(
                        cost + reference.costUsd() - same.costUsd(),
                        discomfort + reference.discomfortUsd() - same.discomfortUsd(),
                        List.of());
            }
        }
        return outcome(cost - with.tail(end - 1, at), discomfort, later);
    }

    private HomeInterval step(int t, HomeState start) {
        HomeInterval done = home.expect(t, start, commitments, with);
        IntervalAccount account = IntervalAccount.of(home.home(), t, start, done);
        cost += account.totalUsd();
        discomfort += account.discomfortUsd();
        at = home.dispatcher().after(start, done);
        return done;
    }

    private Outcome outcome(double costUsd, double discomfortUsd, List<Milestone> later) {
        return new Outcome(costUsd, discomfortUsd, TimeSeries.of(bessKwh), soldKw, spinKw, nonSpinKw, later);
    }
}
