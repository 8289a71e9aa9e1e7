package org.vppworkbench.negotiation.persona;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/** What a model may do for a home: tools first, then what it can say. */
public enum HomeAction {
    WHAT_IF,
    HISTORY,
    FORECAST,
    PROPOSE,
    COUNTER,
    ACCEPT,
    REJECT,
    REFUSE,
    WITHDRAW,
    STAND;

    /** All there are under a condition. */
    public static List<HomeAction> all(Tool tool) {
        List<HomeAction> all = new ArrayList<>(List.of(values()));
        if (tool == Tool.NONE) {
            all.remove(WHAT_IF);
        }
        return all;
    }

    /** What the protocol allows in a turn, tools among it. */
    public static List<HomeAction> allowed(ProsumerTurn turn, Tool tool) {
        List<HomeAction> allowed = new ArrayList<>();
        if (tool != Tool.NONE) {
            allowed.add(WHAT_IF);
        }
        allowed.add(HISTORY);
        allowed.add(FORECAST);
        allowed.addAll(switch (turn.stage()) {
            case CALLED -> List.of(PROPOSE, REFUSE);
            case ASKED -> List.of(PROPOSE, STAND, WITHDRAW);
            case COUNTERED -> turn.lastWord()
                    ? List.of(ACCEPT, REJECT, WITHDRAW)
                    : List.of(ACCEPT, COUNTER, STAND, REJECT, WITHDRAW);
            case AGREED, CLOSED -> List.of();
        });
        return allowed;
    }
}
