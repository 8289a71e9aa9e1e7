package org.vppworkbench.negotiation;

import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/** Turns of a home that could deliver 5 kW of energy at a cost of 60 $/MWh while 100 $/MWh are published. */
public final class TestTurns {
    private static final Opportunity OPPORTUNITY = new Opportunity(Product.ENERGY, 19, 10, 100);
    private static final String CALL = "ENERGY@19/r0/aggregator>all";

    private TestTurns() {}

    public static ProsumerTurn called(String home) {
        return called(TestDesk.of(home, 5, 60));
    }

    public static ProsumerTurn called(ProsumerDesk desk) {
        return new ProsumerTurn(
                desk, OPPORTUNITY, MarketRules.RESEARCH, new Letterhead(OPPORTUNITY, 1, desk.prosumer(), 0), 5, Stage.CALLED, CALL,
                null, null, false);
    }

    /** The home asks 5 kW at 95 $/MWh and is offered another price for 4 kW in round 2. */
    public static ProsumerTurn countered(String home, double bid) {
        return countered(home, bid, "");
    }

    public static ProsumerTurn countered(String home, double bid, String words) {
        Offer ask = new Offer("ENERGY@19/r1/" + home, new Terms(5, 0, 95), 5);
        Offer counter = new Offer("ENERGY@19/r1/aggregator>" + home, new Terms(4, 0, bid), 2, words);
        return new ProsumerTurn(
                TestDesk.of(home, 5, 60), OPPORTUNITY, MarketRules.RESEARCH, new Letterhead(OPPORTUNITY, 2, home, 0), 5,
                Stage.COUNTERED, CALL, ask, counter, false);
    }
}
