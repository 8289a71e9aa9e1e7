package org.vppworkbench.app.ui.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.WeekComparisonFigure;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.TimeSeries;

/** Two weeks side by side: of samples, or of folders of own data that were opened. */
public final class CompareViewModel {
    private static final int WEEK = 7;

    /**
     * A week to compare.
     *
     * @param sample id of the data
     * @param first its first day
     */
    public record Week(String sample, LocalDate first) {
        @Override
        public String toString() {
            return sample + " from " + first;
        }
    }

    /**
     * A line of the table.
     *
     * @param quantity what
     * @param week of which week
     * @param statistics how it is
     */
    public record Row(WeekQuantity quantity, String week, WeekStatistics statistics) {}

    private final Workbench workbench;
    private final Map<String, DataSet> loaded = new HashMap<>();
    private final List<ObjectProperty<@Nullable Week>> weeks;
    private final ObjectProperty<WeekQuantity> quantity = new SimpleObjectProperty<>(this, "quantity", WeekQuantity.ENERGY);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");

    public CompareViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.weeks = List.of(new SimpleObjectProperty<>(this, "left"), new SimpleObjectProperty<>(this, "right"));
        quantity.addListener((o, was, is) -> revision.set(revision.get() + 1));
        weeks.forEach(week -> week.addListener((o, was, is) -> tell()));
    }

    /** Data that can be chosen. */
    public List<String> samples() {
        return Stream.concat(workbench.laboratory().samples().stream(), Stream.concat(Stream.of(workbench.document().scenario().sample()), loaded.keySet().stream()))
                .distinct()
                .toList();
    }

    /** One of the two weeks, 0 or 1; {@code null} until it is loaded. */
    public ObjectProperty<@Nullable Week> weekProperty(int side) {
        return weeks.get(side);
    }

    /** What is drawn. */
    public ObjectProperty<WeekQuantity> quantityProperty() {
        return quantity;
    }

    /** Statistics of both weeks. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** What is shown, or what is missing, in words. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Grows whenever the figure must be drawn again. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Begins with the data of the document and the next sample. */
    public void begin() {
        if (weeks.get(0).get() == null) {
            load(0, workbench.document().scenario().sample());
            String other = samples().stream().filter(id -> !id.equals(workbench.document().scenario().sample()) && id.startsWith("sp15")).findFirst()
                    .orElse(samples().getLast());
            load(1, other);
        }
    }

    /** Loads data for one side and takes its first week. */
    public void load(int side, String sample) {
        DataSet known = sample.equals(workbench.document().scenario().sample()) ? workbench.data() : loaded.get(sample);
        if (known != null) {
            take(side, sample, known);
            return;
        }
        if (!workbench.laboratory().samples().contains(sample)) {
            words.set(sample + ": open its folder first.");
            return;
        }
        words.set("Loading " + sample + " …");
        workbench.tasks().submit(new BackgroundTask<>(
                "Load " + sample + " to compare",
                (progress, cancel) -> RefusedException.unlessUsable(workbench.laboratory().data(sample)),
                data -> take(side, sample, data),
                e -> words.set("Not loaded: " + Workbench.reason(e))));
    }

    /** First days of the weeks of one side. */
    public List<LocalDate> firstDays(int side) {
        Week week = weeks.get(side).get();
        DataSet data = week == null ? null : loaded.get(week.sample());
        return data == null ? List.of() : IntStream.rangeClosed(0, Math.max(0, data.horizon().days() - WEEK)).mapToObj(data.horizon()::date).toList();
    }

    /** The weeks as they are drawn; those without the quantity are left out. */
    public List<WeekComparisonFigure.Week> drawn() {
        List<WeekComparisonFigure.Week> drawn = new ArrayList<>();
        for (ObjectProperty<@Nullable Week> side : weeks) {
            Week week = side.get();
            double[] hours = week == null ? null : hours(week, quantity.get());
            if (week != null && hours != null) {
                drawn.add(new WeekComparisonFigure.Week(week.toString(), java.util.Arrays.stream(hours).boxed().toList()));
            }
        }
        return drawn;
    }

    /** What kind of numbers these are. */
    public String note() {
        List<String> notes = new ArrayList<>();
        for (ObjectProperty<@Nullable Week> side : weeks) {
            Week week = side.get();
            DataSet data = week == null ? null : loaded.get(week.sample());
            if (data != null) {
                String warning = PriceKinds.warning(data.provenance());
                notes.add(data.id() + ": " + (warning.isEmpty() ? "prices as published" : warning));
            }
        }
        return String.join("; ", notes) + "; means of hours";
    }

    private double @Nullable [] hours(Week week, WeekQuantity what) {
        DataSet data = Objects.requireNonNull(loaded.get(week.sample()));
        TimeSeries series = what.of(data);
        return series == null ? null : WeekStatistics.byHour(series, data.horizon(), week.first(), WEEK);
    }

    private void take(int side, String sample, DataSet data) {
        loaded.put(sample, data);
        weeks.get(side).set(new Week(sample, data.horizon().firstDay()));
    }

    private void tell() {
        List<Row> next = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (WeekQuantity what : WeekQuantity.values()) {
            for (ObjectProperty<@Nullable Week> side : weeks) {
                Week week = side.get();
                double[] hours = week == null ? null : hours(week, what);
                if (hours != null) {
                    next.add(new Row(what, Objects.requireNonNull(week).toString(), WeekStatistics.of(hours)));
                } else if (week != null) {
                    missing.add(week.sample() + " has no " + what.words().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        rows.setAll(next);
        words.set(missing.isEmpty() ? "Means of hours; evening is 17–21 h, midday 10–14 h, local time." : String.join("; ", missing) + ".");
        revision.set(revision.get() + 1);
    }
}
