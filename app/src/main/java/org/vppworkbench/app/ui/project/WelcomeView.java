package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.PaneHeader;

/** The page the window opens with: samples at the left, what was opened lately at the right. */
public final class WelcomeView extends BorderPane {
    private final WelcomeViewModel model;
    private final VBox recent = new VBox();
    private final VBox runs = new VBox();

    /** @param actions buttons: new, open, describe, help */
    public WelcomeView(WelcomeViewModel model, List<? extends Node> actions) {
        this.model = model;
        setId("pane-welcome");
        getStyleClass().addAll("pane", "welcome");
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("welcome-actions");
        buttons.getChildren().setAll(actions);
        VBox samples = new VBox();
        samples.getStyleClass().add("welcome-list");
        model.samples().forEach(card -> samples.getChildren().add(card(card)));
        recent.getStyleClass().add("welcome-list");
        runs.getStyleClass().add("welcome-list");
        model.recent().addListener((InvalidationListener) change -> showRecent());
        model.runs().addListener((InvalidationListener) change -> showRuns());
        model.projectProperty().addListener((InvalidationListener) change -> showRuns());
        showRecent();
        showRuns();
        GridPane columns = new GridPane();
        columns.getStyleClass().add("welcome-columns");
        columns.getColumnConstraints().setAll(share(52), share(48));
        columns.add(new VBox(title("Samples: one click opens and runs a day"), samples), 0, 0);
        columns.add(new VBox(runs, title("Opened lately"), recent), 1, 0);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setId("welcome-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        setTop(new VBox(
                new PaneHeader("VPP Workbench",
                        "A laboratory for virtual power plants that negotiate. Drop a project, run, fleet or data anywhere on the window to open it"),
                buttons));
        setCenter(scroll);
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private Node card(SampleCard sample) {
        Label name = new Label(sample.title());
        name.getStyleClass().add("welcome-name");
        boolean invented = sample.prices().contains("SYNTHETIC");
        Badge prices = new Badge(sample.prices() + " prices", invented ? "bad" : "good", "Where its prices come from: see its provenance in the Scenario pane");
        FlowPane head = new FlowPane(name, prices);
        head.getStyleClass().add("welcome-head");
        Label about = new Label(sample.words() + ": " + sample.about());
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        return new ClickRow("sample-" + sample.id().replace(':', '-'), sample.title() + ", " + sample.words(),
                "Opens the sample with its own fleet and runs a day of it", () -> model.openSample(sample), head, about);
    }

    private void showRecent() {
        recent.getChildren().clear();
        int index = 0;
        for (RecentList.Row row : model.recent()) {
            recent.getChildren().add(recentRow(index++, row));
        }
        if (recent.getChildren().isEmpty()) {
            Label none = new Label("Nothing yet. Projects, runs, fleets and data that you open are listed here.");
            none.setId("recent-empty");
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            recent.getChildren().add(none);
        }
    }

    private Node recentRow(int index, RecentList.Row row) {
        Label name = new Label(row.entry().name());
        name.getStyleClass().add("welcome-name");
        Label when = new Label(WelcomeViewModel.when(row) + " ·");
        when.getStyleClass().add("muted");
        when.setMinWidth(USE_PREF_SIZE);
        Label path = new Label(WelcomeViewModel.where(row));
        path.getStyleClass().add("muted");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox line = new HBox(when, path);
        line.getStyleClass().add("tight-row");
        ClickRow open = new ClickRow("recent-" + index, row.entry().name() + ", " + WelcomeViewModel.line(row),
                (row.there() ? "Opens " : "Not found: ") + row.entry().path(), () -> model.open(row), name, line);
        if (!row.there()) {
            open.getStyleClass().add("vanished");
        }
        Button forget = new Button("", new FontIcon("mdal-close"));
        forget.setId("recent-forget-" + index);
        forget.getStyleClass().addAll("icon-button", "flat");
        forget.setTooltip(new Tooltip("Takes it off this list; the file stays"));
        forget.setAccessibleText("Take " + row.entry().name() + " off the list");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setOnAction(event -> model.forget(row));
        HBox box = new HBox(open, forget);
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(open, Priority.ALWAYS);
        return box;
    }

    private void showRuns() {
        runs.getChildren().clear();
        String project = model.projectProperty().get();
        runs.setVisible(!project.isEmpty());
        runs.setManaged(!project.isEmpty());
        if (project.isEmpty()) {
            return;
        }
        runs.getChildren().add(title("Runs kept in " + project));
        int index = 0;
        for (Path bundle : model.runs()) {
            runs.getChildren().add(new ClickRow(
                    "project-run-" + index++, "Run " + bundle.getFileName(), "Shows the run from its events as they were recorded",
                    () -> model.openRun(bundle), new Label(String.valueOf(bundle.getFileName()))));
        }
        if (model.runs().isEmpty()) {
            Label none = new Label("None yet. Run > Keep run writes the run shown into the project.");
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            runs.getChildren().add(none);
        }
    }

    private static Label title(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section-title");
        return label;
    }
}
