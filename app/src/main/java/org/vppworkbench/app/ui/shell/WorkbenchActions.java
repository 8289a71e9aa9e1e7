package org.vppworkbench.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.action.AppAction.Group;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.StepKind;

/** Everything the user can do, in one list. */
public final class WorkbenchActions {
    /** Of what can be done at any time. */
    static final ObservableBooleanValue NEVER = new ReadOnlyBooleanWrapper(false);

    private final List<AppAction> all = new ArrayList<>();
    private final Workbench workbench;
    private final TransportViewModel transport;

    /**
     * @param shown pane shown
     * @param commands what only the window can do
     */
    public WorkbenchActions(
            Workbench workbench, TransportViewModel transport, ObjectProperty<Pane> shown, WindowCommands commands) {
        this.workbench = workbench;
        this.transport = transport;
        var noResult = workbench.outcomeProperty().isNull();
        all.addAll(commands.projectActions());
        add("open-fleet", Group.FILE, "Open fleet …", "Replaces the fleet by a file (JSON or CSV)", "mdal-home", "Shortcut+Alt+O", NEVER, commands::openFleet);
        add("save-fleet", Group.FILE, "Save fleet …", "Writes the fleet to a file (JSON, or CSV by its ending)", "mdmz-save", "Shortcut+Alt+S", NEVER, commands::saveFleet);
        add("generate-fleet", Group.FILE, "Generate fleet …", "Draws 1 to 10,000 homes from a seed and shows what was asked for beside what was drawn", "mdal-casino", "Shortcut+G", NEVER, commands::generateFleet);
        add("describe-homes", Group.FILE, "Describe homes …", "Adds homes described in words: what was read stands beside the words it rests on, to be corrected before", "mdmz-record_voice_over", "Shortcut+T", NEVER, commands::describeHomes);
        add("save-bundle", Group.FILE, "Export bundle …", "Writes everything of the run into a new folder, to be audited and re-run", "mdal-archive", "Shortcut+E", noResult, commands::saveBundle);
        add("export-figure", Group.FILE, "Export figure or table …", "Writes a figure of the run as PNG, SVG or PDF in the width of a column, its numbers as CSV, or a table as CSV or LaTeX; or copies it", "mdal-insert_chart", "Shortcut+Shift+E", noResult, commands::exportFigure);
        add("write-report", Group.FILE, "Write report …", "Writes the run as one HTML or PDF file: scenario, data with licences, method, certificate, figures, tables, limits", "mdal-description", "Shortcut+Shift+R", noResult, commands::writeReport);
        add("verify-run", Group.RUN, "Verify this run", "Makes the run shown again from its bundle, in the background, and says file by file whether it is the same", "mdmz-verified_user", "Shortcut+Shift+V", noResult, commands::verifyRun);
        add("quit", Group.FILE, "Quit", "Closes the window and stops all tasks", "mdal-exit_to_app", "Shortcut+Q", NEVER, commands::quit);
        add("undo", Group.EDIT, "Undo", "Takes the last edit of scenario or fleet back", "mdmz-undo", "Shortcut+Z", workbench.history().nothingToUndoProperty(), () -> workbench.history().undo());
        add("redo", Group.EDIT, "Redo", "Makes the edit taken back again", "mdmz-redo", "Shortcut+Shift+Z", workbench.history().nothingToRedoProperty(), () -> workbench.history().redo());
        all.addAll(commands.further());
        addRun();
        addRunBefore();
        all.addAll(commands.moreActions());
        addSteps();
        for (Pane pane : Pane.values()) {
            add("show-" + pane.name().toLowerCase(java.util.Locale.ROOT), Group.VIEW, pane.text(), pane.tooltip(), pane.icon(),
                    "Shortcut+" + pane.ordinal(), NEVER, () -> shown.set(pane));
        }
        add("dark", Group.VIEW, "Light or dark", "Switches between the light and the dark theme; figures stay white, as on paper", "mdal-brightness_4", "Shortcut+D", NEVER, commands::switchTheme);
        add("copy-report", Group.HELP, "Copy diagnostic report", "Copies versions, findings, tasks and log to the clipboard; it holds no keys; of files only the names", "mdal-content_copy", "Shortcut+Shift+D", NEVER, commands::copyReport);
        add("shortcuts", Group.HELP, "Keyboard shortcuts", "Lists everything that can be done, with its keys", "mdal-keyboard", "Shift+F1", NEVER, commands::showShortcuts);
    }

