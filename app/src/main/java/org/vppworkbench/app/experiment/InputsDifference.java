package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;

/** What two runs do not have in common, in words, and what may then be compared. */
final class InputsDifference {
    private InputsDifference() {}

    /** What of the inputs differs, most important first; empty where nothing does. */
    static List<String> between(RunInputs first, RunInputs other) {
        List<String> found = new ArrayList<>();
        add(found, "days", first.horizon(), other.horizon());
        add(found, "prices", first.prices(), other.prices());
        add(found, "contingency calls", first.calledIntervals(), other.calledIntervals());
        add(found, "requirement", first.required(), other.required());
        List<String> homes = first.prosumers().stream().map(ProsumerInputs::id).toList();
        List<String> others = other.prosumers().stream().map(ProsumerInputs::id).toList();
        if (!homes.equals(others)) {
            found.add("homes (" + homes.size() + " and " + others.size() + ")");
        } else {
            long changed = 0;
            for (int i = 0; i < homes.size(); i++) {
                changed += first.prosumers().get(i).equals(other.prosumers().get(i)) ? 0 : 1;
            }
            if (changed > 0) {
                found.add("devices, loads, tariffs or preferences of " + changed + " homes");
            }
        }
        add(found, "price forecasts", first.forecasts(), other.forecasts());
        add(found, "what homes expect of their own days", first.outlooks(), other.outlooks());
        return found;
    }

    private static void add(List<String> found, String what, Object first, Object other) {
        if (!Objects.equals(first, other)) {
            found.add(what);
        }
    }

    /** Whether both were measured against the same optimum: only what was known beforehand differs. */
    static boolean sameOptimum(RunInputs first, RunInputs other) {
        return first.horizon().equals(other.horizon())
                && first.prices().equals(other.prices())
                && first.calledIntervals().equals(other.calledIntervals())
                && first.required().equals(other.required())
                && first.prosumers().equals(other.prosumers());
    }
}
