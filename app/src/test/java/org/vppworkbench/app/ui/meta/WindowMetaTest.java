package org.vppworkbench.app.ui.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.palette.PaletteEntry;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/**
 * What must hold for every pane and every dialog, whoever made it: found by walking what is on screen, so that nothing
 * new can be forgotten. Dialogs are reached by performing every action.
 */
@ExtendWith(ApplicationExtension.class)
class WindowMetaTest {
    /** Numbers without a unit, and why they have none. */
    private static final Map<String, String> DIMENSIONLESS = Map.ofEntries(
            Map.entry("Line", "number of a line"),
            Map.entry("Load ×", "factor on a load profile"),
            Map.entry("Prefs", "count"),
            Map.entry("Trips", "count"),
            Map.entry("Markup", "share of the gap asked at first"),
            Map.entry("Style β", "exponent of the concession rule"),
            Map.entry("Hard broken", "count"),
            Map.entry("Satisfaction", "share from 0 to 1, as the model defines it"),
            Map.entry("Steps", "count"));

    private static final Pattern UNIT = Pattern.compile(
            "(^|[\\s\\[(/·])(\\$|%|kWh?|MWh?|h|s|ms|min|°C|€|¢|kWh/h|\\$/(k|M)Wh|\\$/MW|m/s|W/m²|USD|tokens|count|0 to 1)($|[\\s\\])/,·])");

    /** What ends the window, changes the colours in the middle of a look at them, or takes the outcome away. */
    private static final Set<String> NOT_PERFORMED = Set.of("quit", "dark", "run");

    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;
    private FxPulse pulse;
    private Stage stage;

