package org.vppworkbench.app.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.AboveOptimum;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.RunNumbers;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.DayOptimum;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/** What came of the run shown. */
public final class ResultsViewModel {
    /** What the sentence about the optimum means. */
    static final String BEST_MEANING =
            "The best of all homes together with perfect foresight, within the owners' preferences (AWARE): a certified upper"
                    + " bound on W of this run. Where a hard preference was broken, the bound of BLIND holds instead.";

    private static final String GAP = "certifiedGapShare";

    /** More than these nobody reads at once. */
    private static final int MOST_OBSTACLES = 8;

    /** Homes up to which figures are made at once: some hundredths of a second. */
    static final int HOMES_AT_ONCE = 300;

    private final Workbench workbench;
    private final ObservableList<Kpi> kpis = FXCollections.observableArrayList();
    private final ObservableList<MetricRow> metrics = FXCollections.observableArrayList();
    private final ObservableList<ProsumerScore> homes = FXCollections.observableArrayList();
    private final ObservableList<Invariant> invariants = FXCollections.observableArrayList();
    private final ObservableList<OptimumResult> optima = FXCollections.observableArrayList();
    private final ObservableList<OptimumRow> certificates = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CertificateWords> certificate =
            new ReadOnlyObjectWrapper<>(this, "certificate");
    private final ReadOnlyObjectWrapper<@Nullable DayStory> day = new ReadOnlyObjectWrapper<>(this, "day");
    private final ReadOnlyStringWrapper best = new ReadOnlyStringWrapper(this, "best", "");
    private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper(this, "plan", "");
    private final ReadOnlyStringWrapper noOptimum = new ReadOnlyStringWrapper(this, "noOptimum", "");
    private final ReadOnlyObjectWrapper<List<Figure>> figures = new ReadOnlyObjectWrapper<>(this, "figures", List.of());
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private final ReadOnlyObjectWrapper<@Nullable ExperimentResult> shown =
            new ReadOnlyObjectWrapper<>(this, "shown");

