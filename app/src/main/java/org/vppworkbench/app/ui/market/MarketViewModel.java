package org.vppworkbench.app.ui.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.quality.QualityReport;
import org.vppworkbench.sample.quality.QualityResult;
import org.vppworkbench.sample.quality.QualityRow;

/** Prices and the fleet's PV and load over the days of the document. */
public final class MarketViewModel {
    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<@Nullable ResolvedScenario> shown =
            new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper(this, "subtitle", "");
    private final ObservableList<Provenance> series = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable QualityReport> quality = new ReadOnlyObjectWrapper<>(this, "quality");
    private final ObservableList<QualityRow> checks = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(this, "empty", "");
    private final ObjectProperty<MarketRange> range = new SimpleObjectProperty<>(this, "range", MarketRange.RUN);
    private final BooleanProperty compressed = new SimpleBooleanProperty(this, "compressed");
    private final ReadOnlyObjectWrapper<@Nullable MarketDays> days = new ReadOnlyObjectWrapper<>(this, "days");
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper(this, "readout", "");
    private final ReadOnlyStringWrapper provenance = new ReadOnlyStringWrapper(this, "provenance", "");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(this, "missing", "");
    private final ReadOnlyObjectWrapper<Horizon> window;
    private String assessed = "";
    private @Nullable Document drawn;

