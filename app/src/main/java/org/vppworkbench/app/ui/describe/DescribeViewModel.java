package org.vppworkbench.app.ui.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DescribedHomes;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.describe.FieldRow.Origin;
import org.vppworkbench.app.ui.session.FleetEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.negotiation.text.HomeField;
import org.vppworkbench.negotiation.text.Span;

/**
 * Descriptions that become homes. The text is read in the background when it rests for a moment; one reading runs at a time,
 * and only that of the latest text is shown. Nothing reaches the fleet before {@link #add}.
 */
public final class DescribeViewModel {
    /** How long the text must rest before it is read [ns]. */
    static final long REST_NANOS = 300_000_000;

    private final Workbench workbench;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty many = new SimpleBooleanProperty(this, "many");
    private final BooleanProperty defaultsShown = new SimpleBooleanProperty(this, "defaultsShown", true);
    private final ObservableList<DescribedLine> lines = FXCollections.observableArrayList();
    private final ObservableList<FieldRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FieldRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable DescribedLine> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyIntegerWrapper ready = new ReadOnlyIntegerWrapper(this, "ready");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /** What was read last. */
    private LinesReader.Result result = LinesReader.Result.NOTHING;
    /** Number of the latest text or mode, and of the one that was read. */
    private int latest;
    private int answered;
    private boolean waiting;
    /** When the latest text was first seen, or {@code null} until the next frame. */
    private @Nullable Long restsSince;
    private @Nullable TaskStatus running;

    /**
     * @param pulse tells the time that the text rests
     */
    public DescribeViewModel(Workbench workbench, Pulse pulse) {
        this.workbench = workbench;
        text.addListener((o, was, is) -> changed());
        many.addListener((o, was, is) -> changed());
        defaultsShown.addListener((o, was, is) -> show(shown.get()));
        pulse.add(this::frame);
    }

    /** The description, or one a line. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether every line is a home. */
    public BooleanProperty manyProperty() {
        return many;
    }

    /** Whether values that nobody said are shown too. */
    public BooleanProperty defaultsShownProperty() {
        return defaultsShown;
    }

    /** What was read, one for each home. */
    ObservableList<DescribedLine> lines() {
        return lines;
    }

    /** The home whose values are shown. */
    ReadOnlyObjectProperty<@Nullable DescribedLine> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The values of the home shown. */
    ObservableList<FieldRow> rows() {
        return rows;
    }

    /** What is wrong or worth knowing about the home shown, the worst first. */
    ObservableList<Finding> findings() {
        return findings;
    }

    ObjectProperty<@Nullable FieldRow> selectedProperty() {
        return selected;
    }

    /** Number of homes that can be added now; 0 while the latest text is not read yet. */
    public ReadOnlyIntegerProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** True while the latest text is not read yet. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What was made of the text, in a line. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Reads the text again where what homes are given by default may have changed. */
    public void refresh() {
        changed();
    }

    /** Shows the values of another home. */
    void show(@Nullable DescribedLine line) {
        FieldRow before = selected.get();
        shown.set(line);
        List<FieldRow> all = line == null ? List.of() : line.home().rows();
        rows.setAll(all.stream().filter(row -> defaultsShown.get() || row.origin() != Origin.DEFAULT).toList());
        selected.set(before == null ? null : row(before.key()));
        List<Finding> about = new ArrayList<>(result.findings());
        if (line != null) {
            about.addAll(line.home().findings());
        }
        about.sort((a, b) -> b.severity().compareTo(a.severity()));
        findings.setAll(about);
    }

    /** Selects the value whose words stand at a place of the text, and the home whose line it is. */
    void caretAt(int place) {
        if (busy.get()) {
            return;
        }
        for (DescribedLine line : lines) {
            if (line.start() <= place && place <= line.end()) {
                if (!line.equals(shown.get())) {
                    show(line);
                }
                FieldRow best = null;
                for (FieldRow row : rows) {
                    Span span = row.span();
                    if (span != null && line.start() + span.start() <= place && place <= line.start() + span.end()
                            && (best == null || length(span) < length(Objects.requireNonNull(best.span())))) {
                        best = row;
                    }
                }
                FieldRow now = selected.get();
                boolean there = now != null && best != null && Objects.equals(now.span(), best.span());
                if (best != null && !there) {
                    selected.set(best);
                }
                return;
            }
        }
    }

    /** Where the words of a value of the home shown stand in the text, or {@code null}. */
    @Nullable Span placeOf(FieldRow row) {
        DescribedLine line = shown.get();
        Span span = row.span();
        return line == null || span == null || busy.get() ? null : new Span(line.start() + span.start(), line.start() + span.end());
    }

    /**
     * Corrects a value of the home shown.
     *
     * @param typed as somebody wrote it
     * @return why it was not taken, or an empty text
     */
    String correct(HomeField field, String typed) {
        String value = FieldWords.read(field, typed);
        if (value == null) {
            return (typed.isBlank() ? "Nothing was entered" : "“" + typed.strip() + "” is not possible")
                    + ". Allowed: " + FieldWords.allowed(field) + ".";
        }
        change(home -> home.corrected(field, value), field);
        return "";
    }

    /** Counts a field of the home shown as not said. */
    void setAside(HomeField field) {
        change(home -> home.corrected(field, null), field);
    }

