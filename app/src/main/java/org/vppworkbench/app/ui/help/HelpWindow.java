package org.vppworkbench.app.ui.help;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;

/** The pages of the help beside a search; a window of its own, so that one can read and try. */
public final class HelpWindow {
    private final HelpViewModel model;
    private final Stage stage = new Stage();
    private final TextField search = new TextField();
    private final ScrollPane scroll = new ScrollPane();
    private final Label message = new Label();

    public HelpWindow(HelpViewModel model, Window owner) {
        this.model = model;
        SplitPane split = new SplitPane(left(), right());
        split.setDividerPositions(0.3);
        split.getStyleClass().add("main-split");
        // the split itself is transparent
        BorderPane root = new BorderPane(split);
        root.getStyleClass().add("pane");
        Scene scene = new Scene(root, Em.of(76), Em.of(52));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
        stage.initOwner(owner);
        stage.setTitle("Help · VPP Workbench");
        stage.setScene(scene);
        model.shownProperty().addListener((o, was, is) -> show(is));
        show(model.shownProperty().get());
    }

    /** Brings the help to the front. */
    public void show() {
        stage.show();
        stage.toFront();
        search.requestFocus();
    }

    private Node left() {
        search.setId("help-search");
        search.setPromptText("search the help");
        search.setAccessibleText("Search the help");
        search.setTooltip(new Tooltip("Shows pages that hold all these words; the words are marked on the page"));
        search.textProperty().bindBidirectional(model.searchProperty());
        ListView<HelpLibrary.Hit> list = new ListView<>(model.entries());
        list.setId("help-pages");
        list.setAccessibleText("Pages of the help");
        list.setCellFactory(view -> new HitCell());
        list.setPlaceholder(new EmptyState("mdmz-search_off", "No page holds all these words."));
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.show(is.page());
            }
        });
        search.setOnAction(event -> list.getSelectionModel().selectFirst());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(search, list);
        box.getStyleClass().add("column");
        return box;
    }

    private Node right() {
        scroll.setId("help-text");
        scroll.setAccessibleText("Page of the help");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        scroll.setFocusTraversable(true);
        message.setId("help-message");
        message.getStyleClass().add("muted");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(scroll, message);
    }

    private void show(HelpViewModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        MarkdownView page = new MarkdownView(shown.page().markdown(), shown.marked(), this::follow);
        scroll.setContent(page);
        message.setText("");
        page.applyCss();
        scroll.layout();
        Node target = shown.anchor().isEmpty() ? page.firstMark() : page.heading(shown.anchor());
        reveal(page, target);
    }

    private void follow(String target) {
        if (!model.follow(target)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(target);
            Clipboard.getSystemClipboard().setContent(content);
            message.setText(target + " is not part of the help; it was copied to the clipboard.");
        }
    }

    private void reveal(MarkdownView page, @Nullable Node target) {
        double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
        if (target == null || hidden <= 0) {
            scroll.setVvalue(0);
            return;
        }
        Bounds at = page.sceneToLocal(target.localToScene(target.getBoundsInLocal()));
        scroll.setVvalue(Math.clamp((at.getMinY() - Em.of(2)) / hidden, 0, 1));
    }

    /** The title of a page, and where words were found in it. */
    private static final class HitCell extends ListCell<HelpLibrary.Hit> {
        private final Label title = new Label();
        private final Label excerpt = new Label();
        private final VBox box = new VBox(title, excerpt);

        HitCell() {
            title.getStyleClass().add("task-title");
            title.setWrapText(true);
            excerpt.getStyleClass().add("muted");
            excerpt.setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HelpLibrary.@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            title.setText(hit.page().title());
            excerpt.setText(hit.excerpt());
            excerpt.setVisible(!hit.excerpt().isEmpty());
            excerpt.setManaged(!hit.excerpt().isEmpty());
            setGraphic(box);
        }
    }
}
