package org.vppworkbench.model.simulation;

import java.util.List;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.physics.DispatchTable;

/**
 * What a run leaves behind for settlement.
 *
 * @param mechanism id
 * @param label honest label
 * @param complete false where the user stopped it
 * @param dispatch what every home did
 * @param offers all fleet offers with their contracts, in order; empty for a central optimum
 * @param paidAtMarket whether homes are paid the market revenue of their own dispatch (central optima) instead of contracts
 */
public record RunRecord(
        String mechanism,
        String label,
        boolean complete,
        DispatchTable dispatch,
        List<ClearedOffer> offers,
        boolean paidAtMarket) {
    public RunRecord {
        offers = List.copyOf(offers);
    }
}
