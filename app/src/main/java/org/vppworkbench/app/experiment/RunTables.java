package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.DataTable;
import org.vppworkbench.app.io.DataTable.Cell;
import org.vppworkbench.app.io.DataTable.Column;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.OptimumResult;

/** The tables of a run, in one place: for files, for the command line and for the window. */
public final class RunTables {
    /**
     * A table that can be asked for.
     *
     * @param name on the command line and of the files
     * @param shows what it shows, in a sentence
     * @param maker makes it of a run and its label line
     */
    public record Entry(String name, String shows, BiFunction<ExperimentResult, String, DataTable> maker) {}

    /** Amounts below this are noise and shown as 0. */
    private static final double HALF_OF_THE_LAST_DIGIT = 0.5e-9;

    private static final List<Entry> ALL = List.of(
            new Entry("metrics", "Every metric of the run, with its unit; in CSV why one is not defined.", RunTables::metrics),
            new Entry("homes", "Money, satisfaction, broken preferences and regret of every home.", RunTables::homes),
            new Entry("preferences", "How often each kind of preference held, hard and soft apart, and what it is about.",
                    (result, note) -> PreferenceTables.preferences(result, note)),
            new Entry("satisfaction", "Satisfaction and surplus of the homes by what they own.",
                    (result, note) -> PreferenceTables.satisfaction(result, note)),
            new Entry("days", "Welfare, profit and surplus by day.", RunTables::days),
            new Entry("optimum", "The central optima with bound, certified gap and solver.", RunTables::optimum));

    private RunTables() {}

    /** Every table. */
    public static List<Entry> all() {
        return ALL;
    }

    /** A table by its name. */
    public static Optional<Entry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static DataTable metrics(ExperimentResult result, String note) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Metric metric : result.metrics().week()) {
            Double value = metric.value();
            rows.add(List.of(
                    new Cell(metric.key(), ""), Cell.of(metric.title()), number(value, metric.unit().isEmpty() ? 0 : 3),
                    Cell.of(metric.unit()), Cell.of(metric.reason())));
        }
        return new DataTable("metrics", "Metrics of the run", note, List.of(
                        new Column("key", "", false, false),
                        new Column("metric", "Metric", false, true),
                        new Column("value", "Value", true, true),
                        new Column("unit", "Unit", false, true),
                        new Column("not_defined_because", "", false, false)),
                rows);
    }

    private static DataTable homes(ExperimentResult result, String note) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ProsumerScore score : result.metrics().prosumers()) {
            rows.add(List.of(
                    Cell.of(score.prosumer()), usd(score.account().billUsd()), usd(score.baseline().billUsd()),
                    usd(score.account().paymentUsd()), usd(score.account().degradationUsd()),
                    usd(score.account().discomfortUsd()), usd(score.surplusUsd()), number(score.satisfaction(), 3),
                    number((double) score.hardViolations(), 0), number((double) score.softViolations(), 0),
                    usd(score.regretUsd())));
        }
        return new DataTable("homes", "The homes", note, List.of(
                        new Column("home", "Home", false, true),
                        new Column("bill_usd", "Bill [$]", true, true),
                        new Column("bill_without_vpp_usd", "Bill, no VPP [$]", true, true),
                        new Column("payment_usd", "Paid [$]", true, true),
                        new Column("degradation_usd", "Wear [$]", true, true),
                        new Column("discomfort_usd", "Discomfort [$]", true, false),
                        new Column("surplus_usd", "Surplus [$]", true, true),
                        new Column("satisfaction", "Satisfaction [0\u20131]", true, true),
                        new Column("hard_violations", "Hard", true, false),
                        new Column("soft_violations", "Soft", true, false),
                        new Column("regret_usd", "Regret [$]", true, true)),
                rows);
    }

    private static DataTable days(ExperimentResult result, String note) {
        Horizon horizon = result.scenario().inputs().horizon();
        List<List<Cell>> rows = new ArrayList<>();
        for (int d = 0; d < horizon.days(); d++) {
            PeriodAccount with = result.settlement().days().get(d);
            PeriodAccount without = result.referenceSettlement().days().get(d);
            rows.add(List.of(
                    Cell.of(horizon.date(d).toString()), usd(with.welfareUsd()), usd(without.welfareUsd()),
                    usd(with.welfareUsd() - without.welfareUsd()), usd(with.revenueUsd()), usd(with.profitUsd()),
                    usd(with.utilityUsd() - without.utilityUsd())));
        }
        return new DataTable("days", "The days of the run", note, List.of(
                        new Column("day", "Day", false, true),
                        new Column("welfare_usd", "W [$]", true, true),
                        new Column("welfare_without_vpp_usd", "W\u2070 [$]", true, true),
                        new Column("vpp_value_usd", "W \u2212 W\u2070 [$]", true, true),
                        new Column("revenue_usd", "Revenue [$]", true, true),
                        new Column("profit_usd", "Profit [$]", true, true),
                        new Column("surplus_usd", "Homes' surplus [$]", true, true)),
                rows);
    }

    private static DataTable optimum(ExperimentResult result, String note) {
        List<List<Cell>> rows = new ArrayList<>();
        OptimumSet optimum = result.optimum();
        for (OptimumResult one : optimum == null ? List.<OptimumResult>of() : optimum.results()) {
            double percent = 100 * one.relativeGap();
            rows.add(List.of(
                    Cell.of(one.mode().name()), usd(one.objectiveUsd()), usd(one.upperBoundUsd()),
                    new Cell(exact(percent), percent >= 0 && percent < 0.001 ? "< 0.001" : shown(percent, 3)),
                    new Cell(exact(one.maxViolation()), shown(one.maxViolation(), 6)),
                    Cell.of(one.status().name()), number((double) one.iterations(), 0), Cell.of(one.solver())));
        }
        return new DataTable("optimum", "The central optima", note, List.of(
                        new Column("mode", "Optimum", false, true),
                        new Column("welfare_usd", "W [$]", true, true),
                        new Column("upper_bound_usd", "Upper bound [$]", true, true),
                        new Column("gap_percent", "Certified gap [%]", true, true),
                        new Column("max_violation_kw_or_kwh", "", true, false),
                        new Column("status", "Status", false, true),
                        new Column("iterations", "", true, false),
                        new Column("solver", "Solver", false, true)),
                rows);
    }

    static Cell usd(double value) {
        return new Cell(exact(value), shown(value, 2));
    }

    static Cell number(@Nullable Double value, int decimals) {
        return value == null
                ? new Cell("", "\u2013")
                : new Cell(exact(value), shown(value, value == Math.rint(value) && decimals == 0 ? 0 : Math.max(2, decimals)));
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? Double.toString(value + 0.0) : "";
    }

    private static String shown(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value) < HALF_OF_THE_LAST_DIGIT ? 0 : value)
                .replace('-', '\u2212');
        return text.matches("\u2212[0.]+") ? text.substring(1) : text;
    }
}
