package org.vppworkbench.model.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;

/** Metrics of the negotiation itself; not defined where no negotiation took place. */
final class ProcessMetrics {
    private static final String NONE = "no negotiation took place";

    /** Metrics that are plain counts or money. */
    private record Plain(ProcessCount count, String key, String title, String unit) {}

    private static final Plain[] PLAIN = {
        new Plain(ProcessCount.OPPORTUNITIES, "opportunities", "Opportunities opened", ""),
        new Plain(ProcessCount.SKIPPED, "skippedOpportunities", "Opportunities below the minimum stake", ""),
        new Plain(ProcessCount.NOT_CLEARED, "notClearedOffers", "Fleet offers that did not clear", ""),
        new Plain(ProcessCount.ROUNDS, "rounds", "Rounds", ""),
        new Plain(ProcessCount.MESSAGES, "messages", "Messages", ""),
        new Plain(ProcessCount.REFUSALS, "refusals", "Refusals", ""),
        new Plain(ProcessCount.REJECTIONS, "rejections", "Rejections", ""),
        new Plain(ProcessCount.COUNTER_ACCEPTANCES, "counterAcceptances", "Accepted counter-offers", ""),
        new Plain(ProcessCount.AGREEMENTS, "agreements", "Contracts signed", ""),
        new Plain(ProcessCount.BELOW_RESERVATION, "belowReservationContracts", "Contracts below the home's reservation", ""),
        new Plain(ProcessCount.DEFICITS, "deficitOpportunities", "Opportunities that paid homes more than the market paid", ""),
        new Plain(ProcessCount.DEFICIT_USD, "deficitUsd", "Deficit of these opportunities", "$"),
        new Plain(ProcessCount.COALITION_GAP_USD, "coalitionGapUsd", "Certified gap of the coalitions", "$"),
        new Plain(ProcessCount.ZONE_USD, "zoneOfAgreementUsd", "Zone of agreement", "$"),
    };

    /** Metrics that are a share of another count. */
    private record Share(ProcessCount part, ProcessCount whole, String key, String title, String none) {}

    private static final String NO_REPLY = "no agent said anything";

    private static final Share[] SHARES = {
        new Share(ProcessCount.TRADED, ProcessCount.OPPORTUNITIES, "tradedShare", "Opportunities traded",
                "no opportunity was opened"),
        new Share(ProcessCount.AGREEMENTS, ProcessCount.TALKS, "agreementShare", "Talks that ended in a contract",
                "no home named or took terms"),
        new Share(ProcessCount.INVALID, ProcessCount.REPLIES, "invalidReplyShare", "Invalid replies", NO_REPLY),
        new Share(ProcessCount.INFEASIBLE, ProcessCount.REPLIES, "infeasibleReplyShare", "Infeasible replies", NO_REPLY),
        new Share(ProcessCount.FALLBACKS, ProcessCount.REPLIES, "fallbackShare", "Replies replaced by the rule policy", NO_REPLY),
    };

    private ProcessMetrics() {}

    /**
     * @param whole the negotiation of the whole run, or {@code null}
     * @param part what of it concerns the period
     * @param prices realised prices
     */
    static void addTo(
            MetricList list, @Nullable ProcessRecord whole, @Nullable ProcessRecord part, MarketSeries prices) {
        boolean none = whole == null || part == null || whole.total().of(ProcessCount.MESSAGES) == 0;
        ProcessCounts counts = none || part == null ? null : part.total();
        for (Plain plain : PLAIN) {
            list.add(counts == null
                    ? Metric.undefined(plain.key(), plain.title(), plain.unit(), NONE)
                    : Metric.of(plain.key(), plain.title(), plain.unit(), counts.of(plain.count())));
        }
        for (Share share : SHARES) {
            if (counts == null) {
                list.undefined(share.key(), share.title(), "share", NONE);
            } else {
                list.ratio(share.key(), share.title(), counts.of(share.part()), counts.of(share.whole()), 0.5, share.none());
            }
        }
        zone(list, counts);
        skipped(list, counts == null || part == null ? null : part.skipped(), prices);
    }

    /** What was at stake where nobody was let trade, which only the realised prices tell. */
    private static void skipped(MetricList list, @Nullable List<Opportunity> skipped, MarketSeries prices) {
        String key = "skippedStakeUsd";
        String title = "Gross stake of what was skipped, at realised prices";
        if (skipped == null) {
            list.undefined(key, title, "$", NONE);
            return;
        }
        list.usd(key, title, skipped.stream()
                .mapToDouble(o -> o.requiredKw() * prices.hourMean(o.product(), o.hour()) / 1000)
                .sum());
    }

    private static void zone(MetricList list, @Nullable ProcessCounts counts) {
        if (counts == null) {
            list.undefined("lostZoneOfAgreementUsd", "Lost zone of agreement", "$", NONE);
            list.undefined("contractedZoneShare", "Zone of agreement contracted", "share", NONE);
            return;
        }
        list.usd("lostZoneOfAgreementUsd", "Lost zone of agreement", counts.lostZoneUsd());
        list.ratio(
                "contractedZoneShare",
                "Zone of agreement contracted",
                counts.of(ProcessCount.CONTRACTED_USD),
                counts.of(ProcessCount.ZONE_USD),
                MetricsEvaluator.LEAST_USD,
                "the zone of agreement is below 0.01 $");
    }
}