    public MarketViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.window = new ReadOnlyObjectWrapper<>(this, "window", workbench.data().horizon());
        range.addListener((o, was, is) -> window.set(windowOf(is, 0)));
        workbench.resolvedProperty().addListener((o, was, is) -> show(is));
        workbench.checkingProperty().addListener((o, was, is) -> show(workbench.resolvedProperty().get()));
        show(workbench.resolvedProperty().get());
        workbench.history().documentProperty().addListener((o, was, is) -> {
            assess();
            collect();
        });
        assess();
        collect();
    }

    /** All days of the data with the fleet on them. */
    public ReadOnlyObjectProperty<@Nullable MarketDays> daysProperty() {
        return days.getReadOnlyProperty();
    }

    /** How much is on screen. */
    public ObjectProperty<MarketRange> rangeProperty() {
        return range;
    }

    /** The days on screen. */
    public ReadOnlyObjectProperty<Horizon> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Whether prices stand on a logarithmic scale, so that a spike leaves the other hours readable. */
    public BooleanProperty compressedProperty() {
        return compressed;
    }

    /** Values at the cursor, with units. */
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** Which quantities these data do not have, in words; empty where they have all. */
    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Where every series came from. */
    public ReadOnlyStringProperty provenanceProperty() {
        return provenance.getReadOnlyProperty();
    }

    /** Moves the window by its own length. */
    public void move(int windows) {
        window.set(windowOf(range.get(), windows));
    }

    /** Reads the values at a moment [ms since 1970]; {@code NaN} for none. */
    public void look(double millis) {
        MarketDays all = days.get();
        readout.set(all == null || Double.isNaN(millis) ? "" : all.at(Instant.ofEpochMilli((long) millis)));
    }

    private Horizon windowOf(MarketRange wanted, int steps) {
        Horizon all = workbench.data().horizon();
        Scenario s = workbench.document().scenario();
        int length = switch (wanted) {
            case ALL -> all.days();
            case RUN -> Math.min(s.days(), all.days());
            case DAY, WEEK -> Math.min(wanted.days(), all.days());
        };
        LocalDate begin = steps == 0 ? s.firstDay() : window.get().firstDay().plusDays((long) steps * length);
        LocalDate latest = all.firstDay().plusDays(all.days() - (long) length);
        LocalDate first = begin.isBefore(all.firstDay()) ? all.firstDay() : begin.isAfter(latest) ? latest : begin;
        return new Horizon(first, length, all.zone());
    }

    private void collect() {
        Document document = workbench.document();
        Document before = drawn;
        if (before != null && before.fleet().equals(document.fleet()) && before.scenario().sample().equals(document.scenario().sample())
                && Objects.equals(before.own(), document.own())) {
            if (range.get() == MarketRange.RUN) {
                window.set(windowOf(MarketRange.RUN, 0));
            }
            return;
        }
        drawn = document;
        DataSet data = workbench.data();
        TimeSeries temperature = workbench.laboratory().temperature(data.id());
        MarketDays all = MarketDays.of(data, document.fleet(), temperature);
        List<String> none = new ArrayList<>();
        MarketSeries prices = data.prices();
        if (prices.realTime() == null) {
            none.add("real-time prices");
        }
        if (!reserves(prices)) {
            none.add("reserve prices");
        }
        if (all.content().temperatureC() == null) {
            none.add("temperature");
        }
        provenance.set(ProvenanceText.of(data));
        missing.set(none.isEmpty() ? "" : "Not in these data: " + String.join(", ", none) + ".");
        window.set(windowOf(range.get(), 0));
        days.set(all);
    }

    /** The quality of the whole sample, or {@code null} until it is assessed. */
    public ReadOnlyObjectProperty<@Nullable QualityReport> qualityProperty() {
        return quality.getReadOnlyProperty();
    }

    /** What was checked, worst first. */
    public ObservableList<QualityRow> checks() {
        return checks;
    }

    /** How many checks came to what, in words. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The scenario drawn, or {@code null} while the document has errors; set after everything else here is up to date. */
    public ReadOnlyObjectProperty<@Nullable ResolvedScenario> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Why nothing is drawn. */
    public ReadOnlyStringProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Series drawn, with their labels. */
    public ObservableList<Provenance> series() {
        return series;
    }

    /** The line that says what kind of numbers these are. */
    String note(ResolvedScenario scenario) {
        return RunFigures.note(workbench.labelOf(scenario.scenario().mechanism()), scenario);
    }

    private void assess() {
        DataSet data = workbench.data();
        if (data.id().equals(assessed)) {
            return;
        }
        assessed = data.id();
        quality.set(null);
        checks.clear();
        verdict.set("Looking at " + data.id() + " …");
        workbench.tasks().submit(new BackgroundTask<>(
                "Quality of " + data.id(),
                (progress, cancel) -> workbench.laboratory().quality(data),
                report -> {
                    if (data.id().equals(assessed)) {
                        show(report);
                    }
                },
                e -> verdict.set("Not assessed: " + Workbench.reason(e))));
    }

    private void show(QualityReport report) {
        checks.setAll(report.rows().stream()
                .sorted(Comparator.comparing(QualityRow::result).reversed())
                .toList());
        verdict.set(String.format(Locale.ROOT, "%s, all days: %s, %s, %d checks without objection",
                report.data().id(),
                counted(report.count(QualityResult.WARNING), "warning"),
                counted(report.count(QualityResult.NOTE), "note"),
                report.count(QualityResult.GOOD)));
        quality.set(report);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void show(@Nullable ResolvedScenario scenario) {
        series.setAll(
                scenario == null
                        ? List.of()
                        : scenario.provenance().stream().filter(MarketViewModel::isDrawn).toList());
        empty.set(workbench.checkingProperty().get()
                ? "The scenario is being checked."
                : "The scenario has errors: correct the findings of the Scenario pane.");
        subtitle.set(
                scenario == null
                        ? empty.get()
                        : warning(scenario) + scenario.inputs().horizon().firstDay()
                                + ", "
                                + Workbench.days(scenario.inputs().horizon().days())
                                + (reserves(scenario.inputs().prices()) ? "" : " · no reserve prices, so no reserve is traded"));
        shown.set(scenario);
    }

    private static String warning(ResolvedScenario scenario) {
        String warning = PriceKinds.warning(scenario.provenance());
        return warning.isEmpty() ? "" : warning + " · ";
    }

    private static boolean reserves(MarketSeries prices) {
        return prices.spin() != null || prices.nonSpin() != null;
    }

    private static boolean isDrawn(Provenance p) {
        String series = p.series();
        return series.contains("$/MW") || series.contains("kW]") || series.contains("kWdc") || series.contains("°C");
    }
}
