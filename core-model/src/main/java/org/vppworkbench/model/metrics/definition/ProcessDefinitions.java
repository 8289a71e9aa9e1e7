package org.vppworkbench.model.metrics.definition;

import static org.vppworkbench.model.metrics.definition.MetricGroup.MODELS;
import static org.vppworkbench.model.metrics.definition.MetricGroup.PROCESS;

import java.util.List;

/** The negotiation itself, and the language models in it ({@code model.md} §8). */
final class ProcessDefinitions {
    private static final String COUNT = "A count.";

    static final List<MetricDefinition> ALL = List.of(
            of("opportunities", "Opportunities opened", "", "product-hours put up for negotiation", COUNT),
            of("skippedOpportunities", "Opportunities below the minimum stake", "", "product-hours with D\u00b7\u03c0/1000 below the minimum",
                    "A count; nobody trades them, the optimum neither."),
            of("notClearedOffers", "Fleet offers that did not clear", "", "offers above the realised price", COUNT),
            of("rounds", "Rounds", "", "rounds over all opportunities", COUNT),
            of("messages", "Messages", "", "messages sent, refused ones included", COUNT),
            of("refusals", "Refusals", "", "messages of homes that decline", COUNT),
            of("rejections", "Rejections", "", "messages of the aggregator that turn an offer down", COUNT),
            of("counterAcceptances", "Accepted counter-offers", "", "counter-offers that were taken", COUNT),
            of("agreements", "Contracts signed", "", "contracts, cleared or not", COUNT),
            of("belowReservationContracts", "Contracts below the home's reservation", "", "contracts below the home's own cost",
                    "A count; possible under GATE_PHYSICS only."),
            of("deficitOpportunities", "Opportunities that paid homes more than the market paid", "", "cleared offers with contracts above \u03c0",
                    COUNT),
            of("deficitUsd", "Deficit of these opportunities", "$", "\u03a3(contracts \u2212 \u03c0\u00b7kW) over them, before delivery",
                    "What the aggregator paid in on them."),
            of("coalitionGapUsd", "Certified gap of the coalitions", "$", "\u03a3 over awarded coalitions of bound \u2212 profit",
                    "0 where all are proven best."),
            of("zoneOfAgreementUsd", "Zone of agreement", "$", "\u03a3 over opportunities of the best coalition's profit at true costs",
                    "What there was to agree on; true costs are measured at the opening of each opportunity."),
            of("tradedShare", "Opportunities traded", "share", "opportunities with a contract in force / opportunities opened",
                    "How often something was sold."),
            of("agreementShare", "Talks that ended in a contract", "share", "contracts signed / talks",
                    "A talk is one home in one opportunity that named or took terms."),
            of("invalidReplyShare", "Invalid replies", "share", "replies refused for form, order or price / replies", "Refused by the gate."),
            of("infeasibleReplyShare", "Infeasible replies", "share", "replies refused for physics / replies", "Refused by the gate."),
            of("fallbackShare", "Replies replaced by the rule policy", "share", "replies the rules took over / replies",
                    "Refused twice in a row, or never came from a model."),
            of("lostZoneOfAgreementUsd", "Lost zone of agreement", "$", "zone \u2212 contracted part of it",
                    "What could have been agreed and was not."),
            of("contractedZoneShare", "Zone of agreement contracted", "share", "(zone \u2212 lost)/zone",
                            "Share of what there was to agree on; can differ from the share of contracts.")
                    .from(x -> (x[0] - x[1]) / x[0], "zoneOfAgreementUsd", "lostZoneOfAgreementUsd"),
            of("skippedStakeUsd", "Gross stake of what was skipped, at realised prices", "$", "\u03a3 D\u00b7\u03c0/1000 over skipped opportunities",
                    "What the rule of the minimum stake leaves out."),
            model("modelCalls", "Questions to models", "", "questions asked", COUNT),
            model("modelTokens", "Tokens of models", "tokens", "sent + answered + thought", "As the provider counts them."),
            model("modelCostUsd", "Cost of models", "$", "tokens at the dated price list", "Not defined where the model is not on the list."),
            model("modelSeconds", "Time in calls of models", "s", "\u03a3 seconds in calls", "Side by side added up, waiting and retries among them."),
            model("tokensPerAgreementTokens", "Tokens per agreement", "tokens", "tokens / contracts signed", "What a contract took.")
                    .from(x -> x[0] / x[1], "modelTokens", "agreements"),
            model("costPerAgreementUsd", "Model cost per agreement", "$", "cost / contracts signed", "What a contract cost.")
                    .from(x -> x[0] / x[1], "modelCostUsd", "agreements"),
            model("secondsPerAgreementSeconds", "Model seconds per agreement", "s", "seconds / contracts signed", "What a contract took.")
                    .from(x -> x[0] / x[1], "modelSeconds", "agreements"),
            model("modelFallbackShare", "Decisions of models that the rules or nobody took", "share",
                    "decisions a model did not make in the end / decisions that were a model's", "Intention to treat; above 5 % a run is marked."),
            model("efficiencyNet", "Efficiency \u03b7 less the model's dollars", "share", "(W \u2212 cost \u2212 W_home)/(W* \u2212 W_home)",
                            "\u03b7 with the model's dollars paid from W.")
                    .from(x -> (x[0] - x[1] - x[2]) / (x[3] - x[2]), "welfareUsd", "modelCostUsd", "homeOptimumUsd", "awareOptimumUsd"));

    private ProcessDefinitions() {}

    private static MetricDefinition of(String key, String title, String unit, String formula, String meaning) {
        return MetricDefinition.of(key, PROCESS, "", title, unit, formula, meaning);
    }

    private static MetricDefinition model(String key, String title, String unit, String formula, String meaning) {
        return MetricDefinition.of(key, MODELS, "", title, unit, formula, meaning);
    }
}
