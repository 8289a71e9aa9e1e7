package org.vppworkbench.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.FxThread;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * The window as its user feels it, drawn by software without a display: start, frames while a run streams in, rewinding, sorting
 * a large fleet, and what stays in memory after panes and dialogs were opened and closed.
 */
public final class WindowBench {
    private static final long A_MOMENT_NS = 1_000_000;
    private static final int REWINDS = 20;
    private static final int SORTS = 5;

    /** What ends the window, asks for a file, or computes: no view. */
    private static final List<String> NO_VIEWS = List.of("quit", "run", "solve", "dark");

    private final Path home;
    private final int largeFleet;
    private final int sortedHomes;
    private final int times;
    private final CancelToken cancel;

    /**
     * @param home an empty folder for what the window remembers
     * @param largeFleet homes of the large day
     * @param sortedHomes homes of the table that is sorted
     * @param times how often views are opened and closed
     */
    public WindowBench(Path home, int largeFleet, int sortedHomes, int times, CancelToken cancel) {
        this.home = home;
        this.largeFleet = largeFleet;
        this.sortedHomes = sortedHomes;
        this.times = times;
        this.cancel = cancel;
    }

    /** What is measured on. */
    private record Open(Stage stage, Workbench workbench, WorkbenchWindow window, FxPulse pulse, FxTaskExecutor tasks) {}

    /** Measures everything, telling each figure as soon as it is known. */
    public void run(Consumer<WindowRow> out) {
        long begun = System.nanoTime();
        FxThread.startHeadless();
        FrameTimes frames = FxThread.call(FrameTimes::install);
        Open open = FxThread.call(this::open);
        FxThread.call(() -> {
            frames.watch(open.stage().getScene());
            return true;
        });
        pulses(2);
        out.accept(WindowRow.of("start of the program to first window", (double) (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()), "ms"));
        out.accept(WindowRow.of("start of the toolkit to first window", millis(begun), "ms"));
        long chart = System.nanoTime();
        show(open, Pane.MARKET);
        await(() -> open.stage().getScene().lookup(".chart-pane #canvas-market") != null);
        pulses(2);
        out.accept(WindowRow.of("first chart of the sample week", millis(chart), "ms"));
        stream(open, frames, 20, 7, out);
        rewind(open, out);
        stream(open, frames, largeFleet, 1, out);
        sort(open, out);
        views(open, out);
        windows(out);
        close(open);
    }

    private Open open() {
        Stage stage = new Stage();
        FxPulse pulse = new FxPulse();
        FxTaskExecutor tasks = new FxTaskExecutor();
        Workbench workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        WorkbenchWindow window = new WorkbenchWindow(stage, workbench, pulse, new NoFiles(), UserFolders.in(home));
        window.show();
        stage.setWidth(1280);
        stage.setHeight(800);
        return new Open(stage, workbench, window, pulse, tasks);
    }

    private static void close(Open open) {
        FxThread.call(() -> {
            open.stage().hide();
            open.pulse().close();
            open.tasks().close();
            return true;
        });
    }

    /** A run is computed as fast as it can be, and its dialogue is played beside it. */
    private void stream(Open open, FrameTimes frames, int homes, int days, Consumer<WindowRow> out) {
        cancel.check("the run of " + homes + " homes");
        Fleet fleet = new BenchFleets().fleet(homes, BenchFleets.SEED);
        show(open, Pane.NEGOTIATION);
        FxThread.call(() -> {
            Document before = open.workbench().document();
            Requirement base = Requirement.LOS_ANGELES_20;
            double scale = homes / 20.0;
            var scenario = ScenarioEdits.requirement(before.scenario(),
                    new Requirement(base.energyKw() * scale, base.spinKw() * scale, base.nonSpinKw() * scale));
            scenario = ScenarioEdits.firstDay(scenario, open.workbench().data().horizon().firstDay());
            open.workbench().history().edit("bench", new Document(
                    ScenarioEdits.fleetReference(ScenarioEdits.days(scenario, days), "bench.json"), fleet));
            return true;
        });
        await(() -> open.workbench().resolvedProperty().get() != null && !open.workbench().checkingProperty().get());
        pulses(5);
        long begun = System.nanoTime();
        FxThread.call(() -> {
            frames.start();
            open.workbench().startRun();
            open.window().transport().speedProperty().set(50);
            return true;
        });
        await(() -> {
            if (!open.window().transport().playingProperty().get()) {
                open.window().transport().playingProperty().set(true);
            }
            return open.workbench().outcomeProperty().get() != null;
        });
        double seconds = millis(begun) / 1000;
        // what comes after the last event belongs to it: the outcome is shown
        pulses(10);
        FxThread.call(() -> {
            frames.stop();
            open.window().transport().playingProperty().set(false);
            return true;
        });
        String of = String.format(Locale.ROOT, "%d homes, %s", homes, Workbench.days(days));
        out.accept(WindowRow.of(of + ": run with the window", seconds, "s"));
        frames.tell(of, out);
    }

    /** From anywhere in the week back to its beginning, and to the end again, until it is laid out. */
    private void rewind(Open open, Consumer<WindowRow> out) {
        List<Double> back = new ArrayList<>();
        List<Double> forth = new ArrayList<>();
        int end = FxThread.call(() -> open.window().transport().knownProperty().get());
        for (int i = 0; i < REWINDS; i++) {
            forth.add(moved(open, end));
            back.add(moved(open, end * i / REWINDS));
        }
        out.accept(WindowRow.of("rewind within the week of 20 homes, median", Stopwatch.Times.of(back).medianSeconds(), "ms"));
        out.accept(WindowRow.of("rewind within the week of 20 homes, slowest", Stopwatch.Times.of(back).mostSeconds(), "ms", 100));
        out.accept(WindowRow.of("to the end of the week, slowest", Stopwatch.Times.of(forth).mostSeconds(), "ms", 100));
    }

