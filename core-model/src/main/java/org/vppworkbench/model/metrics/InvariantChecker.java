package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.SettledContract;

/** Judges the invariants of {@code model.md} §5 on a settled run. */
public final class InvariantChecker {
    /** Rounding allowed in money sums [$]. */
    private static final double CENT = 1e-6;

    /** Rounding allowed in powers and energies [kW, kWh]. */
    private static final double PHYSICS = 1e-6;

    private InvariantChecker() {}

    /**
     * @param table the evaluated run, which knows the hard violations
     */
    public static List<Invariant> check(SettledRun run, MetricTable table) {
        List<Invariant> verdicts = new ArrayList<>();
        PeriodAccount total = run.settlement().total();
        double w = total.welfareUsd();
        OptimumReference optimum = run.optimum();
        if (optimum != null) {
            verdicts.add(atMost("welfare <= blind bound", w, optimum.blindUpperBound()));
            int broken = table.prosumers().stream().mapToInt(ProsumerScore::hardViolations).sum();
            if (broken == 0) {
                verdicts.add(atMost("welfare <= aware bound", w, optimum.awareUpperBound()));
            }
            double w0 = run.baseline().total().welfareUsd();
            verdicts.add(atMost("home plans <= home bound", w0, optimum.homeUpperBound()));
            verdicts.add(atMost("home bound <= aware bound", optimum.homeUpperBound(), optimum.awareUpperBound()));
            verdicts.add(atMost("aware bound <= blind bound", optimum.awareUpperBound(), optimum.blindUpperBound()));
            verdicts.add(atMost("home optimum <= aware bound", optimum.homeObjective(), optimum.awareUpperBound()));
            verdicts.add(atMost("aware optimum <= blind bound", optimum.awareObjective(), optimum.blindUpperBound()));
            Double forecast = optimum.forecastWelfare();
            if (forecast != null) {
                verdicts.add(atMost("forecast optimum <= aware bound", forecast, optimum.awareUpperBound()));
            }
        }
        verdicts.add(moneyAddsUp(run, total));
        PhysicsAudit.Verdict physics = PhysicsAudit.check(run.inputs(), run.dispatch());
        verdicts.add(new Invariant(
                "energy balance and limits", physics.worst() <= PHYSICS, text(physics.worst()) + " " + physics.where()));
        verdicts.add(delivery(run));
        return verdicts;
    }

    /** Whether nothing is breached. */
    public static boolean allHold(List<Invariant> verdicts) {
        return verdicts.stream().allMatch(Invariant::holds);
    }

    private static Invariant atMost(String name, double value, double bound) {
        double slack = CENT * (1 + Math.abs(bound));
        return new Invariant(name, value <= bound + slack, text(value) + " <= " + text(bound));
    }

    /** Welfare from first principles: market revenue from dispatch and contracts, less what homes bear; payments cancel. */
    private static Invariant moneyAddsUp(SettledRun run, PeriodAccount total) {
        double parts = MarketRevenue.of(run.inputs(), run.dispatch(), run.settlement().contracts());
        for (int i = 0; i < run.inputs().prosumers().size(); i++) {
            var account = total.prosumers().get(i);
            parts += account.endValueUsd() - account.billUsd() - account.degradationUsd() - account.discomfortUsd();
        }
        double paid = run.settlement().contracts().stream()
                .mapToDouble(SettledContract::paymentUsd)
                .sum();
        double off = Math.abs(parts - total.welfareUsd());
        if (!run.settlement().contracts().isEmpty()) {
            off = Math.max(off, Math.abs(paid - total.paymentsUsd()));
        }
        return new Invariant("money adds up", off <= CENT, text(off) + " $ off");
    }

    private static Invariant delivery(SettledRun run) {
        double worst = 0;
        for (SettledContract settled : run.settlement().contracts()) {
            worst = Math.max(worst, settled.deliveredKwh() - settled.contract().kw());
        }
        double contracted = 0;
        for (SettledContract settled : run.settlement().contracts()) {
            contracted += settled.deliveredKwh();
        }
        double dispatched = dispatched(run);
        boolean paid = run.settlement().contracts().isEmpty() || dispatched <= contracted + PHYSICS;
        return new Invariant(
                "nothing delivered beyond contracts",
                worst <= PHYSICS && paid,
                text(dispatched) + " kWh dispatched, " + text(contracted) + " kWh under contract");
    }

    private static double dispatched(SettledRun run) {
        double sum = 0;
        List<ProsumerInputs> homes = run.inputs().prosumers();
        for (int i = 0; i < homes.size(); i++) {
            for (int t = 0; t < run.dispatch().intervals(); t++) {
                var row = run.dispatch().at(i, t);
                sum += (row.soldKw() + row.spinKw() + row.nonSpinKw()) * 0.25;
            }
        }
        return sum;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
