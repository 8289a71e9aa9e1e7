package org.vppworkbench.app.ui.shell;

import java.util.List;
import org.vppworkbench.app.action.AppAction;

/** What only the window can do. */
public interface WindowCommands {
    void openFleet();

    void saveFleet();

    void generateFleet();

    void describeHomes();

    void saveBundle();

    void exportFigure();

    void writeReport();

    void verifyRun();

    void switchTheme();

    void copyReport();

    void showShortcuts();

    void quit();

    /** What else can be done, each with its own action. */
    default List<AppAction> moreActions() {
        return List.of();
    }

    /** What can be done with projects. */
    default List<AppAction> projectActions() {
        return List.of();
    }

    /** What the panes of the window add to the list of actions. */
    default List<AppAction> further() {
        return List.of();
    }
}
