package org.vppworkbench.app.ui.log;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.PaneHeader;

/** The log pane. */
public final class LogView extends BorderPane {
    public LogView(LogViewModel model, Node... controls) {
        setId("pane-log");
        getStyleClass().add("pane");
        setTop(new PaneHeader("Log and tasks", "What the program does and did", controls));
        ListView<TaskStatus> tasks = new ListView<>(model.tasks());
        tasks.setId("tasks");
        tasks.setAccessibleText("Tasks");
        tasks.setCellFactory(list -> new TaskCell());
        tasks.setPlaceholder(new EmptyState("mdmz-playlist_add_check", "No task was started yet."));
        TextField search = new TextField();
        search.setId("log-search");
        search.setPromptText("search the log");
        search.setTooltip(new Tooltip("Shows lines that contain these words"));
        search.setAccessibleText("Search the log");
        search.textProperty().addListener((o, was, is) -> model.searchProperty().set(is == null ? "" : is));
        ChoiceField<LogLevel> level = new ChoiceField<>("log-level", "Shows lines of this level and above", List.of(LogLevel.values()),
                LogLevel::words, model.leastProperty()::set);
        level.show(model.leastProperty().get());
        level.setMinWidth(Em.of(15));
        Button copy = new Button("Copy lines");
        copy.setId("log-copy");
        copy.setTooltip(new Tooltip("Copies the lines shown; of files only the names"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.shownText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search, level, copy);
        bar.getStyleClass().add("tight-row");
        TableView<LogLine> table = new TableView<>(model.lines());
        table.setId("log");
        table.setAccessibleText("Log");
        table.setFixedCellSize(Em.of(2));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text("Time", "Local wall time", 5.4, LogLine::time));
        table.getColumns().add(Columns.text("Level", "Severity", 5.4, LogLine::level));
        table.getColumns().add(Columns.text("From", "Part of the program", 11, LogLine::logger));
        table.getColumns().add(Columns.text("What", "What happened", 40, LogLine::text));
        table.setPlaceholder(new EmptyState("mdmz-notes", "Nothing was logged, or nothing matches the search."));
        SplitPane split = new SplitPane(titled("Tasks", tasks), titled("Log", bar, table));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.36);
        split.getStyleClass().add("main-split");
        setCenter(split);
    }

    private static Node titled(String title, Node... content) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        VBox box = new VBox(label);
        box.getChildren().addAll(content);
        VBox.setVgrow(content[content.length - 1], Priority.ALWAYS);
        box.getStyleClass().add("column");
        return box;
    }
}
