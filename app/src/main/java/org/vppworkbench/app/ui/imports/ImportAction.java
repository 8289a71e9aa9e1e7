package org.vppworkbench.app.ui.imports;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;

/** Opens the importer. */
public final class ImportAction {
    private ImportAction() {}

    /**
     * The actions of the importer.
     *
     * @param window over which it opens
     */
    public static List<AppAction> all(Workbench workbench, FileDialogs dialogs, Supplier<Window> window) {
        return List.of(new AppAction(
                "import-data", AppAction.Group.FILE, "Import data …",
                "Brings prices, reserves, load, PV or temperature of files into the scenario: EIA, OASIS, GridStatus, PVWatts, CityLearn, ACN, or any CSV",
                "mdmz-post_add", KeyCombination.valueOf("Shortcut+I"), new ReadOnlyBooleanWrapper(false),
                () -> new ImportDialog(new ImportViewModel(workbench), dialogs).show(window.get())));
    }
}
