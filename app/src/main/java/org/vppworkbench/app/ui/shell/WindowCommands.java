package org.vppworkbench.app.ui.shell;

/** What only the window can do. */
public interface WindowCommands {
    void openFleet();

    void saveFleet();

    void generateFleet();

    void describeHomes();

    void saveBundle();

    void exportFigure();

    void switchTheme();

    void copyReport();

    void showShortcuts();

    void quit();
}
