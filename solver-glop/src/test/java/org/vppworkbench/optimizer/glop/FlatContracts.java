package org.vppworkbench.optimizer.glop;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.lp.FleetProgram;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * The optimum with what the linear program relaxes put back: every battery and car charges or discharges in an interval, not
 * both, and what a home sells is the same in the four intervals of an hour. Solved by the mixed-integer solver SCIP.
 *
 * @param schedule what it found
 * @param proven whether SCIP proved it optimal, to a gap of 10⁻⁷ of the objective
 */
record FlatContracts(FleetSchedule schedule, boolean proven) {
    /** Column numbers are read through the schedule of a point that holds them; real values are far below this. */
    private static final double NUMBERED = 1e9;

    /**
     * @param flat whether sales are the same over the hour; without it only the directions are exclusive
     */
    static FlatContracts solve(RunInputs inputs, Mode mode, boolean flat, int seconds) {
        Loader.loadNativeLibraries();
        List<Integer> members = IntStream.range(0, inputs.prosumers().size()).boxed().toList();
        FleetProgram program = new FleetProgram(inputs, mode, members, _ -> HomeDirections.FREE, () -> {});
        LinearProgram lp = program.program();
        MPSolver scip = MPSolver.createSolver("SCIP");
        try {
            MPVariable[] columns = columns(lp, scip);
            double[] numbered = new double[lp.columns()];
            for (int j = 0; j < numbered.length; j++) {
                numbered[j] = NUMBERED + j;
            }
            for (HomeSchedule home : program.schedules(numbered)) {
                exclusive(lp, scip, columns, home.chargeKw(), home.dischargeKw());
                exclusive(lp, scip, columns, home.evChargeKw(), home.evV2gKw());
                List<Function<HomeSchedule, TimeSeries>> products =
                        List.of(HomeSchedule::soldKw, HomeSchedule::spinKw, HomeSchedule::nonSpinKw);
                if (flat) {
                    products.forEach(product -> flat(scip, columns, product.apply(home)));
                }
            }
            scip.setTimeLimit(1000L * seconds);
            MPSolverParameters parameters = new MPSolverParameters();
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-7);
            MPSolver.ResultStatus status = scip.solve(parameters);
            if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                throw new IllegalStateException("SCIP: " + status);
            }
            double[] x = new double[columns.length];
            for (int j = 0; j < x.length; j++) {
                x[j] = columns[j].solutionValue();
            }
            return new FlatContracts(
                    new FleetSchedule(program.schedules(x)), status == MPSolver.ResultStatus.OPTIMAL);
        } finally {
            scip.delete();
        }
    }

    private static MPVariable[] columns(LinearProgram lp, MPSolver scip) {
        MPConstraint[] rows = new MPConstraint[lp.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = scip.makeConstraint(lp.rhs(i), lp.rhs(i));
        }
        MPVariable[] columns = new MPVariable[lp.columns()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = scip.makeNumVar(lp.lower(j), lp.upper(j), "");
            scip.objective().setCoefficient(columns[j], lp.cost(j));
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                rows[lp.row(p)].setCoefficient(columns[j], lp.value(p));
            }
        }
        scip.objective().setMinimization();
        return columns;
    }

    /** Column behind a value of the numbered schedule, or −1 where it is a constant. */
    private static int column(double value) {
        return value >= NUMBERED ? (int) Math.round(value - NUMBERED) : -1;
    }

    private static void exclusive(
            LinearProgram lp, MPSolver scip, MPVariable[] columns, TimeSeries charge, TimeSeries discharge) {
        for (int t = 0; t < charge.length(); t++) {
            int in = column(charge.at(t));
            int out = column(discharge.at(t));
            if (in >= 0 && out >= 0) {
                MPVariable charging = scip.makeBoolVar("");
                MPConstraint first = scip.makeConstraint(-MPSolver.infinity(), 0);
                first.setCoefficient(columns[in], 1);
                first.setCoefficient(charging, -lp.upper(in));
                MPConstraint second = scip.makeConstraint(-MPSolver.infinity(), lp.upper(out));
                second.setCoefficient(columns[out], 1);
                second.setCoefficient(charging, lp.upper(out));
            }
        }
    }

    private static void flat(MPSolver scip, MPVariable[] columns, TimeSeries sold) {
        for (int t = 0; t < sold.length(); t++) {
            int here = column(sold.at(t));
            int next = t % 4 == 3 ? column(sold.at(t - 3)) : column(sold.at(t + 1));
            if (here < 0) {
                continue;
            }
            MPConstraint same = scip.makeConstraint(0, 0);
            same.setCoefficient(columns[here], 1);
            if (next >= 0) {
                same.setCoefficient(columns[next], -1);
            }
        }
    }
}
