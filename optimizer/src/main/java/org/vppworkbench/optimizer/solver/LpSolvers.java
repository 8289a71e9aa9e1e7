package org.vppworkbench.optimizer.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The solvers that are there: those of the workbench, and those that a jar on the class path brings as a service of
 * {@link LpSolver}.
 */
public final class LpSolvers {
    private LpSolvers() {}

    /** All that are there, the default first. */
    public static List<LpSolver> all() {
        List<LpSolver> solvers = new ArrayList<>();
        solvers.add(JOptimizerSolver.INSTANCE);
        solvers.add(new OjAlgoSolver());
        ServiceLoader.load(LpSolver.class).forEach(solvers::add);
        return List.copyOf(solvers);
    }

    /** The solver with an id, if it is there. */
    public static Optional<LpSolver> find(String id) {
        return all().stream().filter(solver -> solver.id().equals(id)).findFirst();
    }
}