    private void addRun() {
        var noScenario = workbench.resolvedProperty().isNull().and(workbench.uncheckedProperty().not());
        var solved = Bindings.createBooleanBinding(() -> {
            ExperimentResult outcome = workbench.outcomeProperty().get();
            OptimumSet optimum = outcome == null ? null : outcome.optimum();
            return optimum != null && optimum.isSettled();
        }, workbench.outcomeProperty());
        var cannotSolve = workbench.outcomeProperty().isNull().or(workbench.solvingProperty()).or(solved);
        add("run", Group.RUN, "Run", "Runs the scenario in the background; the dialogue can be followed meanwhile", "mdmz-play_circle_filled", "F5", noScenario, workbench::startRun);
        add("cancel-run", Group.RUN, "Cancel run", "Stops the run that is being computed", "mdmz-stop", "Shortcut+Period", workbench.runningProperty().not(), workbench::cancelRun);
        add("solve", Group.RUN, "Solve optimum", "Solves and certifies HOME, AWARE and BLIND for the run shown; of a run of several days first those of the day on screen. Small runs are solved without being asked", "mdal-insights", "F6", cannotSolve, workbench::solveOptimum);
        add("cancel-solve", Group.RUN, "Cancel optimum", "Stops the optimum that is being solved", "mdal-cancel", "Shortcut+Shift+Period", workbench.solvingProperty().not(), workbench::cancelOptimum);
    }

    private void addRunBefore() {
        var noBase = Bindings.createBooleanBinding(
                () -> workbench.runBefore().isEmpty(), workbench.runProperty(), workbench.shelf().runs());
        add("run-before", Group.RUN, "Back to the run before", "Shows the run that the branch shown was made from", "mdmz-undo", "Shortcut+B", noBase,
                () -> workbench.runBefore().ifPresent(workbench::show));
    }

    private void addSteps() {
        var none = transport.runProperty().isNull();
        var atStart = none.or(transport.positionProperty().isEqualTo(0));
        var atEnd = none.or(Bindings.greaterThanOrEqual(transport.positionProperty(), transport.knownProperty()));
        add("play", Group.STEP, "Play or pause", "Plays the dialogue turn by turn, or pauses", "mdmz-play_arrow", "Shortcut+Space", atEnd,
                () -> transport.playingProperty().set(!transport.playingProperty().get()));
        back("previous-day", "Previous day", "Back to the end of the day before", "mdal-first_page", "Alt+Shift+Up", StepKind.DAY, atStart);
        back("previous-hour", "Previous hour", "Back to the hour before", "mdal-fast_rewind", "Alt+Up", StepKind.HOUR, atStart);
        back("previous-round", "Previous round", "Back by one round", "mdmz-skip_previous", "Alt+Shift+Left", StepKind.ROUND, atStart);
        back("previous-message", "Previous message", "Back by one message", "mdal-chevron_left", "Alt+Left", StepKind.MESSAGE, atStart);
        next("next-message", "Next message", "Forward by one message", "mdal-chevron_right", "Alt+Right", StepKind.MESSAGE, atEnd);
        next("next-round", "Next round", "Forward to the end of the round", "mdmz-skip_next", "Alt+Shift+Right", StepKind.ROUND, atEnd);
        next("next-hour", "Next hour", "Forward to the end of trading of the next hour, or by an hour of delivery", "mdal-fast_forward", "Alt+Down", StepKind.HOUR, atEnd);
        next("next-day", "Next day", "Forward to the end of the day", "mdal-last_page", "Alt+Shift+Down", StepKind.DAY, atEnd);
        back("previous-proposals", "Previous hour with proposals", "Back to the last hour in which a home proposed something", "mdmz-reply_all", "Alt+Page_Up", StepKind.HOUR_WITH_PROPOSALS, atStart);
        next("next-proposals", "Next hour with proposals", "Forward to the next hour in which a home proposes something", "mdmz-question_answer", "Alt+Page_Down", StepKind.HOUR_WITH_PROPOSALS, atEnd);
    }

    /** Takes over what a collaborator of the window offers. */
    public void include(List<AppAction> more) {
        all.addAll(more);
    }

    /** All actions, in menu order. */
    public List<AppAction> all() {
        return List.copyOf(all);
    }

    /** One menu. */
    public List<AppAction> of(Group group) {
        return all.stream().filter(a -> a.group() == group).toList();
    }

    /** An action by its id. */
    public AppAction byId(String id) {
        return all.stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    private void next(String id, String text, String tooltip, String icon, String keys, StepKind kind, ObservableBooleanValue off) {
        add(id, Group.STEP, text, tooltip, icon, keys, off, () -> transport.next(kind));
    }

    private void back(String id, String text, String tooltip, String icon, String keys, StepKind kind, ObservableBooleanValue off) {
        add(id, Group.STEP, text, tooltip, icon, keys, off, () -> transport.previous(kind));
    }

    /** Adds what a part of the window brings along. */
    void add(
            String id, Group group, String text, String tooltip, String icon, @Nullable String keys, ObservableBooleanValue off, Runnable body) {
        KeyCombination shortcut = keys == null ? null : KeyCombination.valueOf(keys);
        all.add(new AppAction(id, group, text, tooltip, icon, shortcut, off, body));
    }
}
