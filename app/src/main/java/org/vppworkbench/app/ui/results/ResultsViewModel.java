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
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.optimizer.OptimumResult;

/** What came of the run shown. */
public final class ResultsViewModel {
    private final Workbench workbench;
    private final ObservableList<Kpi> kpis = FXCollections.observableArrayList();
    private final ObservableList<MetricRow> metrics = FXCollections.observableArrayList();
    private final ObservableList<ProsumerScore> homes = FXCollections.observableArrayList();
    private final ObservableList<Invariant> invariants = FXCollections.observableArrayList();
    private final ObservableList<OptimumResult> optima = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private final ReadOnlyObjectWrapper<@Nullable ExperimentResult> shown =
            new ReadOnlyObjectWrapper<>(this, "shown");

    public ResultsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.outcomeProperty().addListener((o, was, is) -> show(is));
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
            shown.set(null);
            return;
        }
        OptimumSet optimum = result.optimum();
        optima.setAll(optimum == null ? List.of() : optimum.results());
        metrics.setAll(MetricRow.of(result.metrics()));
        homes.setAll(result.metrics().prosumers());
        invariants.setAll(result.invariants());
        kpis.setAll(kpis(result));
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
    }

    private List<Kpi> kpis(ExperimentResult result) {
        List<Kpi> list = new ArrayList<>();
        double value = result.welfareUsd() - result.referenceWelfareUsd();
        list.add(new Kpi("VPP value W − W⁰", Numbers.format("%.2f", value), "$", "above home plans", value >= 0));
        list.add(share(result, "efficiencyAware", "Efficiency η", "of the certified best"));
        list.add(share(result, "homesShareOfSurplusShare", "Homes' share", "of the VPP value"));
        long contracts = result.settlement().contracts().stream().filter(c -> c.cleared()).count();
        list.add(new Kpi("Contracts", String.valueOf(contracts), "", "in force", true));
        int broken = homes.stream().mapToInt(ProsumerScore::hardViolations).sum();
        list.add(new Kpi("Hard preferences", String.valueOf(broken), "broken", broken == 0 ? "all kept" : "see the metrics", broken == 0));
        list.add(gap());
        return list;
    }

    private static Kpi share(ExperimentResult result, String key, String title, String note) {
        Metric metric = result.metrics().metric(key).orElse(null);
        Double value = metric == null ? null : metric.value();
        return value == null
                ? new Kpi(title, "n/a", "", metric != null && metric.reason().contains("optimum") ? "solve the optimum" : "see the metrics", true)
                : new Kpi(title, Numbers.format("%.1f", 100 * value), "%", note, true);
    }

    private Kpi gap() {
        double worst = optima.stream().mapToDouble(OptimumResult::relativeGap).max().orElse(Double.NaN);
        return Double.isNaN(worst)
                ? new Kpi("Certified gap", "n/a", "", "solve the optimum", true)
                : new Kpi("Certified gap", worst < 1e-5 ? "< 0.001" : Numbers.format("%.3f", 100 * worst), "%", "worst of three", worst <= 0.01);
    }
}
