package org.vppworkbench.negotiation.mechanism;

import java.util.List;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.auction.AuctionTrader;
import org.vppworkbench.negotiation.auction.PaymentRule;
import org.vppworkbench.negotiation.engine.NegotiationTrader;

/** The mechanisms of this module. */
public final class Mechanisms {
    /** Label of mechanisms without agents. */
    private static final String MECHANISM = "MECHANISM";

    /** The mechanism in which nothing is traded. */
    public static final String NO_VPP = "no-vpp";

    private static final String POSTED_PRICE = "posted-price";
    private static final String ZI_C = "zi-c";
    private static final String RULE = "rule";
    private static final String UNIFORM_PRICE = "uniform-price";
    private static final String PAY_AS_BID = "pay-as-bid";
    private static final String VCG = "vcg";

    /** From the simplest to the richest. */
    private static final List<String> IDS = List.of(
            NO_VPP,
            POSTED_PRICE,
            ZI_C,
            RULE,
            UNIFORM_PRICE,
            PAY_AS_BID,
            VCG);

    private static final Agreement NOTHING =
            new Agreement(List.of(), 0, RunEvent.Outcome.NO_PROPOSAL, 0, "this mechanism sells nothing");

    private Mechanisms() {}

    /** Ids, from the simplest to the richest. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * {@code no-vpp}: every home follows its own plan, the reference W⁰ ({@code model.md} §4); {@code posted-price}: a
     * share of the forecast price, take it or leave it; {@code zi-c}: random prices that never lose money; {@code rule}:
     * rule agents on both sides; {@code uniform-price}, {@code pay-as-bid} and {@code vcg}: sealed-bid auctions.
     *
     * @param solver solves the coalition problem
     * @throws IllegalArgumentException if the id is not one of {@link #ids()}
     */
    public static Mechanism byId(String id, CoalitionSolver solver) {
        return switch (id) {
            case NO_VPP -> new TradingMechanism(id, MECHANISM, brief -> session -> NOTHING);
            case POSTED_PRICE -> new TradingMechanism(id, MECHANISM, brief -> postedPrice(brief, solver));
            case ZI_C -> new TradingMechanism(id, MECHANISM, brief -> zeroIntelligence(brief, solver));
            case RULE -> new TradingMechanism(
                    id, "RULE", b -> NegotiationTrader.rules(b.agents(), b.rules(), solver, wording(b)));
            case UNIFORM_PRICE -> auction(id, PaymentRule.UNIFORM_PRICE, solver);
            case PAY_AS_BID -> auction(id, PaymentRule.PAY_AS_BID, solver);
            case VCG -> auction(id, PaymentRule.VCG, solver);
            default ->
                throw new IllegalArgumentException("mechanism " + id + " is not known here. Maybe one of " + ids());
        };
    }

    private static OpportunityTrader postedPrice(TraderBrief brief, CoalitionSolver solver) {
        return new PostedPriceTrader(brief.agents().postedPriceShare(), brief.rules(), solver, wording(brief));
    }

    /**
     * Zero-intelligence constrained traders (Gode and Sunder 1993, <i>Allocative efficiency of markets with
     * zero-intelligence traders</i>, Journal of Political Economy 101): what the protocol and the budget constraints
     * achieve without any strategy.
     */
    private static OpportunityTrader zeroIntelligence(TraderBrief brief, CoalitionSolver solver) {
        RandomStreams random = new RandomStreams(brief.seed());
        Wording wording = wording(brief);
        RandomProsumer home = new RandomProsumer(random, wording);
        RandomAggregator aggregator = new RandomAggregator(random, solver);
        return new NegotiationTrader(brief.agents(), brief.rules(), solver, wording, id -> home, aggregator);
    }

    private static Mechanism auction(String id, PaymentRule payment, CoalitionSolver solver) {
        return new TradingMechanism(
                id, MECHANISM, b -> new AuctionTrader(payment, b.agents(), b.rules(), solver, wording(b)));
    }

    private static Wording wording(TraderBrief brief) {
        return new Wording(brief.horizon());
    }
}
