package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

/** What the user can do with homes. */
public final class FleetActions {
    private final FleetViewModel model;
    private final Workbench workbench;
    private final Supplier<Window> window;

    /**
     * @param window over which dialogs open
     */
    public FleetActions(FleetViewModel model, Workbench workbench, Supplier<Window> window) {
        this.model = model;
        this.workbench = workbench;
        this.window = window;
    }

    /** All of them. */
    public List<AppAction> all() {
        var none = Bindings.isEmpty(model.chosen());
        ObservableBooleanValue never = new ReadOnlyBooleanWrapper(false);
        return List.of(
                action("edit-homes", "Edit selected homes …", "Sets battery, floor, tariff, plans or agent of all selected homes as one edit, after showing how"
                        + " many would change", "mdal-edit", "Shortcut+M", none, this::edit),
                action("add-home", "Add a home", "Adds a home without devices, to be completed in the inspector", "mdal-add_circle_outline",
                        "Shortcut+Insert", never, model::add),
                action("duplicate-homes", "Duplicate homes", "Adds copies of the selected homes under new ids", "mdal-content_copy",
                        "Shortcut+Shift+U", none, model::duplicate),
                action("delete-homes", "Delete homes", "Takes the selected homes out of the fleet; can be undone", "mdal-delete_outline",
                        "Shortcut+Delete", none, model::delete),
                action("copy-homes", "Copy homes", "Copies the selected homes, or all that are shown, with headings and units, separated by tabs",
                        "mdal-assignment", "Shortcut+Shift+C", never, this::copy),
                action("select-homes", "Select all homes shown", "Selects every home that passes the filter", "mdmz-select_all",
                        "Shortcut+Shift+H", never, model::chooseAllShown));
    }

    private void edit() {
        new MultiEditDialog(new MultiEditViewModel(model)).show(window.get());
    }

    private void copy() {
        FleetTable.copy(model);
        int homes = model.chosen().isEmpty() ? model.homes().size() : model.chosen().size();
        workbench.tell(Finding.Severity.INFO, "Copied", FleetViewModel.counted(homes) + " with headings and units");
    }

    private static AppAction action(
            String id, String text, String tooltip, String icon, String keys, ObservableBooleanValue off, Runnable body) {
        return new AppAction(id, AppAction.Group.EDIT, text, tooltip, icon, KeyCombination.valueOf(keys), off, body);
    }
}
