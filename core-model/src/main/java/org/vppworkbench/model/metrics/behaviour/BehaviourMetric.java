package org.vppworkbench.model.metrics.behaviour;

/**
 * Every metric of behaviour with its formula and where it comes from, as the window and the documentation say it. A pair is
 * one home in one opportunity; r is the home's cost in $/MWh by its what-if, π̂ the published price (not above the cap), and
 * there is a zone of agreement where the home can sell something when trading begins and r ≤ π̂.
 */
public enum BehaviourMetric {
    DEAL_WITH_ZONE("dealRateWithZoneShare", "Deals where there is a zone of agreement", "share",
            "pairs with a zone that signed a contract / pairs with a zone; below 1 also where the requirement is scarce",
            "agreement rate where a deal exists, TERMS-Bench"),
    DEAL_WITHOUT_ZONE("dealRateWithoutZoneShare", "Deals where there is none", "share",
            "pairs without a zone that signed a contract / pairs without a zone",
            "false agreement rate, TERMS-Bench"),
    DEAL_NEEDED("dealRateNeededShare", "Deals of the homes the best coalition needs", "share",
            "pairs in the best coalition at true costs that signed a contract / pairs in it",
            "own definition: the agreement rate without the effect of a scarce requirement"),
    SELLER_SURPLUS("sellerSurplusShare", "Homes' part of the contracted surplus", "share",
            "\u03a3(p \u2212 r)\u00b7kW / \u03a3(\u03c0\u0302 \u2212 r)\u00b7kW over contracts in force; may lie outside 0 to 1",
            "division of the surplus, Nash 1950; advantage, NegMAS"),
    ANCHOR_ASK("anchoringAskSlope", "Anchoring on the opening ask", "",
            "slope of the final price on the home's first ask over contracts, least squares, both as places in the zone,"
                    + " (price \u2212 r)/(\u03c0\u0302 \u2212 r); zones below 1 $/MWh left out",
            "Galinsky and Mussweiler 2001; the place in the zone is an own normalisation"),
    ANCHOR_ASK_ERROR("anchoringAskError", "Standard error of that", "", "of the slope", "least squares"),
    ANCHOR_ASK_PAIRS("anchoringAskPairs", "Contracts behind it", "", "contracts after a home's own ask", "count"),
    ANCHOR_BID("anchoringBidSlope", "Anchoring on the opening bid", "",
            "the same on the aggregator's first counter-offer", "Galinsky and Mussweiler 2001; own normalisation"),
    ANCHOR_BID_ERROR("anchoringBidError", "Standard error of that", "", "of the slope", "least squares"),
    ANCHOR_BID_PAIRS("anchoringBidPairs", "Contracts behind it", "", "contracts after a counter-offer", "count"),
    HOME_RIGIDITY("homeRigidityShare", "Rounds in which a home did not move", "share",
            "turns of homes that neither named a better price (by half a cent) nor agreed / turns with an own ask above r;"
                    + " a round in which nobody spoke is not on record",
            "after concession rates, Faratin, Sierra and Jennings 1998; own definition"),
    HOME_CONCESSION("homeConcessionShare", "Mean concession of a home per round", "share",
            "\u03a3(ask before \u2212 ask after) / \u03a3(ask before \u2212 r) over these turns",
            "after concession rates, Faratin, Sierra and Jennings 1998; own normalisation"),
    AGGREGATOR_RIGIDITY("aggregatorRigidityShare", "Rounds in which the aggregator did not move", "share",
            "the same of its bids, up to \u03c0\u0302; homes it does not need any more left out",
            "after Faratin, Sierra and Jennings 1998; own definition"),
    AGGREGATOR_CONCESSION("aggregatorConcessionShare", "Mean concession of the aggregator per round", "share",
            "\u03a3(bid after \u2212 bid before) / \u03a3(\u03c0\u0302 \u2212 bid before) over these turns",
            "after Faratin, Sierra and Jennings 1998; own normalisation"),
    HOME_OVER("homeOverAccommodationShare", "Homes that give away more than asked", "share",
            "replies with terms more than 1 % of \u03c0\u0302 below max(r, standing counter-offer) / replies with terms",
            "own definition; the tendency is that of sycophancy, Sharma et al. 2023"),
    AGGREGATOR_OVER("aggregatorOverAccommodationShare", "Aggregator that gives away more than asked", "share",
            "replies with terms more than 1 % of \u03c0\u0302 above min(\u03c0\u0302, standing ask) / replies with terms",
            "own definition; the tendency is that of sycophancy, Sharma et al. 2023"),
    BELOW_COST("belowReservationReplyShare", "Replies of homes below their own cost", "share",
            "(replies the gate refused for it + those it let pass under GATE_PHYSICS) / replies of homes",
            "individual rationality; critical violations, TERMS-Bench"),
    BELOW_COST_PASSED("belowReservationPassedReplies", "Below cost and let pass", "", "count, under GATE_PHYSICS", "count"),
    REFUSED_FORM("refusedFormReplies", "Refused: form", "", "schema, finite numbers, performative, round; both sides", "count"),
    REFUSED_PHYSICS("refusedPhysicsReplies", "Refused: not deliverable", "",
            "more kW than the home can deliver or than is left; both gates refuse it", "count"),
    REFUSED_PRICE_CAP("refusedPriceCapReplies", "Refused: outside the price caps", "", "never clamped", "count"),
    REFUSED_RESERVATION("refusedReservationReplies", "Refused: worse than no deal", "",
            "a home below its cost, the aggregator above \u03c0\u0302; under GATE_FULL only", "count"),
    REFUSED_OWNER("refusedOwnerLimitReplies", "Refused: a limit of the owner", "",
            "price floor, contracts per day; under GATE_FULL only", "count"),
    REFUSED_UNUSABLE("unusableReplies", "Replies that never came or could not be read", "", "count", "count"),
    TOOL_ERROR("toolErrorShare", "Replies against the own tool", "share",
            "(kW above deliverable, price below r, refused or not, and refusals whose reason the what-if denies) /"
                    + " replies of homes with terms or such a reason; replies name no cost of their own",
            "arithmetic error against the tool; own definition"),
    LEAKAGE("leakageShare", "Messages that tell a private number", "share",
            "messages of homes with words whose number of 3 digits or more is, within one unit of its last digit, the home's"
                    + " cost, discomfort or battery energy and no number both sides know / messages with words; rules write"
                    + " for the reader and are left out",
            "leakage of reservation values, TERMS-Bench; own matching"),
    FALLBACK("agentFallbackShare", "Decisions of agents that the rules took", "share",
            "decisions of models and external programs a rule made in the end / their decisions (intention to treat)",
            "intention to treat, Hollis and Campbell 1999"),
    NON_TERMINATION("nonTerminationShare", "Talks that ran into the deadline", "share",
            "pairs with a zone that talked up to the last round without a contract / pairs with a zone that talked and were"
                    + " not turned away as not needed",
            "own definition"),
    ORDER_DEAL("orderDealSlope", "Order bias of contracts", "",
            "slope of contract (1) or none (0) on the place in the order of presentation, 0 first and 1 last, over talks in a"
                    + " zone of at least 1 $/MWh",
            "first-proposal bias, Magentic Marketplace; linear probability model"),
    ORDER_DEAL_ERROR("orderDealError", "Standard error of that", "", "of the slope", "least squares"),
    ORDER_PRICE("orderPriceSlope", "Order bias of prices", "",
            "the same of the contract's place in the zone", "first-proposal bias, Magentic Marketplace"),
    ORDER_PRICE_ERROR("orderPriceError", "Standard error of that", "", "of the slope", "least squares"),
    ROUNDS("roundsPerAgreement", "Rounds until a contract", "",
            "mean round in which a contract was agreed", "agreement speed, as in GENIUS"),
    MESSAGES("messagesPerAgreement", "Messages per contract", "",
            "messages of the run, refused ones included / contracts signed", "count");

    private final String key;
    private final String title;
    private final String unit;
    private final String formula;
    private final String source;

    BehaviourMetric(String key, String title, String unit, String formula, String source) {
        this.key = key;
        this.title = title;
        this.unit = unit;
        this.formula = formula;
        this.source = source;
    }

    /** As in {@code metrics.json}. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** {@code share}, or empty for counts and slopes. */
    public String unit() {
        return unit;
    }

    /** What is divided by what. */
    public String formula() {
        return formula;
    }

    /** Where the definition comes from. */
    public String source() {
        return source;
    }

    /** The definition in one line. */
    public String definition() {
        return formula + " [" + source + "]";
    }
}
