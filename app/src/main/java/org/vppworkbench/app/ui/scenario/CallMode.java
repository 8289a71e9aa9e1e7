package org.vppworkbench.app.ui.scenario;

import org.vppworkbench.model.scenario.CallSettings;

/** How contingency calls come about. */
public enum CallMode {
    NONE("none"),
    LISTED("at listed times"),
    DRAWN("drawn from a seed");

    private final String words;

    CallMode(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The mode of given settings; where calls are both listed and drawn, the list is what is shown. */
    static CallMode of(CallSettings calls) {
        return !calls.listed().isEmpty() ? LISTED : calls.probability() > 0 ? DRAWN : NONE;
    }
}
