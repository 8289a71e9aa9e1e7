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
            String where = "branch, " + branch.change().words();
            if (branch.position() < 1) {
                out.error(where + ", position", branch.position(), "a branch begins after an event", "at least 1");
            }
            changed = changed(changed, branch.change(), where, out);
        }
        return changed;
    }

    /** The inputs with what one owner changes in the home; what the home expects is left as it was. */
    static RunInputs changed(RunInputs inputs, OwnerChange change, String where, Findings out) {
        List<ProsumerInputs> homes = new ArrayList<>(inputs.prosumers());
        for (int i = 0; i < homes.size(); i++) {
            if (homes.get(i).id().equals(change.prosumer())) {
                homes.set(i, OwnerChanges.applied(homes.get(i), change, inputs.horizon(), where, out));
                return inputs.withHomes(homes);
            }
        }
        out.error(where, change.prosumer(), "no such home", "the id of a home of the fleet");
        return inputs;
    }
}
