package org.vppworkbench.app.ui.describe;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.describe.FieldRow.Origin;
import org.vppworkbench.negotiation.text.HomeField;

/** Corrects the selected value, or one that nobody said yet; a wrong entry is explained under it and not taken. */
final class FieldEditor extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final DescribeViewModel model;
    private final Runnable done;
    private final Label name = new Label();
    private final TextField entry = new TextField();
    private final ChoiceField<String> choice;
    private final Label unit = new Label();
    private final Button setAside = new Button("Not said");
    private final Button restore = new Button("As in the text");
    private final ChoiceField<HomeField> another;
    private final Label note = new Label();
    private final Label message = new Label();
    private @Nullable HomeField field;
    private String shown = "";

    /**
     * @param done what follows a value that was taken
     */
    FieldEditor(DescribeViewModel model, Runnable done) {
        this.model = model;
        this.done = done;
        setId("describe-editor");
        getStyleClass().add("field-editor");
        choice = new ChoiceField<>("describe-choice", "Value of the selected field", java.util.List.of(), v -> v, this::take);
        another = new ChoiceField<>("describe-add-field", "Adds a field that neither the text nor a default has",
                java.util.List.of(), FieldWords::name, this::begin);
        another.setPromptText("Add a field …");
        another.setPrefWidth(Em.of(14));
        another.setMinWidth(Em.of(14));
        another.setMaxWidth(Em.of(14));
        prepare();
        HBox row = new HBox(name, entry, choice, unit, setAside, restore);
        row.getStyleClass().add("tight-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(row, message, note);
        model.selectedProperty().addListener((o, was, is) -> show(is));
        model.shownProperty().addListener((o, was, is) -> offer());
        show(null);
    }

    /** The choice of a field to add. */
    Node another() {
        return another;
    }

    /** Brings the keyboard to the value. */
    void focus() {
        if (!entry.isDisabled() && entry.isVisible()) {
            entry.requestFocus();
            entry.selectAll();
        } else if (choice.isVisible()) {
            choice.requestFocus();
        }
    }

    private void prepare() {
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(entry);
        entry.setId("describe-value");
        entry.setPrefColumnCount(8);
        entry.setMinWidth(Em.of(7));
        entry.setMaxWidth(Em.of(13));
        entry.setTooltip(new Tooltip());
        entry.setOnAction(event -> {
            if (take(entry.getText())) {
                done.run();
            }
        });
        entry.focusedProperty().addListener((o, was, is) -> {
            if (!is && !entry.getText().equals(shown)) {
                take(entry.getText());
            }
        });
        unit.getStyleClass().add("muted");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMaxWidth(Em.of(14));
        button(setAside, "describe-set-aside", "Counts the field as not said: the home gets the default, or goes without", () -> {
            if (field != null) {
                model.setAside(field);
            }
        });
        button(restore, "describe-restore", "Takes the correction back: the field is again as the text says", () -> {
            if (field != null) {
                model.restore(field);
            }
        });
        message.setId("describe-value-message");
        message.getStyleClass().add("field-error");
        message.setWrapText(true);
        note.setId("describe-note");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Em.of(2.8));
        note.setMaxHeight(Em.of(2.8));
        note.setAlignment(Pos.TOP_LEFT);
    }

    private static void button(Button button, String id, String tooltip, Runnable body) {
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(button.getText());
        button.setAccessibleHelp(tooltip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> body.run());
    }

    private void show(@Nullable FieldRow row) {
        edit(row == null ? null : row.field());
        name.setText(row == null ? "No field selected" : row.name());
        note.setText(row == null ? "" : row.from());
        boolean said = row != null && row.field() != null && row.origin() != Origin.DEFAULT && !row.isSetAside();
        setAside.setDisable(!said);
        DescribedLine line = model.shownProperty().get();
        restore.setDisable(line == null || field == null || !line.home().isCorrected(field));
        String value = row == null || row.isSetAside() ? "" : row.value();
        shown = value;
        entry.setText(value);
        choice.show(value);
    }

    /** A field that is in no row yet. */
    private void begin(HomeField other) {
        model.selectedProperty().set(null);
        edit(other);
        name.setText(FieldWords.name(other));
        note.setText("Nobody said it: enter a value, allowed is " + FieldWords.allowed(other) + ".");
        shown = "";
        entry.setText("");
        choice.show(null);
        focus();
    }

    private void edit(@Nullable HomeField edited) {
        field = edited;
        tell("");
        boolean chosen = edited != null && (edited.kind() == HomeField.Kind.CHOICE || edited.kind() == HomeField.Kind.FLAG);
        present(choice, chosen);
        present(entry, !chosen);
        entry.setDisable(edited == null);
        name.setLabelFor(chosen ? choice : entry);
        unit.setText(edited == null ? "" : FieldWords.unit(edited));
        String what = edited == null ? "Select a value that can be corrected" : FieldWords.name(edited) + ": " + FieldWords.allowed(edited);
        entry.getTooltip().setText(what);
        entry.setAccessibleText(what);
        if (edited != null && chosen) {
            choice.offer(FieldWords.choices(edited));
            choice.setAccessibleText(what);
        }
    }

    private boolean take(String typed) {
        HomeField edited = field;
        if (edited == null || typed.equals(shown)) {
            return edited != null;
        }
        String refused = model.correct(edited, typed);
        tell(refused);
        return refused.isEmpty();
    }

    private void tell(String words) {
        message.setText(words);
        present(message, !words.isEmpty());
        present(note, words.isEmpty());
        entry.pseudoClassStateChanged(WRONG, !words.isEmpty());
    }

    private void offer() {
        DescribedLine line = model.shownProperty().get();
        another.setDisable(line == null);
        if (line != null) {
            another.offer(line.home().lacking());
        }
        another.show(null);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
