package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;

/** What a model that speaks for the aggregator may do. */
enum AggregatorAction {
    DECIDE,
    COALITION,
    MARKET,
    HISTORY;

    /** All there are under a condition. */
    static List<AggregatorAction> all(Tool tool) {
        List<AggregatorAction> all = new ArrayList<>(List.of(values()));
        if (tool == Tool.NONE) {
            all.remove(COALITION);
        }
        return all;
    }
}
