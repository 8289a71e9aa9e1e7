package org.vppworkbench.app.ui.shell;

import java.util.Map;
import org.vppworkbench.app.action.AppAction;

/** Why an action cannot be done while it is switched off, and so what would switch it on. */
final class ActionObstacles {
    private static final String NO_RUN = "No run is finished: run the scenario first (F5).";
    private static final String NO_HOMES = "No home is selected: select some in the Fleet pane.";
    private static final String AT_START = "The beginning of the run is shown, or there is no run.";
    private static final String AT_END = "The last message known is shown, or there is no run.";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("save-bundle", NO_RUN),
            Map.entry("export-figure", NO_RUN),
            Map.entry("write-report", NO_RUN),
            Map.entry("verify-run", NO_RUN),
            Map.entry("undo", "Nothing was edited."),
            Map.entry("redo", "Nothing was taken back."),
            Map.entry("run", "The scenario has errors, see the findings of the Scenario pane; or it is still being checked."),
            Map.entry("cancel-run", "No run is being computed."),
            Map.entry("solve", "There is no finished run, its optimum is being solved, or it is solved."),
            Map.entry("cancel-solve", "No optimum is being solved."),
            Map.entry("run-before", "The run shown is no branch, or the run before it is forgotten."),
            Map.entry("take-seat", "The scenario has errors or is still being checked, or a run is being computed."),
            Map.entry("leave-seat", "Nobody is asked: no seat is taken, or it is not your turn."),
            Map.entry("export-choices", "No person took part in the run shown, or there is no finished run."),
            Map.entry("futures", "The run shown is no branch, or the run before it is forgotten."),
            Map.entry("save-project", "There is no project, and nothing was edited."),
            Map.entry("close-project", "No project is open."),
            Map.entry("keep-run", "There is no project open, no finished run, or the run is kept already."),
            Map.entry("adopt-run", "The run shown was not opened from a bundle."),
            Map.entry("edit-homes", NO_HOMES),
            Map.entry("duplicate-homes", NO_HOMES),
            Map.entry("delete-homes", NO_HOMES),
            Map.entry("play", AT_END));

    private ActionObstacles() {}

    /** Empty where the action can be done. */
    static String of(AppAction action) {
        return action.disabled().get() ? words(action.id()) : "";
    }

    /** What stands against an action where it is switched off; empty for one that never is. */
    static String words(String id) {
        if (id.startsWith("previous-")) {
            return AT_START;
        }
        if (id.startsWith("next-")) {
            return AT_END;
        }
        return WORDS.getOrDefault(id, "");
    }
}
