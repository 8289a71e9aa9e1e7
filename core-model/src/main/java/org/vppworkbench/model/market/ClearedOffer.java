package org.vppworkbench.model.market;

import java.util.List;

/**
 * The fleet offer of one opportunity after the market answered.
 *
 * @param opportunity what was offered
 * @param offerPricePerMwh the aggregator's offer price [$/MWh]
 * @param clearingPricePerMwh π_h, hour mean of the realised price [$/MWh]
 * @param cleared offer price ≤ clearing price
 * @param contracts the home contracts behind the offer; void where the offer did not clear
 */
public record ClearedOffer(
        Opportunity opportunity,
        double offerPricePerMwh,
        double clearingPricePerMwh,
        boolean cleared,
        List<Contract> contracts) {
    public ClearedOffer {
        contracts = List.copyOf(contracts);
    }

    public double totalKw() {
        return contracts.stream().mapToDouble(Contract::kw).sum();
    }
}