    /** Takes the correction of a field back. */
    void restore(HomeField field) {
        change(home -> home.restored(field), field);
    }

    /** Says whether a home is added with the others. */
    void include(DescribedLine line, boolean wanted) {
        int index = lines.indexOf(line);
        if (index >= 0) {
            replace(index, line.chosen(wanted));
        }
    }

    /**
     * Adds the homes to the fleet as one edit, with ids no other home has, and forgets the text.
     *
     * @return the homes added; none where there was nothing to add
     */
    public List<Home> add() {
        if (ready.get() == 0) {
            return List.of();
        }
        List<DescribedLine> wanted = wanted();
        List<String> ids = FleetEdits.freshIds(workbench.document().fleet(), wanted.size());
        List<Home> homes = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            homes.add(Objects.requireNonNull(wanted.get(i).home().home(ids.get(i)), "a home that can be added"));
        }
        String what = homes.size() == 1 ? ids.getFirst() : homes.size() + " described homes";
        workbench.history().edit("add " + what, FleetEdits.added(workbench.document(), homes));
        workbench.tell(Finding.Severity.INFO, "Added " + what,
                "The fleet has " + workbench.document().fleet().homes().size() + " homes now. Undo takes "
                        + (homes.size() == 1 ? "it" : "them") + " out again.");
        text.set("");
        return homes;
    }

    private List<DescribedLine> wanted() {
        return result.many()
                ? lines.stream().filter(DescribedLine::included).toList()
                : lines.stream().filter(line -> line.home().isAddable()).toList();
    }

    private void change(java.util.function.UnaryOperator<DescribedHome> edit, HomeField field) {
        DescribedLine line = shown.get();
        int index = line == null ? -1 : lines.indexOf(line);
        if (line == null || index < 0) {
            return;
        }
        replace(index, line.with(edit.apply(line.home())));
        selected.set(rows.stream().filter(row -> row.field() == field).findFirst().orElse(null));
        if (running != null) {
            // what is being read does not know of this
            changed();
        }
    }

    private void replace(int index, DescribedLine line) {
        boolean here = lines.get(index).equals(shown.get());
        lines.set(index, line);
        if (here) {
            show(line);
        }
        count();
    }

    private @Nullable FieldRow row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElse(null);
    }

    private void changed() {
        latest++;
        restsSince = null;
        TaskStatus reading = running;
        if (reading != null) {
            reading.cancel();
        }
        waiting = !text.get().isBlank();
        if (!waiting) {
            answered = latest;
            take(LinesReader.Result.NOTHING);
        } else {
            message.set("Reading …");
        }
        count();
    }

    private void frame(long nanos) {
        if (!waiting || running != null) {
            return;
        }
        Long since = restsSince;
        if (since == null) {
            restsSince = nanos;
        } else if (nanos - since >= REST_NANOS) {
            waiting = false;
            read();
        }
    }

    private void read() {
        int question = latest;
        DataSet data = workbench.data();
        if (data.loadKw().isEmpty() || data.pvYield().isEmpty()) {
            fail(question, "the sample " + data.id() + " has no profile of loads or of roofs, which a described home needs");
            return;
        }
        String words = text.get();
        boolean each = many.get();
        List<DescribedLine> before = List.copyOf(lines);
        TaskStatus status = workbench.tasks().submit(new BackgroundTask<>(
                each ? "Read descriptions" : "Read a description",
                (progress, cancel) -> new LinesReader(workbench.laboratory(), DescribedHomes.defaults(data), before)
                        .read(words, each, progress, cancel),
                read -> {
                    if (question == latest) {
                        answered = question;
                        take(read);
                        count();
                    }
                },
                e -> fail(question, Workbench.reason(e))));
        running = status;
        follow(status, question);
        status.stateProperty().addListener((o, was, is) -> follow(status, question));
    }

    private void follow(TaskStatus status, int question) {
        if (!status.isRunning() && running == status) {
            running = null;
            if (status.stateProperty().get() == TaskStatus.State.CANCELLED && question == latest) {
                message.set("Stopped: the text was not read. Change it to have it read.");
            }
        }
    }

    private void fail(int question, String why) {
        if (question == latest) {
            message.set("Not read: " + why);
        }
    }

    private void take(LinesReader.Result read) {
        DescribedLine before = shown.get();
        result = read;
        lines.setAll(read.lines());
        show(lines.isEmpty() ? null : lines.stream()
                .filter(line -> before != null && line.number() == before.number())
                .findFirst()
                .orElse(lines.getFirst()));
    }

    private void count() {
        boolean known = answered == latest;
        busy.set(!known);
        ready.set(known ? wanted().size() : 0);
        if (known) {
            message.set(words());
        }
    }

    /** What was read, or of many how many can be added. */
    private String words() {
        DescribedLine line = shown.get();
        if (line == null) {
            return "";
        }
        if (result.many()) {
            long homes = lines.stream().filter(each -> each.home().isAddable()).count();
            return String.format(Locale.ROOT, "%d lines, %d of them homes, %d chosen", lines.size(), homes, wanted().size());
        }
        DescribedHome home = line.home();
        long corrected = home.count(Origin.CORRECTED);
        return home.count(Origin.READ) + " read" + (corrected > 0 ? ", " + corrected + " corrected" : "") + ", "
                + home.count(Origin.DEFAULT) + " defaults";
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }
}
