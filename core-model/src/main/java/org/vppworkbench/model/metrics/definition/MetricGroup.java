package org.vppworkbench.model.metrics.definition;

/** What a number is about; the order of a report. */
public enum MetricGroup {
    MONEY("Money", "docs/model.md \u00a74 and \u00a78, Money"),
    OPTIMUM("Against the optimum", "docs/model.md \u00a75 and \u00a78, Against the optimum"),
    REGRET("Regret", "docs/model.md \u00a78, Regret"),
    PLAN("Schedules agreed before the run", "docs/model.md \u00a78, Schedules agreed before the run"),
    HOMES("Homes", "docs/model.md \u00a78, Homes"),
    PREFERENCES("Preferences", "docs/model.md \u00a78, Preferences"),
    DELIVERY("Delivery", "docs/model.md \u00a78, Delivery"),
    PROCESS("Process", "docs/model.md \u00a78, Process"),
    MODELS("Language models", "docs/model.md \u00a78, Language models"),
    BEHAVIOUR("Behaviour", "docs/negotiation.md, Metrics"),
    QUANTITY("Quantities behind the metrics", "docs/model.md \u00a75 and \u00a78");

    private final String title;
    private final String section;

    MetricGroup(String title, String section) {
        this.title = title;
        this.section = section;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Where it is defined in full. */
    public String section() {
        return section;
    }
}
