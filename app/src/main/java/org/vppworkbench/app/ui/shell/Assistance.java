package org.vppworkbench.app.ui.shell;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.action.AppAction.Group;
import org.vppworkbench.app.io.Preferences;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.ui.help.Glossary;
import org.vppworkbench.app.ui.help.GlossaryMenu;
import org.vppworkbench.app.ui.help.HelpLibrary;
import org.vppworkbench.app.ui.help.HelpViewModel;
import org.vppworkbench.app.ui.help.HelpWindow;
import org.vppworkbench.app.ui.help.Tour;
import org.vppworkbench.app.ui.palette.PaletteDialog;
import org.vppworkbench.app.ui.palette.PaletteViewModel;
import org.vppworkbench.app.ui.preferences.Appearance;
import org.vppworkbench.app.ui.preferences.PreferencesDialog;
import org.vppworkbench.app.ui.preferences.PreferencesViewModel;
import org.vppworkbench.app.ui.session.Notice;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;

/** What helps to use the window, whatever is in its panes: palette, preferences, shortcuts, help, glossary and tour. */
final class Assistance {
    private final Stage stage;
    private final Workbench workbench;
    private final PreferencesViewModel preferences;
    private final ObjectProperty<Pane> shown;
    private final WorkbenchActions actions;
    private final Appearance appearance;
    private final HelpLibrary library = HelpLibrary.packaged();
    private final HelpViewModel help = new HelpViewModel(library);
    private final PaletteViewModel palette;
    private @Nullable PaletteDialog paletteDialog;
    private @Nullable HelpWindow helpWindow;

    Assistance(
            Stage stage, Workbench workbench, PreferencesViewModel preferences, ObjectProperty<Pane> shown, WorkbenchActions actions,
            Consumer<Home> toHome, IntConsumer toHour) {
        this.stage = stage;
        this.workbench = workbench;
        this.preferences = preferences;
        this.shown = shown;
        this.actions = actions;
        this.appearance = new Appearance(preferences);
        this.palette = new PaletteViewModel(new PaletteSource(
                workbench, actions, library, toHome, toHour, page -> {
                    help.searchProperty().set("");
                    help.show(page);
                    showHelp();
                })::entries);
        var never = WorkbenchActions.NEVER;
        actions.add("preferences", Group.EDIT, "Preferences …", "Theme, font size, speed of playing, runs kept; none of it changes a result", "mdmz-settings", "Shortcut+Comma", never, () -> new PreferencesDialog(preferences).show(stage));
        actions.add("palette", Group.VIEW, "Command palette …", "Finds every action, home, hour and help page by typing (Ctrl+Shift+P opens it too)", "mdmz-search", "Shortcut+K", never, this::showPalette);
        actions.add("help", Group.HELP, "Help", "The pages of the documentation, with search; no network is needed", "mdal-help_outline", "F1", never, this::showHelp);
        actions.add("glossary", Group.HELP, "Glossary", "What η, W, W⁰, AWARE, SPIN and other terms mean here", "mdal-book", "Shortcut+F1", never, () -> showTerm("η"));
        actions.add("tour", Group.HELP, "Tour", "Five steps over the controls of this window", "mdal-flag", null, never, this::startTour);
        preferences.currentProperty().addListener((o, was, is) -> {
            follow(is);
            if (was.optimaByItself() != is.optimaByItself()) {
                workbench.optimaByItselfProperty().set(is.optimaByItself());
            }
        });
        follow(preferences.current());
    }

    /**
     * Puts the shell into a window, and again where the font size changes: lengths given in code are those of the font.
     *
     * @param shell makes it
     */
    void attach(Scene scene, Supplier<Parent> shell) {
        preferences.currentProperty().addListener((o, was, is) -> {
            if (was.fontScale() != is.fontScale()) {
                scene.setRoot(shell.get());
                appearance.refresh();
            }
        });
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Shift+P"), this::showPalette);
        GlossaryMenu.install(scene, Glossary.of(library), this::showTerm);
    }

    /** Takes what nobody caught, on any thread, for as long as the program runs. */
    void catchErrors(Pulse pulse, Announcer announcer, Runnable report) {
        UncaughtErrors errors = new UncaughtErrors(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), told ->
                announcer.announce(new Notice(Finding.Severity.ERROR, told.title(), told.text()), "Copy report", report));
        pulse.add(nanos -> errors.drain());
        Thread.setDefaultUncaughtExceptionHandler(errors);
    }

    void switchTheme() {
        appearance.toggle();
    }

    void showShortcuts() {
        new ShortcutsPage(actions).show(stage);
    }

    void startTour() {
        new Tour(Objects.requireNonNull(stage.getScene()), name -> shown.set(Pane.valueOf(name.toUpperCase(Locale.ROOT))),
                () -> preferences.change(p -> p.withTourSeen(true))).start();
    }

    /** Starts the tour where it was never seen. */
    void greet() {
        if (!preferences.current().tourSeen()) {
            startTour();
        }
    }

    void close() {
        appearance.close();
    }

    private void showPalette() {
        PaletteDialog dialog = paletteDialog == null ? new PaletteDialog(palette, stage) : paletteDialog;
        paletteDialog = dialog;
        dialog.show();
    }

    private void showHelp() {
        HelpWindow window = helpWindow == null ? new HelpWindow(help, stage) : helpWindow;
        helpWindow = window;
        window.show();
    }

    private void showTerm(String term) {
        help.showTerm(term);
        showHelp();
    }

    private void follow(Preferences chosen) {
        workbench.shelf().keepAtMost(chosen.keptRuns());
    }
}
