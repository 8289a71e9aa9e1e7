package org.vppworkbench.app.ui.shell;

/** The panes, in the order of the navigation. */
public enum Pane {
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
}
