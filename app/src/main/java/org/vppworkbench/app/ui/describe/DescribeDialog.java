package org.vppworkbench.app.ui.describe;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.negotiation.text.Span;

/** Asks for homes in words: the text at the left, what was read of it at the right, each value linked to its words. */
public final class DescribeDialog {
    private static final List<String> EXAMPLES = List.of(
            "Two Powerwall 2 and 18 panels of 400 W. Never let the battery go below 20%. Don't touch it between 5 and 8 pm.",
            "Family of four, 25 kWh a day. Our Bolt EV is out from 7:30 am to 6 pm on weekdays and must be at 80 % by 7.");

    private final DescribeViewModel model;
    private final Consumer<List<Home>> added;
    private final TextArea text = new TextArea();
    private final FieldsTable fields;
    private final FieldEditor editor;
    /** True while the text is marked: the caret then moves without the user. */
    private boolean marking;
    /** Made once: the model lives as long as the window, and so do those who listen to it. */
    private final Node content;

    /**
     * Can be shown again and again.
     *
     * @param added takes the homes that were added, at least one
     */
    public DescribeDialog(DescribeViewModel model, Consumer<List<Home>> added) {
        this.model = model;
        this.added = added;
        this.fields = new FieldsTable(model, this::markWords, empty());
        this.editor = new FieldEditor(model, fields::requestFocus);
        this.content = content();
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        model.refresh();
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Describe homes");
        dialog.setHeaderText("Describe homes in words");
        dialog.setResizable(true);
        ButtonType add = new ButtonType("Add home", ButtonBar.ButtonData.OK_DONE);
        ButtonType close = new ButtonType("Close", ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(add, close);
        dialog.getDialogPane().setContent(content);
        // as large as the window leaves room for, up to a width at which lines are still read with ease
        dialog.getDialogPane().setMinWidth(Math.clamp(owner.getWidth() - Em.of(3), Em.of(66), Em.of(88)));
        dialog.getDialogPane().setPrefHeight(Math.clamp(owner.getHeight() - Em.of(5), Em.of(44), Em.of(56)));
        prepare((Button) dialog.getDialogPane().lookupButton(add));
        Button closing = (Button) dialog.getDialogPane().lookupButton(close);
        closing.setId("describe-close");
        closing.setTooltip(new Tooltip("Closes without adding; the text stays until the window closes"));
        dialog.resultProperty().addListener((o, was, is) -> {
            List<Home> homes = add.equals(is) ? model.add() : List.of();
            if (!homes.isEmpty()) {
                added.accept(homes);
            }
        });
        dialog.setOnShown(event -> text.requestFocus());
        dialog.show();
    }

    private void prepare(Button add) {
        add.setId("describe-add");
        // wide enough for all its words: nothing moves under the mouse while somebody types
        ButtonBar.setButtonUniformSize(add, false);
        add.setMinWidth(Em.of(13));
        add.setPrefWidth(Em.of(13));
        add.setTooltip(new Tooltip("Adds what was read and corrected to the fleet, as one edit that can be undone"));
        add.disableProperty().bind(model.readyProperty().isEqualTo(0));
        add.textProperty().bind(Bindings.createStringBinding(
                () -> !model.manyProperty().get() ? "Add home" : model.readyProperty().get() == 1 ? "Add 1 home" : "Add all " + model.readyProperty().get() + " homes",
                model.manyProperty(), model.readyProperty()));
    }

    private Node content() {
        SplitPane split = new SplitPane(left(), right());
        split.setDividerPositions(0.36);
        split.getStyleClass().add("main-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        Badge reader = new Badge("read by rules and trained weights", "neutral",
                "Nothing leaves this machine, and the same text gives the same values; see docs/describing-homes.md");
        Label message = new Label();
        message.setId("describe-message");
        message.textProperty().bind(model.messageProperty());
        HBox state = new HBox(reader, message);
        state.getStyleClass().add("tight-row");
        state.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(split, state);
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private Node left() {
        text.setId("describe-text");
        text.setWrapText(true);
        text.getStyleClass().add("description");
        text.setPromptText("A home in your own words: battery, roof, car, when it is away, what must not happen.");
        text.setAccessibleText("Description");
        text.setTooltip(new Tooltip("Words are data: nothing in them is carried out. Put the caret into words to see what was read of them"));
        text.textProperty().bindBidirectional(model.textProperty());
        text.caretPositionProperty().addListener((o, was, is) -> {
            if (!marking && text.isFocused()) {
                model.caretAt(is.intValue());
            }
        });
        // the tab key leaves the text, as everywhere in the window
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isShiftDown()) {
                fields.requestFocus();
                event.consume();
            }
        });
        Label found = new Label("Findings");
        found.getStyleClass().add("section-title");
        ListView<Finding> findings = new ListView<>(model.findings());
        findings.setId("describe-findings");
        findings.setAccessibleText("Findings about the description");
        findings.setTooltip(new Tooltip("Contradictions, impossible values, and sentences from which nothing was read"));
        findings.setCellFactory(FindingCell::new);
        findings.setPlaceholder(new Label("none"));
        findings.setPrefHeight(Em.of(11));
        findings.setMinHeight(Em.of(6));
        VBox box = new VBox(modes(), text, found, findings);
        VBox.setVgrow(text, Priority.ALWAYS);
        box.getStyleClass().add("column");
        box.setMinWidth(Em.of(16));
        return box;
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        RadioButton one = new RadioButton("One home");
        one.setId("describe-one");
        one.setTooltip(new Tooltip("The whole text describes one home"));
        RadioButton many = new RadioButton("Many, one a line");
        many.setId("describe-many");
        many.setTooltip(new Tooltip("Every line describes a home of its own"));
        group.getToggles().setAll(one, many);
        (model.manyProperty().get() ? many : one).setSelected(true);
        many.selectedProperty().addListener((o, was, is) -> model.manyProperty().set(is));
        HBox row = new HBox(one, many);
        row.getStyleClass().add("legend-row");
        return row;
    }

    private Node right() {
        LinesTable lines = new LinesTable(model, this::markLine);
        lines.visibleProperty().bind(model.manyProperty());
        lines.managedProperty().bind(model.manyProperty());
        lines.setPrefHeight(Em.of(13.5));
        lines.setMinHeight(Em.of(11.5));
        Label title = new Label();
        title.setId("describe-title");
        title.getStyleClass().add("section-title");
        title.textProperty().bind(Bindings.createStringBinding(() -> {
            DescribedLine line = model.shownProperty().get();
            return line == null || !model.manyProperty().get() ? "What was read" : "What was read in line " + line.number();
        }, model.shownProperty(), model.manyProperty()));
        CheckBox defaults = new CheckBox("Show defaults");
        defaults.setId("describe-defaults");
        defaults.setTooltip(new Tooltip("Shows values that nobody said too; they are what the home gets otherwise"));
        defaults.selectedProperty().bindBidirectional(model.defaultsShownProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, editor.another(), defaults);
        head.getStyleClass().add("legend-row");
        head.setAlignment(Pos.CENTER_LEFT);
        fields.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                editor.focus();
                event.consume();
            }
        });
        fields.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                editor.focus();
            }
        });
        VBox box = new VBox(lines, head, fields, editor);
        VBox.setVgrow(fields, Priority.ALWAYS);
        fields.setMinHeight(Em.of(9));
        fields.setPrefHeight(Em.of(20));
        box.getStyleClass().add("column");
        return box;
    }

    /** What to type, with two examples to take. */
    private Node empty() {
        VBox examples = new VBox();
        examples.getStyleClass().add("examples");
        for (int i = 0; i < EXAMPLES.size(); i++) {
            String words = EXAMPLES.get(i);
            Hyperlink example = new Hyperlink("“" + words + "”");
            example.setId("describe-example-" + (i + 1));
            example.setTooltip(new Tooltip("Takes this example as the text"));
            example.setAccessibleText("Example: " + words);
            example.setOnAction(event -> model.textProperty().set(words));
            examples.getChildren().add(example);
        }
        return new VBox(new EmptyState("mdmz-record_voice_over",
                "Type how a home is: its battery, roof and car, when the car is away, and what must not happen. What was read appears here while you type. Two examples to begin with:"), examples);
    }

    private void markWords(FieldRow row) {
        mark(model.placeOf(row));
    }

    private void markLine(DescribedLine line) {
        mark(new Span(line.start(), line.end()));
    }

    /** Marks a place of the text, or none. */
    private void mark(@Nullable Span place) {
        marking = true;
        if (place == null || place.end() > text.getLength()) {
            text.deselect();
        } else {
            text.selectRange(place.start(), place.end());
        }
        marking = false;
    }
}