    public ResultsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.outcomeProperty().addListener((o, was, is) -> show(is));
        workbench.dayOptimumProperty().addListener((o, was, is) -> showDay());
        workbench.solvingProperty().addListener((o, was, is) -> showSolving());
        workbench.obstacles().addListener((ListChangeListener<Finding>) change -> showSolving());
        show(workbench.outcomeProperty().get());
    }

    /** The result shown, or {@code null}; set after everything else here is up to date. */
    public ReadOnlyObjectProperty<@Nullable ExperimentResult> resultProperty() {
        return shown.getReadOnlyProperty();
    }

    public Workbench workbench() {
        return workbench;
    }

    public ObservableList<Kpi> kpis() {
        return kpis;
    }

    public ObservableList<MetricRow> metrics() {
        return metrics;
    }

    public ObservableList<ProsumerScore> homes() {
        return homes;
    }

    public ObservableList<Invariant> invariants() {
        return invariants;
    }

    /** HOME, AWARE, BLIND once they are solved. */
    public ObservableList<OptimumResult> optima() {
        return optima;
    }

    /** All certified optima at hand: of the whole run, and of the day on screen alone. */
    public ObservableList<OptimumRow> certificates() {
        return certificates;
    }

    /** Of AWARE of the whole run, or {@code null} while it is not solved. */
    public ReadOnlyObjectProperty<@Nullable CertificateWords> certificateProperty() {
        return certificate.getReadOnlyProperty();
    }

    /** The run against its optimum, in a sentence; empty while that is not solved. */
    public ReadOnlyStringProperty bestProperty() {
        return best.getReadOnlyProperty();
    }

    /** The day on screen against its own best, for a run of several days; else {@code null}. */
    public ReadOnlyObjectProperty<@Nullable DayStory> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /** What was agreed before the run, where the mechanism agrees on schedules first; else empty. */
    public ReadOnlyStringProperty planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Why there is no certificate yet, and what helps. */
    public ReadOnlyStringProperty noOptimumProperty() {
        return noOptimum.getReadOnlyProperty();
    }

    /** The figures of the result shown; empty while there is none or they are being made. */
    public ReadOnlyObjectProperty<List<Figure>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** What a number of the run shown is, or {@code null} without a run. */
    public @Nullable NumberWords explained(String key) {
        ExperimentResult result = shown.get();
        return result == null ? null : NumberWords.of(RunNumbers.of(result).explain(key));
    }

    /** What was run, in a line. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether no invariant is breached. */
    public boolean trustworthy() {
        return invariants.stream().allMatch(Invariant::holds);
    }

    /** Invariants that are breached, in words; empty where none is. */
    public String breaches() {
        return invariants.stream()
                .filter(i -> !i.holds())
                .map(i -> i.name() + ": " + i.detail())
                .collect(Collectors.joining("\n"));
    }

    private void show(@Nullable ExperimentResult result) {
        if (result == null) {
            kpis.clear();
            metrics.clear();
            homes.clear();
            invariants.clear();
            optima.clear();
            verdict.set("");
            plan.set("");
            figures.set(List.of());
            showDay();
            showSolving();
            shown.set(null);
            return;
        }
        OptimumSet optimum = result.optimum();
        optima.setAll(optimum == null ? List.of() : optimum.results());
        metrics.setAll(MetricRow.of(result.metrics()));
        homes.setAll(result.metrics().prosumers());
        invariants.setAll(result.invariants());
        plan.set(plan(result));
        showDay();
        showSolving();
        String warning = PriceKinds.warning(result.scenario().provenance());
        verdict.set(
                String.format(
                        Locale.ROOT,
                        "%s%s (%s), %s, %s, seed %d",
                        warning.isEmpty() ? "" : warning + " · ",
                        result.record().mechanism(),
                        result.record().label(),
                        result.scenario().inputs().horizon().firstDay(),
                        Workbench.days(result.scenario().inputs().horizon().days()),
                        result.scenario().scenario().seed()));
        shown.set(result);
        makeFigures(result);
    }

    /** The run against its optimum, or why there is none. */
    private void showBest(@Nullable ExperimentResult result) {
        OptimumSet optimum = result == null ? null : result.optimum();
        boolean broken = homes.stream().mapToInt(ProsumerScore::hardViolations).sum() > 0;
        OptimumResult found = optimum == null ? null : optimum.of(broken ? Mode.BLIND : Mode.AWARE).orElse(null);
        certificate.set(found == null ? null : CertificateWords.of("the whole run", found));
        if (result != null && found != null) {
            best.set(Numbers.format("The whole run: W %.2f $ of at most ", result.welfareUsd())
                    + Numbers.format("%.2f $", found.upperBoundUsd()) + (broken ? ", preferences aside" : ""));
        } else {
            best.set(result == null || workbench.obstacles().isEmpty()
                    ? ""
                    : "No optimum: " + workbench.obstacles().getFirst().sentence());
        }
    }

    private void showDay() {
        DayOptimum alone = workbench.dayOptimumProperty().get();
        ExperimentResult result = workbench.outcomeProperty().get();
        day.set(alone == null ? null : DayStory.of(alone, result));
        List<OptimumRow> rows = new ArrayList<>();
        optima.forEach(solved -> rows.add(new OptimumRow("whole run", solved)));
        OptimumSet ofDay = alone == null ? null : alone.optima();
        if (alone != null && ofDay != null) {
            ofDay.results().forEach(solved -> rows.add(new OptimumRow(DayStory.scope(alone), solved)));
        }
        certificates.setAll(rows);
    }

    private void showSolving() {
        ExperimentResult result = workbench.outcomeProperty().get();
        kpis.setAll(result == null ? List.of() : kpis(result));
        List<String> against = workbench.obstacles().stream().map(Finding::sentence).toList();
        showBest(result);
        noOptimum.set(
                !against.isEmpty()
                ? "There is no optimum:\n" + against.stream().limit(MOST_OBSTACLES).collect(Collectors.joining("\n"))
                        + (against.size() > MOST_OBSTACLES ? "\nand " + (against.size() - MOST_OBSTACLES) + " more" : "")
                : workbench.solvingProperty().get()
                ? "The optimum is being solved in the background; the status line shows how far it is and can stop it."
                : "The optimum is not solved. “Solve optimum” (F6) works in the background and can be cancelled.");
    }

    /** What was agreed before the run and what became of it, in a line. */
    private static String plan(ExperimentResult result) {
        Double welfare = metric(result, "planWelfareUsd");
        Double bound = metric(result, "planUpperBoundUsd");
        Double contracts = metric(result, "planHourlyLossUsd");
        Double trading = metric(result, "planTradingLossUsd");
        Double rounds = metric(result, "planRounds");
        Double gap = metric(result, "planGapShare");
        if (welfare == null || bound == null || contracts == null || trading == null || rounds == null) {
            return "";
        }
        return Numbers.format("Agreed before the run, in %.0f rounds: ", rounds)
                + Numbers.format("W %.2f $ at expected prices", welfare)
                + Numbers.format(" of at most %.2f $", bound)
                + (gap == null ? "" : ", plan gap " + CertificateWords.share(gap))
                + Numbers.format("; plan loss %.2f $", contracts + trading)
                + Numbers.format(": hourly contracts %.2f $", contracts)
                + Numbers.format(", trading and forecasts %.2f $.", trading);
    }

    private static @Nullable Double metric(ExperimentResult result, String key) {
        return result.metrics().metric(key).map(Metric::value).orElse(null);
    }

    /** Those of a large fleet take seconds: the window does not wait for them, and shows no old ones meanwhile. */
    private void makeFigures(ExperimentResult result) {
        int count = result.scenario().inputs().prosumers().size();
        if (count <= HOMES_AT_ONCE) {
            figures.set(RunFigures.of(result));
            return;
        }
        figures.set(List.of());
        workbench.tasks().submit(new BackgroundTask<>(
                String.format(Locale.ROOT, "Figures of %,d homes", count),
                (progress, cancel) -> RunFigures.of(result),
                made -> {
                    if (result.equals(shown.get())) {
                        figures.set(made);
                    }
                },
                e -> workbench.tell(Finding.Severity.ERROR, "No figures", Workbench.reason(e))));
    }

    private List<Kpi> kpis(ExperimentResult result) {
        List<Kpi> list = new ArrayList<>();
        double value = result.welfareUsd() - result.referenceWelfareUsd();
        list.add(new Kpi("VPP value W − W⁰", Numbers.format("%.2f", value), "$", "above home plans", "vppValueUsd", value >= 0));
        list.add(share(result, "efficiencyAware", "Efficiency η",
                AboveOptimum.why(result.metrics().week()).orElse("of the certified best")));
        list.add(share(result, "homesShareOfSurplusShare", "Homes' share", "of the VPP value"));
        long contracts = result.settlement().contracts().stream().filter(c -> c.cleared()).count();
        list.add(new Kpi("Contracts", String.valueOf(contracts), "", "in force", "contractsInForce", true));
        int broken = homes.stream().mapToInt(ProsumerScore::hardViolations).sum();
        list.add(new Kpi("Hard preferences", String.valueOf(broken), "broken", broken == 0 ? "all kept" : "see the metrics", "hardViolations", broken == 0));
        list.add(gap());
        return list;
    }

    private Kpi share(ExperimentResult result, String key, String title, String note) {
        Metric metric = result.metrics().metric(key).orElse(null);
        Double value = metric == null ? null : metric.value();
        return value == null
                ? new Kpi(title, "n/a", "", metric != null && metric.reason().contains("optimum") ? whenSolved() : "see the metrics",
                        key, uncertified().isEmpty())
                : new Kpi(title, Numbers.format("%.1f", 100 * value), "%", note, key, true);
    }

    private String whenSolved() {
        return !uncertified().isEmpty()
                ? "not certified: " + uncertified()
                : !workbench.obstacles().isEmpty()
                ? "there is none"
                : workbench.solvingProperty().get() ? "being solved" : "solve the optimum";
    }

    /** Modes that are solved but not certified within the gap asked for. */
    private String uncertified() {
        return optima.stream()
                .filter(result -> result.status() != OptimumStatus.OPTIMAL)
                .map(result -> result.mode().name())
                .collect(Collectors.joining(", "));
    }

    private Kpi gap() {
        if (optima.isEmpty()) {
            return new Kpi("Certified gap", "n/a", "", whenSolved(), GAP, true);
        }
        double worst = optima.stream().mapToDouble(OptimumResult::relativeGap).max().orElse(Double.POSITIVE_INFINITY);
        boolean proved = uncertified().isEmpty();
        return Double.isFinite(worst)
                ? new Kpi("Certified gap", worst < 1e-5 ? "< 0.001" : Numbers.format("%.3f", 100 * worst), "%",
                        proved ? "worst of three" : whenSolved(), GAP, proved && worst <= 0.01)
                : new Kpi("Certified gap", "n/a", "", whenSolved(), GAP, false);
    }
}
