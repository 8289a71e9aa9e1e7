package org.vppworkbench.app.ui.shell;

import javafx.beans.property.ObjectProperty;
import org.vppworkbench.app.ui.project.DroppedFiles;

/** The panes, in the order of the navigation. */
public enum Pane {
    WELCOME("Welcome", "mdal-flag", "Samples, recent projects and runs"),
    SCENARIO("Scenario", "mdmz-tune", "Choices for a run, findings, data provenance"),
    FLEET("Fleet", "mdal-home", "The homes and their preferences"),
    MARKET("Market", "mdmz-show_chart", "Prices, reserves, PV and load"),
    NEGOTIATION("Negotiation", "mdal-forum", "The dialogue, step by step, and why"),
    RESULTS("Results", "mdal-assessment", "Mechanism against optimum and no VPP"),
    LOG("Log", "mdal-list", "Tasks and log");

    private final String text;
    private final String icon;
    private final String tooltip;

    Pane(String text, String icon, String tooltip) {
        this.text = text;
        this.icon = icon;
        this.tooltip = tooltip;
    }

    public String text() {
        return text;
    }

    public String icon() {
        return icon;
    }

    public String tooltip() {
        return tooltip;
    }

    /** Where the window goes after something was opened. */
    static DroppedFiles.Places places(ObjectProperty<Pane> shown) {
        return new DroppedFiles.Places() {
            @Override
            public void findings() {
                shown.set(SCENARIO);
            }

            @Override
            public void fleet() {
                shown.set(FLEET);
            }

            @Override
            public void market() {
                shown.set(MARKET);
            }

            @Override
            public void run() {
                shown.set(NEGOTIATION);
            }

            @Override
            public void scenario() {
                shown.set(SCENARIO);
            }
        };
    }
}