    @Start
    void show(Stage stage) {
        this.stage = stage;
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, pulse, new NoFiles());
        window.show();
        stage.setWidth(980);
        stage.setHeight(700);
        workbench.startRun();
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @BeforeEach
    void ran() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> workbench.outcomeProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void everyInteractiveNodeHasAnIdATooltipAndAccessibleText() throws Exception {
        Set<String> wrong = new TreeSet<>();
        int seen = everywhere((where, root) -> {
            for (Node node : SceneWalk.interactive(root)) {
                String place = where + ": " + SceneWalk.place(node);
                if (node.getId() == null || node.getId().isBlank()) {
                    wrong.add("no id: " + place);
                }
                if (!isNamed(node)) {
                    wrong.add("no accessible text: " + place);
                }
                if (node instanceof Control control && control.getTooltip() == null && !isList(node) && !isDialogButton(node)) {
                    wrong.add("no tooltip: " + place);
                }
            }
            for (Node node : SceneWalk.nodes(root)) {
                if (node instanceof TabPane tabs) {
                    tabs.getTabs().stream().filter(tab -> tab.getId() == null)
                            .forEach(tab -> wrong.add("no id: " + where + ": tab " + tab.getText()));
                }
            }
        });

        assertTrue(seen > Pane.values().length, "places " + seen);
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void everyNumericColumnHasAUnit() throws Exception {
        Set<String> wrong = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        everywhere((where, root) -> {
            for (TableView<?> table : SceneWalk.tables(root)) {
                // where every row has a unit of its own, it stands in a column
                if (table.getColumns().stream().anyMatch(column -> title(column).equals("Unit"))) {
                    continue;
                }
                table.getColumns().stream().flatMap(SceneWalk::leaves).filter(c -> isNumeric(table, c)).forEach(column -> {
                    String title = title(column);
                    if (DIMENSIONLESS.containsKey(title)) {
                        used.add(title);
                    } else if (!UNIT.matcher(title).find()) {
                        wrong.add(where + ": " + table.getId() + ": “" + title + "”");
                    }
                });
            }
        });

        assertEquals("", String.join("\n", wrong));
        assertEquals(DIMENSIONLESS.keySet(), used, "every exception is still needed");
    }

    @Test
    void everyTextStandsOutFromWhatIsBehindItInBothThemes() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (int theme = 0; theme < 2; theme++) {
            String name = theme == 0 ? "first theme" : "other theme";
            everywhere((where, root) -> {
                root.applyCss();
                for (Node node : SceneWalk.nodes(root)) {
                    Contrast.faint(node).ifPresent(ratio ->
                            wrong.add(name + ", " + where + ": " + ratio + " " + SceneWalk.place(node)));
                }
            });
            WaitForAsyncUtils.asyncFx(window::switchTheme).get();
        }

        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void everyActionIsInTheMenu() {
        List<String> menu = new ArrayList<>();
        if (stage.getScene().lookup("#menu-bar") instanceof javafx.scene.control.MenuBar bar) {
            bar.getMenus().forEach(m -> m.getItems().forEach(item -> menu.add(String.valueOf(item.getId()))));
        }
        List<String> actions = window.actions().all().stream().map(a -> "menu-" + a.id()).toList();

        assertTrue(menu.containsAll(actions), () -> {
            List<String> missing = new ArrayList<>(actions);
            missing.removeAll(menu);
            return "missing " + missing;
        });
    }

    @Test
    void shortcutsAndIdsAreUniqueAmongAllActions() {
        Set<String> ids = new TreeSet<>();
        Set<Object> keys = new java.util.HashSet<>();
        for (AppAction action : window.actions().all()) {
            assertTrue(ids.add(action.id()), action.id());
            assertTrue(action.shortcut() == null || keys.add(action.shortcut()), action.id() + " " + action.shortcut());
            assertTrue(action.text().length() > 2 && action.tooltip().length() > 8, action.id());
        }
    }

    @Test
    void everyActionIsInThePaletteAndOnTheShortcutPage() throws Exception {
        List<Object> listed = new ArrayList<>(items(open("shortcuts"), "#shortcuts-table"));
        assertEquals(window.actions().all(), listed);

        Window palette = open("palette");
        for (AppAction action : window.actions().all()) {
            WaitForAsyncUtils.asyncFx(() -> ((javafx.scene.control.TextField) palette.getScene().lookup("#palette-field")).setText(action.text())).get();
            assertTrue(items(palette, "#palette-answers").stream()
                    .anyMatch(e -> e instanceof PaletteEntry entry && entry.id().equals(action.id())
                            && entry.obstacle().get().isEmpty() != action.disabled().get()), action.id());
        }
    }

    /** The window that an action opens. */
    private Window open(String action) throws Exception {
        List<Window> before = List.copyOf(Window.getWindows());
        WaitForAsyncUtils.asyncFx(window.actions().byId(action)::perform).get();
        settle();
        return WaitForAsyncUtils.asyncFx(() -> Window.getWindows().stream().filter(w -> !before.contains(w)).findFirst().orElseThrow()).get();
    }

    private static List<?> items(Window in, String id) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> switch (in.getScene().lookup(id)) {
            case ListView<?> list -> List.copyOf(list.getItems());
            case TableView<?> table -> List.copyOf(table.getItems());
            case null, default -> List.of();
        }).get();
    }

    /** Looks at every pane and at every dialog; returns at how many. */
    private int everywhere(Look look) throws Exception {
        int places = 0;
        for (Pane pane : Pane.values()) {
            WaitForAsyncUtils.asyncFx(() -> window.shownProperty().set(pane)).get();
            settle();
            at(pane.name().toLowerCase(Locale.ROOT), stage.getScene().getRoot(), look);
            places++;
        }
        for (AppAction action : window.actions().all()) {
            List<Window> before = List.copyOf(Window.getWindows());
            if (NOT_PERFORMED.contains(action.id())) {
                continue;
            }
            // not waited for: a dialog may wait itself
            Platform.runLater(action::perform);
            settle();
            List<Window> opened = WaitForAsyncUtils.asyncFx(() -> Window.getWindows().stream()
                    .filter(w -> w instanceof Stage && !before.contains(w)).toList()).get();
            for (Window dialog : opened) {
                at("dialog of " + action.id(), dialog.getScene().getRoot(), look);
                places++;
                WaitForAsyncUtils.asyncFx(dialog::hide).get();
                settle();
            }
        }
        return places;
    }

    private static void at(String where, javafx.scene.Parent root, Look look) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> look.at(where, root)).get();
    }

    private static void settle() {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private static boolean isNamed(Node node) {
        if (!node.isVisible()) {
            // such as a badge without anything to say yet: named when it is filled
            return true;
        }
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return true;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return true;
        }
        return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
    }

    private static boolean isList(Node node) {
        return node instanceof TableView<?> || node instanceof ListView<?> || node instanceof TreeView<?>;
    }

    /** The buttons of a dialog pane say on themselves what they do. */
    private static boolean isDialogButton(Node node) {
        return (node instanceof ButtonBase && node.getParent() instanceof javafx.scene.control.ButtonBar)
                || (node instanceof ButtonBase button && button.getParent() != null
                        && button.getParent().getParent() instanceof javafx.scene.control.ButtonBar
                        && !button.getText().isBlank());
    }

    private static <T> boolean isNumeric(TableView<T> table, TableColumn<?, ?> column) {
        if (column.getStyleClass().contains("number-column")) {
            return true;
        }
        return !table.getItems().isEmpty() && column.getCellData(0) instanceof Number;
    }

    private static String title(TableColumn<?, ?> column) {
        String text = column.getUserData() instanceof String title ? title : column.getText();
        return text == null ? "" : text;
    }

    /** What is done at a place. */
    @FunctionalInterface
    private interface Look {
        void at(String where, javafx.scene.Parent root);
    }

    /** Asks for no file. */
    private static final class NoFiles implements FileDialogs {
        @Override
        public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String title, String kind, String... patterns) {
            return Optional.empty();
        }
    }
}