    private double moved(Open open, int position) {
        cancel.check("rewinding");
        return FxThread.call(() -> {
            long begun = System.nanoTime();
            open.window().transport().moveTo(position);
            Parent root = open.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            return millis(begun);
        });
    }

    private void sort(Open open, Consumer<WindowRow> out) {
        cancel.check("sorting");
        Fleet fleet = new BenchFleets().fleet(sortedHomes, BenchFleets.SEED);
        FxThread.call(() -> {
            Document before = open.workbench().document();
            open.workbench().history().edit("bench", new Document(ScenarioEdits.fleetReference(before.scenario(), "large.json"), fleet));
            return true;
        });
        show(open, Pane.FLEET);
        pulses(3);
        double worst = FxThread.call(() -> open.stage().getScene().lookup("#fleet-table") instanceof TableView<?> table ? worst(table) : Double.NaN);
        out.accept(WindowRow.of(String.format(Locale.ROOT, "sort of %,d homes by any column, slowest", sortedHomes), worst, "ms", 100));
    }

    private static <T> double worst(TableView<T> table) {
        double worst = 0;
        for (TableColumn<T, ?> column : List.copyOf(table.getColumns())) {
            for (int i = 0; i < SORTS && column.isSortable(); i++) {
                column.setSortType(i % 2 == 0 ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                table.getSortOrder().clear();
                long begun = System.nanoTime();
                table.getSortOrder().add(column);
                table.sort();
                table.applyCss();
                table.layout();
                // the first time compiles the comparison
                worst = i == 0 ? worst : Math.max(worst, millis(begun));
            }
        }
        table.getSortOrder().clear();
        return worst;
    }

    /** Panes are made once and shown again; dialogs are made anew and must be gone. */
    private void views(Open open, Consumer<WindowRow> out) {
        for (Pane pane : Pane.values()) {
            cancel.check("showing panes");
            List<Double> spent = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                show(open, pane == Pane.LOG ? Pane.SCENARIO : Pane.LOG);
                long begun = System.nanoTime();
                show(open, pane);
                spent.add(millis(begun));
            }
            out.accept(WindowRow.of("pane " + pane.text() + " shown, median of " + times, Stopwatch.Times.of(spent).medianSeconds(), "ms"));
        }
        for (AppAction action : FxThread.call(() -> open.window().actions().all())) {
            if (!NO_VIEWS.contains(action.id()) && action.group() != AppAction.Group.STEP) {
                dialog(action, out);
            }
        }
    }

    private void dialog(AppAction action, Consumer<WindowRow> out) {
        List<WeakReference<Parent>> roots = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            cancel.check("opening " + action.text());
            List<Window> before = FxThread.call(() -> List.copyOf(Window.getWindows()));
            // not waited for: a dialog may wait itself
            FxThread.later(action::perform);
            pulses(1);
            List<Stage> opened = FxThread.call(() -> Window.getWindows().stream()
                    .filter(w -> !before.contains(w) && w instanceof Stage).map(Stage.class::cast).toList());
            if (opened.isEmpty()) {
                return;
            }
            opened.forEach(stage -> roots.add(new WeakReference<>(FxThread.call(() -> stage.getScene().getRoot()))));
            FxThread.call(() -> {
                opened.forEach(Stage::hide);
                return true;
            });
        }
        // one of a kind may be kept, to be shown again
        out.accept(WindowRow.of("dialog “" + action.text() + "” opened " + times + " times, still in memory", (double) held(roots), "dialogs", 1));
    }

    private void windows(Consumer<WindowRow> out) {
        List<WeakReference<Parent>> roots = new ArrayList<>();
        int count = Math.max(1, times / 5);
        for (int i = 0; i < count; i++) {
            cancel.check("opening windows");
            Open open = FxThread.call(this::open);
            for (Pane pane : Pane.values()) {
                show(open, pane);
            }
            roots.add(new WeakReference<>(FxThread.call(() -> open.stage().getScene().getRoot())));
            close(open);
        }
        out.accept(WindowRow.of("window with all panes opened " + count + " times, still in memory", (double) held(roots), "windows", 1));
    }

    private static long held(List<WeakReference<Parent>> roots) {
        for (int i = 0; i < 5; i++) {
            System.gc();
            pulses(3);
        }
        return roots.stream().map(WeakReference::get).filter(java.util.Objects::nonNull).distinct().count();
    }

    private void show(Open open, Pane pane) {
        FxThread.call(() -> {
            open.window().shownProperty().set(pane);
            Parent root = open.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            return true;
        });
    }

    private void await(BooleanSupplier condition) {
        while (!FxThread.call(condition::getAsBoolean)) {
            cancel.check("waiting for the window");
            LockSupport.parkNanos(A_MOMENT_NS);
        }
    }

    /** Lets the toolkit draw some frames. */
    private static void pulses(int count) {
        long frame = 17_000_000;
        for (int i = 0; i < count; i++) {
            FxThread.call(() -> true);
            LockSupport.parkNanos(frame);
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
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
