package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpSolvers;

/** Solvers by the names the command line gives them. */
final class SolverChoice {
    private static final List<String> OPTIONAL = List.of("glop");

    private SolverChoice() {}

    /**
     * The solver of a name.
     *
     * @throws RefusedException where it is unknown, or known and not part of this build
     */
    static LpSolver named(String option, String name) {
        return LpSolvers.find(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> OPTIONAL.contains(name.toLowerCase(Locale.ROOT))
                ? RefusedException.because(
                        option + " " + name, "is not part of this build: its native library is optional",
                        "a build with it: mvn package -Pglop")
                : RefusedException.because(option + " " + name, "unknown solver", allowed()));
    }

    private static String allowed() {
        return LpSolvers.all().stream().map(LpSolver::id).collect(Collectors.joining(", "))
                + "; glop in a build with -Pglop";
    }
}
