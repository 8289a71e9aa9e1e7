package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/** Metrics of the negotiation itself; not defined where no negotiation took place. */
final class ProcessMetrics {
    static final String NONE = "no negotiation took place";
    private static final String NO_MODEL = "no language model took part";

    private ProcessMetrics() {}

    /**
     * @param reason why nothing is defined where {@code counts} is {@code null}
     */
    static void addTo(MetricList list, @Nullable ProcessCounts counts, String reason) {
        if (counts == null || counts.messages() == 0) {
            for (String[] metric : new String[][] {
                {"opportunities", "Opportunities opened", ""},
                {"tradedShare", "Opportunities traded", "share"},
                {"rounds", "Rounds", ""},
                {"messages", "Messages", ""},
                {"refusals", "Refusals", ""},
                {"rejections", "Rejections", ""},
                {"counterAcceptances", "Accepted counter-offers", ""},
                {"lostZoneOfAgreementUsd", "Lost zone of agreement", "$"},
                {"invalidReplyShare", "Invalid replies", "share"},
                {"infeasibleReplyShare", "Infeasible replies", "share"},
            }) {
                list.undefined(metric[0], metric[1], metric[2], reason);
            }
        } else {
            list.count("opportunities", "Opportunities opened", counts.opportunities());
            list.ratio("tradedShare", "Opportunities traded", counts.traded(), counts.opportunities(), 0.5, NONE);
            list.count("rounds", "Rounds", counts.rounds());
            list.count("messages", "Messages", counts.messages());
            list.count("refusals", "Refusals", counts.refusals());
            list.count("rejections", "Rejections", counts.rejections());
            list.count("counterAcceptances", "Accepted counter-offers", counts.counterAcceptances());
            list.usd("lostZoneOfAgreementUsd", "Lost zone of agreement", counts.lostZoneUsd());
            list.ratio("invalidReplyShare", "Invalid replies", counts.invalidReplies(), counts.agentReplies(), 0.5, NONE);
            list.ratio("infeasibleReplyShare", "Infeasible replies", counts.infeasibleReplies(), counts.agentReplies(), 0.5, NONE);
        }
        list.undefined("fallbackShare", "Replies replaced by the rule policy", "share", NO_MODEL);
        list.undefined("tokensPerAgreementTokens", "Tokens per agreement", "tokens", NO_MODEL);
        list.undefined("costPerAgreementUsd", "Model cost per agreement", "$", NO_MODEL);
        list.undefined("secondsPerAgreementSeconds", "Model seconds per agreement", "s", NO_MODEL);
    }
}
