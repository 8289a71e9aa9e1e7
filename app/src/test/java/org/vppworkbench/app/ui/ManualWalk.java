package org.vppworkbench.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** The steps of {@code docs/manual.md}, through the actions a reader uses; what is seen on the way is noted to be compared with the page. */
final class ManualWalk {
    static final String HOME_IN_WORDS = "We have a 10 kWh battery and 6 kW of solar.";
    static final String PROJECT = "first-study";

    /** Takes a picture, or does not. */
    interface Picture {
        void take(String name) throws Exception;
    }

    private final FxRobot robot;
    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final FxTaskExecutor tasks;
    private final ChosenFile chosen;
    private final Picture picture;
    private final WorkbenchPage page;
    private final List<String> seen = new ArrayList<>();

    ManualWalk(FxRobot robot, Workbench workbench, WorkbenchWindow window, FxTaskExecutor tasks, ChosenFile chosen, Picture picture) {
        this.robot = robot;
        this.workbench = workbench;
        this.window = window;
        this.tasks = tasks;
        this.chosen = chosen;
        this.picture = picture;
        this.page = new WorkbenchPage(robot);
    }

    /** Words and numbers the window showed where the manual says that it does, in the order of the walk. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** All of it; files go into a folder. */
    void all(Path folder) throws Exception {
        openTheSample();
        stepThroughAnHour();
        branchAndCompareFutures();
        readTheResults();
        describeAHomeAndUndo();
        compareTwoRuns();
        exportFigureAndTable(folder);
        keepInAProject(folder.resolve(PROJECT));
    }

    /** Step 1. */
    void openTheSample() throws Exception {
        picture.take("welcome");
        robot.clickOn("#sample-la-2023-08");
        WorkbenchPage.waitUntil(() -> finished() && window.shownProperty().get() == Pane.NEGOTIATION && window.transport().shownHour() == 17);
        note(page.text("run-label"));
        note(page.text("day-story"));
    }

    /** Step 2. */
    void stepThroughAnHour() throws Exception {
        act("previous-message");
        act("next-message");
        note(page.whyTitle());
        for (String row : List.of("Says", "Reservation price", "Binding constraint", "Verdict")) {
            note(row);
            note(reason(row));
        }
        note(page.text("why-cost"));
        picture.take("why");
    }

    /** Step 3. */
    void branchAndCompareFutures() throws Exception {
        Platform.runLater(window.actions().byId("next-proposals")::perform);
        WaitForAsyncUtils.waitForFxEvents();
        pick("jump-hour", "17:00");
        MenuButton menu = robot.lookup("#branch-menu").queryAs(MenuButton.class);
        robot.clickOn(menu);
        WaitForAsyncUtils.waitForFxEvents();
        note(menu.getText());
        note(menu.getItems().stream().filter(item -> "branch-refuse-all".equals(item.getId())).map(MenuItem::getText).findFirst().orElseThrow());
        page.click("branch-refuse-all");
        WorkbenchPage.waitUntil(() -> workbench.shelf().runs().size() == 2 && finished());
        note(page.text("run-title"));
        act("futures");
        WorkbenchPage.waitUntil(() -> page.enabled("futures-first-difference"));
        note(page.text("futures-first-difference"));
        page.click("futures-first-difference");
        note(page.text("futures-difference"));
        act("next-round");
        GridPane numbers = robot.lookup("#futures-numbers").queryAs(GridPane.class);
        for (int row = 0; row < numbers.getRowCount(); row++) {
            note(row(numbers, row));
        }
        picture.take("side-by-side");
        note(page.text("futures-back"));
        page.click("futures-back");
        act("run-before");
    }

    /** Step 4. */
    void readTheResults() throws Exception {
        act("show-results");
        WorkbenchPage.waitUntil(() -> page.shows("run-optimum-certificate"));
        note(page.text("run-optimum"));
        note(page.text("run-optimum-certificate-text"));
        note(page.text("invariants-badge"));
        window.results().kpis().forEach(kpi -> note("| " + kpi.title() + " | " + (kpi.value() + " " + kpi.unit()).strip() + " |"));
        picture.take("results");
        new ResultsPage(robot).definitionOf("efficiencyAware").stream().takeWhile(line -> !line.startsWith("Share of")).forEach(this::note);
    }

    /** Step 5. */
    void describeAHomeAndUndo() throws Exception {
        act("show-fleet");
        String before = page.text("fleet-counts");
        note(homes(before));
        tell(window.actions().byId("describe-homes"));
        note(HOME_IN_WORDS);
        DescribePage words = new DescribePage(robot).type(HOME_IN_WORDS);
        note(words.row("Battery size").replaceFirst(" from .*", ""));
        note(words.row("Solar roof").replaceFirst(" from .*", ""));
        note(words.addButton());
        picture.take("describe");
        words.add();
        note(homes(page.text("fleet-counts")));
        note(workbench.document().fleet().homes().getLast().id());
        act("undo");
        if (!homes(page.text("fleet-counts")).equals(homes(before))) {
            throw new AssertionError("the home is still there");
        }
    }

