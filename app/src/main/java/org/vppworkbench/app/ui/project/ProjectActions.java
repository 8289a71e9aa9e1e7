package org.vppworkbench.app.ui.project;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.action.AppAction.Group;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;

/** What can be done with projects and kept runs. */
public final class ProjectActions {
    private static final ObservableBooleanValue NEVER = new ReadOnlyBooleanWrapper(false);

    private ProjectActions() {}

    /**
     * All of them, in menu order.
     *
     * @param openRun asks for a bundle and opens it
     */
    public static List<AppAction> of(Workbench workbench, ProjectDesk desk, Runnable openRun) {
        var none = desk.projectProperty().isNull();
        var nothing = none.and(desk.dirtyProperty().not());
        var cannotKeep = Bindings.createBooleanBinding(
                () -> !desk.keeper().canKeep(), desk.projectProperty(), workbench.outcomeProperty());
        var notOpened = Bindings.createBooleanBinding(() -> {
            LiveRun live = workbench.runProperty().get();
            return live == null || live.opened() == null;
        }, workbench.runProperty());
        return List.of(
                action("new-project", Group.FILE, "New project …", "Makes a project folder with the first sample: scenario, fleet, inputs and kept runs in one place", "mdal-create_new_folder", "Shortcut+N", NEVER, desk::create),
                action("open-project", Group.FILE, "Open project …", "Opens a project folder", "mdal-folder_open", "Shortcut+O", NEVER, desk::openChosen),
                action("save-project", Group.FILE, "Save project", "Saves scenario, fleet and inputs into the project; without a project asks for a folder", "mdmz-save", "Shortcut+S", nothing, () -> desk.save(() -> {})),
                action("save-project-as", Group.FILE, "Save project as …", "Saves into another folder, which is the project from then on; kept runs stay in the old one", "mdmz-save_alt", "Shortcut+Shift+S", NEVER, () -> desk.saveAs(() -> {})),
                action("close-project", Group.FILE, "Close project", "Closes the project and shows the first sample", "mdal-close", "Shortcut+W", none, desk::close),
                action("open-run", Group.FILE, "Open run …", "Shows the run of a bundle from its events as they were recorded; nothing is simulated again", "mdmz-unarchive", "Shortcut+R", NEVER, openRun),
                action("keep-run", Group.RUN, "Keep run", "Writes the run shown as a bundle into the project; runs with a model, a person or a program are kept by themselves", "mdal-bookmark", "Shortcut+Shift+K", cannotKeep, desk.keeper()::keepShown),
                action("adopt-run", Group.RUN, "Take over scenario and fleet", "Makes scenario and fleet of the opened run those of the window, to be changed and run again", "mdal-input", null, notOpened, () -> {
                    LiveRun live = workbench.runProperty().get();
                    if (live != null) {
                        workbench.files().adopt(live);
                    }
                }));
    }

    private static AppAction action(
            String id, Group group, String text, String tooltip, String icon, @Nullable String keys, ObservableBooleanValue off, Runnable body) {
        return new AppAction(id, group, text, tooltip, icon, keys == null ? null : KeyCombination.valueOf(keys), off, body);
    }
}
