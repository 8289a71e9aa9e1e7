package org.vppworkbench.optimizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Optimisation.State;
import org.ojalgo.optimisation.Variable;

/**
 * The greatest value of a linear program in which at most one power of each pair is above 0: branch and bound, depth first, a pair
 * that breaks the rule split into "only in" and "only out". The linear programs are ojAlgo's. Its integer solver is not asked: of
 * the 320 programs of {@link ExactContractsTest} with 160 fleets, version 57.1 calls 17 points optimal that are not (by up to
 * 0.9 $) and gives up on six. On fleet 99 it ends at 5.2520 $, where SCIP proves 5.2841 $ for the very same rows and ojAlgo finds
 * 5.2841 $ itself once the binaries are fixed as SCIP has them. SCIP and this search agree on all 320 to 10⁻⁵ $.
 */
final class OneDirection {
    /** A power below this is none [kW]. */
    private static final double NONE = 1e-6;

    /** A branch has to be worth this much more than the best point so far [$]. */
    private static final double GAIN = 1e-6;

    /**
     * Linear programs after which the search gives up: all there can be with twelve pairs, the intervals of three hours. A count,
     * not a time, so that every machine proves the same.
     */
    private static final int MOST_PROGRAMS = (1 << 13) - 1;

    private final ExpressionsBasedModel model;
    private final List<Pair> pairs;

    /** A device in an interval; powers from 0 up [kW]. */
    record Pair(Variable in, Variable out) {
        private double least(Optimisation.Result point, ExpressionsBasedModel model) {
            return Math.min(power(point, model, in), power(point, model, out));
        }
    }

    OneDirection(ExpressionsBasedModel model, List<Pair> pairs) {
        this.model = model;
        this.pairs = List.copyOf(pairs);
    }

    /** Empty where not proven, or where there is no such point [$]. */
    OptionalDouble maximum() {
        double best = Double.NEGATIVE_INFINITY;
        Deque<List<Variable>> open = new ArrayDeque<>();
        open.push(List.of());
        for (int programs = 0; !open.isEmpty(); programs++) {
            List<Variable> off = open.pop();
            Optimisation.Result point = solve(off);
            boolean none = point.getState() == State.INFEASIBLE;
            if (programs == MOST_PROGRAMS || !(none || point.getState().isOptimal())) {
                return OptionalDouble.empty();
            }
            if (none || point.getValue() <= best + GAIN) {
                continue;
            }
            Pair worst = pairs.stream().max(Comparator.comparingDouble(p -> p.least(point, model))).orElse(null);
            if (worst == null || worst.least(point, model) <= NONE) {
                best = point.getValue();
                continue;
            }
            boolean charges = power(point, model, worst.in()) > power(point, model, worst.out());
            open.push(with(off, charges ? worst.in() : worst.out()));
            open.push(with(off, charges ? worst.out() : worst.in()));
        }
        return best == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    /** On a copy: ojAlgo tightens the limits of the model it solves. */
    private Optimisation.Result solve(List<Variable> off) {
        ExpressionsBasedModel branch = model.copy();
        off.forEach(v -> branch.getVariable(model.indexOf(v)).upper(0));
        return branch.maximise();
    }

    private static double power(Optimisation.Result point, ExpressionsBasedModel model, Variable v) {
        return point.doubleValue(model.indexOf(v));
    }

    private static List<Variable> with(List<Variable> off, Variable more) {
        List<Variable> all = new ArrayList<>(off);
        all.add(more);
        return all;
    }
}
