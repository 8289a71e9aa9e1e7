package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.time.Horizon;

/** What one program was told so far: the opportunities it had a turn in, and its own contracts. */
final class Notebook {
    private final Horizon horizon;
    private final Map<String, LineWriter> announced = new LinkedHashMap<>();
    private final Map<String, LineWriter> contracts = new LinkedHashMap<>();

    Notebook(Horizon horizon) {
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
