package org.vppworkbench.optimizer.glop;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpStatus;
import org.vppworkbench.optimizer.solver.OutsideRun;
import org.vppworkbench.optimizer.solver.SolverSettings;
import org.vppworkbench.optimizer.solver.SolverWatch;

/**
 * GLOP, the simplex solver of Google OR-Tools, with its own settings: it solves to a vertex, whatever gap is asked for. It
 * gets the program as it is.
 */
public final class GlopSolver implements LpSolver {
    @Override
    public String id() {
        return "glop";
    }

    @Override
    public String name() {
        return "OR-Tools 9.15 GLOP";
    }

    @Override
    public LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
        Loader.loadNativeLibraries();
        AtomicReference<MPSolver> running = new AtomicReference<>();
        MPSolver solver = MPSolver.createSolver("GLOP");
        running.set(solver);
        return OutsideRun.of(lp, watch, () -> interrupt(running), () -> {
            try {
                return run(lp, solver);
            } finally {
                // from here on there is nothing to interrupt, and the native object may go
                synchronized (running) {
                    running.set(null);
                    solver.delete();
                }
            }
        });
    }

    private static void interrupt(AtomicReference<MPSolver> running) {
        synchronized (running) {
            MPSolver solver = running.get();
            if (solver != null) {
                solver.interruptSolve();
            }
        }
    }

    private static LpSolution run(LinearProgram lp, MPSolver solver) {
        MPConstraint[] rows = new MPConstraint[lp.rows()];
        Arrays.setAll(rows, i -> solver.makeConstraint(lp.rhs(i), lp.rhs(i)));
        MPVariable[] columns = new MPVariable[lp.columns()];
        MPObjective objective = solver.objective();
        for (int j = 0; j < columns.length; j++) {
            columns[j] = solver.makeNumVar(lp.lower(j), lp.upper(j), "");
            objective.setCoefficient(columns[j], lp.cost(j));
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                rows[lp.row(p)].setCoefficient(columns[j], lp.value(p));
            }
        }
        objective.setMinimization();
        MPSolver.ResultStatus status = solver.solve();
        boolean optimal = status == MPSolver.ResultStatus.OPTIMAL;
        if (!optimal && status != MPSolver.ResultStatus.FEASIBLE) {
            return OutsideRun.nothing(lp, LpStatus.STALLED);
        }
        double[] x = new double[columns.length];
        double[] y = new double[rows.length];
        Arrays.setAll(x, j -> Math.clamp(columns[j].solutionValue(), lp.lower(j), lp.upper(j)));
        Arrays.setAll(y, i -> rows[i].dualValue());
        return new LpSolution(optimal ? LpStatus.SOLVED : LpStatus.STALLED, x, y, 0, (int) solver.iterations());
    }
}
