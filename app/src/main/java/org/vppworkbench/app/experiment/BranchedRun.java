package org.vppworkbench.app.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.Branches;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * A branch of a run: the run again, with the same inputs and draws, and one change from an event on. That nothing before
 * the event differs is checked, not assumed.
 */
public final class BranchedRun {
    private BranchedRun() {}

    /**
     * Branches the run of a bundle.
     *
     * @throws RefusedException where the bundle is not complete, its run is no negotiation, or the change cannot be made
     */
    public static ExperimentResult of(
            Bundle bundle,
            Branch branch,
            ExperimentRunner runner,
            ExperimentOptions options,
            ProgressSink progress,
            CancelToken cancel) {
        RunManifest manifest = bundle.manifest();
        List<LoggedEvent> events = bundle.events();
        if (manifest == null || events == null) {
            throw RefusedException.because(
                    bundle.folder().toString(), "not a complete bundle", "manifest.json and events.jsonl");
        }
        return of(BundledRun.scenario(bundle, manifest), events, branch, runner, options, progress, cancel);
    }

    /**
     * Branches a run.
     *
     * @param base what the run was made from
     * @param events its events
     * @throws RefusedException where its mechanism is a central optimum or the change cannot be made
     */
    public static ExperimentResult of(
            ResolvedScenario base,
            List<LoggedEvent> events,
            Branch branch,
            ExperimentRunner runner,
            ExperimentOptions options,
            ProgressSink progress,
            CancelToken cancel) {
        return of(base, events, branch, runner, options, logged -> {}, progress, cancel);
    }

    /**
     * Branches a run that somebody listens to.
     *
     * @param base what the run was made from
     * @param events its events
     * @param listener takes the events of the branch
     * @throws RefusedException where its mechanism is a central optimum or the change cannot be made
     */
    public static ExperimentResult of(
            ResolvedScenario base,
            List<LoggedEvent> events,
            Branch branch,
            ExperimentRunner runner,
            ExperimentOptions options,
            EventSink listener,
            ProgressSink progress,
            CancelToken cancel) {
        Reading<ResolvedScenario> reading = scenario(base, events, branch);
        ResolvedScenario scenario = reading.value();
        if (scenario == null) {
            throw new RefusedException(reading.findings());
        }
        List<LoggedEvent> before = new ArrayList<>(events.subList(0, (int) branch.position()));
        EventSink same = logged -> {
            int at = (int) logged.sequence();
            // A branch that is cancelled breaks its talks off and ends where the run it came from went on.
            if (at < before.size() && !logged.equals(before.get(at)) && !cancel.cancelled()) {
                throw RefusedException.because(
                        Bundle.EVENTS + ", line " + (at + 1), "differs from that of the run that is branched",
                        "the version of the program that made the run; 'vpp rerun' says what differs");
            }
            listener.accept(logged);
        };
        return runner.run(scenario, options, same, progress, cancel);
    }

    /**
     * What a branch would run, or findings that say why it cannot be made.
     *
     * @param base what the run was made from
     * @param events its events
     */
    public static Reading<ResolvedScenario> scenario(
            ResolvedScenario base, List<LoggedEvent> events, Branch branch) {
        if (MechanismCatalogue.optimum(base.scenario().mechanism()).isPresent()) {
            return Reading.refused(Finding.error(
                    "branch", null, "a central optimum has no decisions to branch from", "a run with agents"));
        }
        if (branch.position() >= events.size()) {
            return Reading.refused(Finding.error(
                    "branch, position " + branch.position(), null, "the run is over then", "1 to " + (events.size() - 1)));
        }
        if (branch.change() instanceof OwnerChange.CarLeaves leaves && base.scenario().branches().stream()
                .anyMatch(made -> made.change() instanceof OwnerChange.CarLeaves before
                        && before.prosumer().equals(leaves.prosumer()))) {
            return Reading.refused(Finding.error(
                    "branch, " + leaves.words(), null, "this run is already a branch in which that car leaves at another time",
                    "a branch of the run it came from"));
        }
        Reading<ResolvedScenario> branched = Branches.branch(base, branch);
        ResolvedScenario changed = branched.value();
        if (changed == null || branch.position() < 1) {
            return branched;
        }
        Instant now = events.get((int) branch.position() - 1).simulatedTime();
        return changesThePast(base.inputs(), changed.inputs(), now)
                ? Reading.refused(Finding.error(
                        "branch, " + branch.change().words(), now, "the car has left, or would have left, before the branch",
                        "departures after the event"))
                : branched;
    }

    /** Whether a car is elsewhere before a time. */
    private static boolean changesThePast(RunInputs before, RunInputs after, Instant now) {
        int past = (int) Duration.between(before.horizon().start(), now).dividedBy(Duration.ofMinutes(15));
        for (int i = 0; i < before.prosumers().size(); i++) {
            EvInputs one = before.prosumers().get(i).ev();
            EvInputs other = after.prosumers().get(i).ev();
            for (int t = 0; one != null && other != null && t < past; t++) {
                if (!one.plugged().get(t).equals(other.plugged().get(t))
                        || one.drivenKwh().at(t) != other.drivenKwh().at(t)) {
                    return true;
                }
            }
        }
        return false;
    }
}
