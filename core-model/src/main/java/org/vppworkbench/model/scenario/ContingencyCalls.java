package org.vppworkbench.model.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;

/** Contingency calls of a run: the listed ones and those drawn, the same for every mechanism. */
final class ContingencyCalls {
    private static final Duration STEP = Duration.ofMinutes(15);

    private ContingencyCalls() {}

    /** Errors for calls that the run does not have an interval for, or no price. */
    static void check(CallSettings calls, DataSet data, Horizon run, Findings out) {
        boolean some = !calls.listed().isEmpty() || calls.probability() > 0;
        if (some && data.prices().realTime() == null) {
            out.error(
                    "scenario, market.calls", null,
                    "called energy is paid at the real-time price, and the data set " + data.id() + " has none",
                    "no calls, or data with a real-time price");
        }
        for (int i = 0; i < calls.listed().size(); i++) {
            Instant call = calls.listed().get(i);
            boolean inside = !call.isBefore(run.start()) && call.isBefore(run.end());
            boolean quarter = inside && Duration.between(run.start(), call).toNanos() % STEP.toNanos() == 0;
            if (!inside || !quarter) {
                out.error(
                        "scenario, market.calls.listed[" + i + "]",
                        call + " (" + call.atZone(run.zone()).toLocalDateTime() + ")",
                        inside ? "a call begins with a quarter hour" : "a call outside the run",
                        "quarter hours from " + run.start() + " to before " + run.end());
            }
        }
    }

    /**
     * The called intervals of settings that passed the check, ascending. Whether an interval is drawn depends on the seed
     * of the calls and its instant only.
     */
    static List<Integer> of(CallSettings calls, Horizon run) {
        TreeSet<Integer> called = new TreeSet<>();
        for (Instant call : calls.listed()) {
            called.add(Math.toIntExact(Duration.between(run.start(), call).dividedBy(STEP)));
        }
        if (calls.probability() > 0) {
            RandomStreams streams = new RandomStreams(calls.seed());
            for (int t = 0; t < run.intervals(); t++) {
                if (streams.named("call/" + run.intervalStart(t)).nextDouble() < calls.probability()) {
                    called.add(t);
                }
            }
        }
        return List.copyOf(called);
    }
}
