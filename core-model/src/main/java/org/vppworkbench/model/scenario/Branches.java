package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;

/** Branches of a resolved scenario. */
public final class Branches {
    private Branches() {}

    /**
     * The scenario of the same run with one more branch.
     *
     * @return findings instead where the change cannot be made
     */
    public static Reading<ResolvedScenario> branch(ResolvedScenario base, Branch branch) {
        Findings out = new Findings();
        List<Branch> all = new ArrayList<>(base.scenario().branches());
        all.add(branch);
        RunInputs inputs = applied(base.inputs(), List.of(branch), out);
        if (out.hasErrors()) {
            return new Reading<>(null, out.list());
        }
        return new Reading<>(
                new ResolvedScenario(
                        base.scenario().withBranches(all), base.fleet(), inputs, base.behaviours(), base.skipped(),
                        base.provenance(), base.forecastReport()),
                out.list());
    }

    /** The inputs with what the branches change in the homes; everything wrong is a finding. */
    static RunInputs applied(RunInputs inputs, List<Branch> branches, Findings out) {
        RunInputs changed = inputs;
        for (Branch branch : branches) {
            OwnerChange change = branch.change();
            String where = "branch, " + change.words();
            if (branch.position() < 1) {
                out.error(where + ", position", branch.position(), "a branch begins after an event", "at least 1");
            }
            if (inputs.prosumers().stream().map(ProsumerInputs::id).noneMatch(change.prosumer()::equals)) {
                out.error(where, change.prosumer(), "no such home", "the id of a home of the fleet");
                continue;
            }
            switch (change) {
                case OwnerChange.Refuses refuses -> {}
                case OwnerChange.Asks asks -> out.aboveZero(where + ", share", asks.share(), 10, "");
                case OwnerChange.CarLeaves leaves -> changed = new CarDeparture(changed, leaves, out).moved();
            }
        }
        return changed;
    }
}
