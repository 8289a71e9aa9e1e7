package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.time.Horizon;

/** What a program may look up about the market: what was announced to it so far, and its own contracts. */
final class SharedTools {
    private final Horizon horizon;
    private final Map<String, LineWriter> announced = new LinkedHashMap<>();
    private final Map<String, LineWriter> contracts = new LinkedHashMap<>();

    SharedTools(Horizon horizon) {
        this.horizon = horizon;
    }

    void announce(Opportunity opportunity) {
        announced.putIfAbsent(opportunity.id(), LineWriter.opportunity(opportunity, horizon));
    }

    boolean knows(Opportunity opportunity) {
        return announced.containsKey(opportunity.id());
    }

    /**
     * Keeps a contract.
     *
     * @param key opportunity and home
     */
    void contract(String key, LineWriter contract) {
        contracts.put(key, contract);
    }

    /** The fleet offer behind a contract did not clear: there is no contract. */
    void withdraw(String key) {
        contracts.remove(key);
    }

    LineWriter market(int turn) {
        List<LineWriter> own = new ArrayList<>(contracts.values());
        return LineWriter.of("market_view").put("turn", turn).objects("announced", announced.values()).objects("contracts", own);
    }
}
