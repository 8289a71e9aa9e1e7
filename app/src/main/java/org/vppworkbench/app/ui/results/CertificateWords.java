package org.vppworkbench.app.ui.results;

import java.util.List;
import java.util.stream.Collectors;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/**
 * What is proved about an optimum, in words.
 *
 * @param badge status and gap, in a few words
 * @param brief the bound in fewer words
 * @param kind style of the badge: {@code good}, {@code derived} or {@code bad}
 * @param rows every number with its definition
 */
public record CertificateWords(String badge, String brief, String kind, List<Row> rows) {
    /**
     * @param name what it is
     * @param value with its unit
     * @param definition what that means
     */
    public record Row(String name, String value, String definition) {}

    public CertificateWords {
        rows = List.copyOf(rows);
    }

    /**
     * The certificate of an optimum.
     *
     * @param scope what was optimised, such as {@code the whole run}
     */
    public static CertificateWords of(String scope, OptimumResult result) {
        boolean proved = result.status() == OptimumStatus.OPTIMAL;
        boolean none = result.objective() == null;
        String gap = none ? "" : ", gap " + usd(result.gapUsd()) + " (" + share(result.relativeGap()) + ")";
        String bound = Numbers.format("at most %.2f $", result.upperBoundUsd()) + (proved ? " ✓" : "");
        String badge = (proved ? "✓ certified" : none ? "✗ no certified schedule" : "not proved") + gap;
        return new CertificateWords(badge, none ? badge : bound, proved ? "good" : none ? "bad" : "derived", List.of(
                new Row("Optimum", result.mode() + " of " + scope, words(result.mode())),
                new Row("Status", words(result.status()), result.message().isEmpty()
                        ? "Proved means: gap within the tolerance asked for (0.1 %), no constraint broken by more than 0.000001 kW or kWh."
                        : result.message()),
                new Row("Objective W", Numbers.format("%.4f $", result.objectiveUsd()),
                        result.maxViolation() <= OptimumResult.FEASIBILITY
                                ? "Welfare of a certified point of the linear program; the true optimum is at least this."
                                : "Welfare of a point that breaks a constraint: the true optimum may be less."),
                new Row("Upper bound", Numbers.format("%.4f $", result.upperBoundUsd()),
                        "No schedule whatever is worth more: weak duality, every sum rounded outwards."),
                new Row("Gap", none ? "–" : usd(result.gapUsd()) + " (" + share(result.relativeGap()) + ")",
                        "Bound less objective, and as a share of the money at stake, max(1 $, UB(AWARE) − UB(HOME)) = "
                                + Numbers.format("%.2f $.", result.yardstickUsd())),
                new Row("Can be carried out", Numbers.format("%.4f $", result.feasibleUsd()),
                        "Welfare of the schedule in which each battery charges or discharges in an interval, never both."),
                new Row("Largest violation", violation(result), "Of any constraint by the certified point, checked one by one."),
                new Row("Solver", result.solver() + ", " + result.iterations() + " steps",
                        "The certificate is computed from the inputs by code of its own and does not rely on the solver.")));
    }

    /** What was optimised, such as {@code AWARE of the whole run}. */
    public String title() {
        return rows.getFirst().value();
    }

    /** All of it, a line per number. */
    public String lines() {
        return rows.stream().map(row -> row.name() + ": " + row.value()).collect(Collectors.joining("\n"));
    }

    /** An amount of money so small that digits matter. */
    static String usd(double usd) {
        return Double.isFinite(usd) ? Math.abs(usd) < 1e-4 ? "< 0.0001 $" : Numbers.format("%.4f $", usd) : "∞ $";
    }

    /** A share in percent. */
    static String share(double share) {
        return Double.isFinite(share) ? Math.abs(share) < 1e-5 ? "< 0.001 %" : Numbers.format("%.3f", 100 * share) + " %" : "∞ %";
    }

    private static String violation(OptimumResult result) {
        double worst = result.maxViolation();
        return worst == 0 ? "0 kW or kWh" : Double.isFinite(worst) ? Numbers.format("%.0e kW or kWh", worst) : "–";
    }

    private static String words(Mode mode) {
        return switch (mode) {
            case HOME -> "Every home at its own best, nothing is sold.";
            case AWARE -> "All homes together with perfect foresight, within the owners' preferences.";
            case BLIND -> "All homes together with perfect foresight, the owners' preferences dropped.";
        };
    }

    private static String words(OptimumStatus status) {
        return switch (status) {
            case OPTIMAL -> "OPTIMAL: proved within the tolerance";
            case NOT_PROVED -> "NOT_PROVED: the bound holds, the gap is wider than asked for, or the point breaks a constraint";
            case INFEASIBLE -> "INFEASIBLE: no schedule satisfies all constraints";
            case CANCELLED -> "CANCELLED: stopped";
        };
    }
}