    /** Step 6. */
    void compareTwoRuns() throws Exception {
        act("show-scenario");
        page.choose("mechanism", "Posted price");
        note(String.valueOf(robot.lookup("#mechanism").queryAs(ComboBox.class).getValue()));
        act("run");
        WorkbenchPage.waitUntil(() -> workbench.shelf().runs().size() == 3 && finished());
        act("show-results");
        page.openTab("tab-compare").choose("compare-other", "Run 3");
        note(page.text("comparison-differences").lines().findFirst().orElseThrow());
        TableView<?> table = robot.lookup("#comparison-table").queryAs(TableView.class);
        for (String metric : List.of("VPP value W − W⁰", "Aggregator profit Π", "Prosumer surplus ΣS", "Efficiency η")) {
            note("| " + metric + " | " + compared(table, metric) + " |");
        }
        picture.take("compare");
        act("undo");
    }

    /** Step 7. */
    void exportFigureAndTable(Path folder) throws Exception {
        act("show-negotiation");
        page.choose("run-selector", "Run 1");
        act("export-figure");
        WorkbenchPage.waitUntil(() -> page.shows("export-save"));
        pick("export-item", "Figure: regret");
        page.choose("export-format", "PDF").choose("export-preset", "one-column").click("export-titled");
        note(String.valueOf(robot.lookup("#export-preset").queryAs(ComboBox.class).getValue()));
        picture.take("export");
        export(folder.resolve("regret.pdf"));
        pick("export-item", "Table: metrics");
        page.choose("export-format", "LaTeX");
        export(folder.resolve("metrics.tex"));
        page.closeWindowOf("export-save");
    }

    /** Step 8. */
    void keepInAProject(Path folder) throws Exception {
        chosen.next = folder;
        act("save-project-as");
        noticed("Project saved");
        act("keep-run");
        noticed("Run kept");
        idle();
        try (Stream<Path> kept = Files.list(folder.resolve("runs"))) {
            kept.map(bundle -> "runs/" + bundle.getFileName()).forEach(this::note);
        }
        act("show-welcome");
        note(((Labeled) robot.lookup("#project-run-0").query().lookup(".label")).getText());
    }

    /** Whether the run shown and its optimum are there, and nothing is at work. */
    private boolean finished() {
        ExperimentResult outcome = workbench.outcomeProperty().get();
        return outcome != null && outcome.optimum() != null && tasks.tasks().stream().noneMatch(TaskStatus::isRunning);
    }

    /** What stands beside a name in the Why pane. */
    private String reason(String name) {
        Node label = robot.lookup("#why-pane .why-name").match(node -> node instanceof Labeled l && name.equals(l.getText())).query();
        Node beside = ((GridPane) label.getParent()).getChildren().stream()
                .filter(node -> !node.equals(label) && GridPane.getRowIndex(node).equals(GridPane.getRowIndex(label)))
                .findFirst()
                .orElseThrow();
        return ((Labeled) beside).getText();
    }

    /** A row of numbers as a row of the page. */
    private static String row(GridPane grid, int row) {
        return "| " + grid.getChildren().stream()
                .filter(node -> GridPane.getRowIndex(node) == row)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" | ")) + " |";
    }

    private static String compared(TableView<?> table, String metric) {
        for (int row = 0; row < table.getItems().size(); row++) {
            if (metric.equals(table.getColumns().getFirst().getCellData(row))) {
                int at = row;
                return IntStream.rangeClosed(2, 4)
                        .mapToObj(column -> Numbers.format("%.4f", (Double) table.getColumns().get(column).getCellData(at)))
                        .collect(Collectors.joining(" | "));
            }
        }
        return metric + " is not there";
    }

    /** Of {@code 20 homes, 1 selected} the first part. */
    private static String homes(String counts) {
        return counts.replaceFirst(",.*", "");
    }

    private void export(Path file) throws TimeoutException {
        chosen.next = file;
        page.click("export-save");
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning) && Files.exists(file));
        note(file.getFileName().toString());
    }

    /** Takes a choice of a list that is longer than its window. */
    private void pick(String choice, String text) {
        ComboBox<?> box = robot.lookup("#" + choice).queryAs(ComboBox.class);
        robot.interact(() -> {
            for (int i = 0; i < box.getItems().size(); i++) {
                if (name(box, i).equals(text)) {
                    box.getSelectionModel().select(i);
                }
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> String name(ComboBox<T> box, int index) {
        return box.getConverter().toString(box.getItems().get(index));
    }

    /** Does what a menu entry does. */
    private void act(String id) {
        AppAction action = window.actions().byId(id);
        if (action.disabled().get()) {
            throw new AssertionError(id + " cannot be done here");
        }
        tell(action);
        // what ends in a dialog returns when the dialog is closed
        Platform.runLater(action::perform);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Notes menu, text and keys as the page writes them; a Mac has signs of its own for keys. */
    private void tell(AppAction action) {
        String entry = "*" + action.group().text() + " > " + action.text().replace(" \u2026", "") + "*";
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        note(action.shortcut() == null || mac ? entry : entry + " (" + action.shortcut().getDisplayText() + ")");
    }

    private void note(String words) {
        seen.add(words);
    }

    private void noticed(String words) throws TimeoutException {
        WorkbenchPage.waitUntil(() -> workbench.noticeProperty().get() != null && workbench.noticeProperty().get().title().equals(words));
    }

    private void idle() throws TimeoutException {
        WorkbenchPage.waitUntil(() -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning));
    }
}
