package org.vppworkbench.app.ui.palette;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;

/** The palette: a field, and what answers it below. Arrow keys choose, Enter does it, Escape closes. */
public final class PaletteDialog {
    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);

    public PaletteDialog(PaletteViewModel model, Window owner) {
        this.model = model;
        field.setId("palette-field");
        field.setPromptText("Type what you want to do, a home, an hour or a topic");
        field.setAccessibleText("Command palette: type what you want to do, a home, an hour such as 16 Aug 17:00, or a help topic");
        field.setTooltip(new Tooltip("↑ ↓ choose · Enter does it · Esc closes"));
        field.textProperty().bindBidirectional(model.typedProperty());
        list = new ListView<>(model.answers());
        list.setId("palette-answers");
        list.setAccessibleText("Answers");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell());
        list.setPlaceholder(new EmptyState("mdmz-search_off", "Nothing answers this. Try fewer letters."));
        list.setOnMouseClicked(event -> {
            model.choose(list.getSelectionModel().getSelectedIndex());
            model.perform(stage::hide);
        });
        model.chosenProperty().addListener((o, was, is) -> mark());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label keys = new Label("↑ ↓ choose   Enter do it   Esc close");
        keys.getStyleClass().add("muted");
        VBox root = new VBox(field, list, keys);
        root.getStyleClass().add("palette");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Scene scene = new Scene(root, Em.of(46), Em.of(30));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.initOwner(owner);
        stage.setTitle("Command palette");
        stage.setScene(scene);
        stage.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                stage.hide();
            }
        });
    }

    /** Opens it over the upper part of its owner. */
    public void show() {
        model.open();
        Window owner = stage.getOwner();
        double width = Math.min(Em.of(46), owner.getWidth() - Em.of(2));
        double height = Math.min(Em.of(30), owner.getHeight() - Em.of(6));
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(owner.getX() + (owner.getWidth() - width) / 2);
        stage.setY(owner.getY() + Em.of(4));
        stage.show();
        field.requestFocus();
        mark();
    }

    private void mark() {
        int row = model.chosenProperty().get();
        list.getSelectionModel().clearAndSelect(Math.max(0, row));
        list.scrollTo(Math.max(0, row - PAGE / 2));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-PAGE);
            case PAGE_DOWN -> model.move(PAGE);
            case ENTER -> model.perform(stage::hide);
            case ESCAPE -> stage.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
