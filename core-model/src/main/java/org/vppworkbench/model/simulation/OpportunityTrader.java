package org.vppworkbench.model.simulation;

import java.util.List;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.physics.Commitments;

/** How a mechanism sells one opportunity. Implementations keep no state of the homes between sessions. */
@FunctionalInterface
public interface OpportunityTrader {
    /**
     * What homes have agreed to sell, whoever will buy it, before anything is traded: each makes its plan for it until the
     * opportunity is traded. Only contracts bind.
     *
     * @return one per home, in fleet order; empty where homes have agreed on nothing
     */
    default List<Commitments> intentions() {
        return List.of();
    }

    /**
     * Trades one opportunity.
     *
     * @return what was agreed; an empty list of contracts where nothing was
     */
    Agreement trade(TradingSession session);

    /**
     * @param contracts at most one per home; their sum must not exceed the required quantity
     * @param offerPricePerMwh price of the fleet offer [$/MWh]; ignored without contracts
     * @param outcome how trading ended, before the market answers
     * @param rounds rounds used
     * @param reason plain words
     */
    record Agreement(
            List<Contract> contracts, double offerPricePerMwh, RunEvent.Outcome outcome, int rounds, String reason) {
        public Agreement {
            contracts = List.copyOf(contracts);
        }
    }
}
