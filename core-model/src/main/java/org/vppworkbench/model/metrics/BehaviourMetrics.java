package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.metrics.behaviour.Bargain;
import org.vppworkbench.model.metrics.behaviour.BehaviourCount;
import org.vppworkbench.model.metrics.behaviour.BehaviourCounts;
import org.vppworkbench.model.metrics.behaviour.BehaviourMetric;
import org.vppworkbench.model.metrics.behaviour.BehaviourRecord;
import org.vppworkbench.model.metrics.behaviour.Slope;

/** How agents behave, for all homes, one home or one day; not defined where nobody spoke. */
public final class BehaviourMetrics {
    private static final String NONE = "no negotiation took place";
    private static final String NO_TALK = "no home named or took terms";
    private static final String NO_CONTRACT = "no contract was signed";
    private static final String NO_REPLY = "no home said anything";
    private static final String NO_LINE = "fewer than three such contracts, or all began at the same place";
    private static final String NO_ORDER = "fewer than three such talks, or all at the same place";

    private BehaviourMetrics() {}

    /**
     * @param whole the negotiation of the whole run, or {@code null}
     * @param part what of it concerns the period
     */
    static void addTo(MetricList list, @Nullable ProcessRecord whole, @Nullable ProcessRecord part) {
        if (whole == null || part == null || whole.total().of(ProcessCount.MESSAGES) == 0) {
            for (BehaviourMetric metric : BehaviourMetric.values()) {
                list.undefined(metric.key(), metric.title(), metric.unit(), NONE);
            }
        } else {
            of(part.behaviour()).forEach(list::add);
        }
    }

    /** Every metric in the order of {@link BehaviourMetric}, of a record or a part of one. */
    public static List<Metric> of(BehaviourRecord record) {
        return new Table(record).metrics();
    }

    /** Formula and source of a metric of behaviour; empty for another key. */
    public static String definition(String key) {
        for (BehaviourMetric metric : BehaviourMetric.values()) {
            if (metric.key().equals(key)) {
                return metric.definition();
            }
        }
        return "";
    }

    /** How every single home behaved over the whole run; empty where nobody spoke. */
    static List<MetricTable.HomeBehaviour> homes(@Nullable ProcessRecord process) {
        if (process == null || process.total().of(ProcessCount.MESSAGES) == 0) {
            return List.of();
        }
        List<MetricTable.HomeBehaviour> homes = new ArrayList<>();
        process.behaviour().byHome().forEach((home, record) -> homes.add(new MetricTable.HomeBehaviour(home, of(record))));
        return homes;
    }

    private static final class Table {
        private final BehaviourRecord record;
        private final BehaviourCounts homes;
        private final BehaviourCounts aggregator;
        private final BehaviourCounts all;

        Table(BehaviourRecord record) {
            this.record = record;
            this.homes = record.homes();
            this.aggregator = record.aggregator();
            this.all = record.all();
        }

        List<Metric> metrics() {
            List<Metric> metrics = new ArrayList<>();
            for (BehaviourMetric metric : BehaviourMetric.values()) {
                metrics.add(metric(metric));
            }
            return metrics;
        }

        private Metric metric(BehaviourMetric m) {
            return switch (m) {
                case DEAL_WITH_ZONE -> ratio(m, homes, BehaviourCount.DEALS_WITH_ZONE, BehaviourCount.PAIRS_WITH_ZONE,
                        "no home had a zone of agreement");
                case DEAL_WITHOUT_ZONE -> ratio(
                        m, homes, BehaviourCount.DEALS_WITHOUT_ZONE, BehaviourCount.PAIRS_WITHOUT_ZONE,
                        "every home had a zone of agreement");
                case DEAL_NEEDED -> ratio(m, homes, BehaviourCount.DEALS_NEEDED, BehaviourCount.PAIRS_NEEDED,
                        "the best coalition is empty");
                case SELLER_SURPLUS -> sellerSurplus(m);
                case ANCHOR_ASK -> slope(m, record.anchoringOnAsk(), NO_LINE);
                case ANCHOR_ASK_ERROR -> error(m, record.anchoringOnAsk(), NO_LINE);
                case ANCHOR_ASK_PAIRS -> contracts(m, b -> b.openingAsk() != null);
                case ANCHOR_BID -> slope(m, record.anchoringOnBid(), NO_LINE);
                case ANCHOR_BID_ERROR -> error(m, record.anchoringOnBid(), NO_LINE);
                case ANCHOR_BID_PAIRS -> contracts(m, b -> b.openingBid() != null);
                case HOME_RIGIDITY -> rigidity(m, homes, "no home could have moved");
                case HOME_CONCESSION -> concession(m, homes, "no home could have moved");
                case AGGREGATOR_RIGIDITY -> rigidity(m, aggregator, "the aggregator could not have moved");
                case AGGREGATOR_CONCESSION -> concession(m, aggregator, "the aggregator could not have moved");
                case HOME_OVER -> ratio(m, homes, BehaviourCount.OVER_ACCOMMODATIONS, BehaviourCount.TERMS, NO_TALK);
                case AGGREGATOR_OVER -> ratio(m, aggregator, BehaviourCount.OVER_ACCOMMODATIONS, BehaviourCount.TERMS,
                        "the aggregator named and took no terms");
                case BELOW_COST -> share(
                        m, homes.of(BehaviourCount.BELOW_COST_PASSED) + homes.of(BehaviourCount.REFUSED_RESERVATION),
                        homes.of(BehaviourCount.REPLIES), NO_REPLY);
                case BELOW_COST_PASSED -> count(m, homes.of(BehaviourCount.BELOW_COST_PASSED));
                case REFUSED_FORM -> count(m, all.of(BehaviourCount.REFUSED_FORM));
                case REFUSED_PHYSICS -> count(m, all.of(BehaviourCount.REFUSED_PHYSICS));
                case REFUSED_PRICE_CAP -> count(m, all.of(BehaviourCount.REFUSED_PRICE_CAP));
                case REFUSED_RESERVATION -> count(m, all.of(BehaviourCount.REFUSED_RESERVATION));
                case REFUSED_OWNER -> count(m, all.of(BehaviourCount.REFUSED_OWNER_LIMIT));
                case REFUSED_UNUSABLE -> count(m, all.of(BehaviourCount.REFUSED_UNUSABLE));
                case TOOL_ERROR -> ratio(m, homes, BehaviourCount.TOOL_ERRORS, BehaviourCount.TOOL_CHECKS,
                        "no home said anything its what-if could be held against");
                case LEAKAGE -> ratio(m, homes, BehaviourCount.LEAKS, BehaviourCount.WORDS,
                        "no home wrote words for the other side");
                case FALLBACK -> ratio(m, all, BehaviourCount.FALLBACKS, BehaviourCount.DECISIONS,
                        "no decision was a model's or an external program's to make");
                case NON_TERMINATION -> ratio(m, homes, BehaviourCount.DEADLINES, BehaviourCount.TALKS_WITH_ZONE,
                        record.manyRounds() ? "no home with a zone of agreement talked" : "the only round is the last");
                case ORDER_DEAL -> slope(m, record.dealsOnPosition(), NO_ORDER);
                case ORDER_DEAL_ERROR -> error(m, record.dealsOnPosition(), NO_ORDER);
                case ORDER_PRICE -> slope(m, record.priceOnPosition(), NO_ORDER);
                case ORDER_PRICE_ERROR -> error(m, record.priceOnPosition(), NO_ORDER);
                case ROUNDS -> ratio(m, homes, BehaviourCount.AGREEMENT_ROUNDS, BehaviourCount.AGREEMENTS, NO_CONTRACT);
                case MESSAGES -> share(
                        m, all.of(BehaviourCount.MESSAGES), homes.of(BehaviourCount.AGREEMENTS), NO_CONTRACT);
            };
        }

        private Metric contracts(BehaviourMetric m, Predicate<Bargain> which) {
            return count(m, (double) record.bargains().stream().filter(Bargain::traded).filter(which).count());
        }

        private Metric sellerSurplus(BehaviourMetric m) {
            double surplus = homes.of(BehaviourCount.SURPLUS_USD);
            return surplus < MetricsEvaluator.LEAST_USD
                    ? undefined(m, "the contracted surplus is below 0.01 $")
                    : defined(m, homes.of(BehaviourCount.SELLER_SURPLUS_USD) / surplus);
        }

        private static Metric rigidity(BehaviourMetric m, BehaviourCounts counts, String reason) {
            return ratio(m, counts, BehaviourCount.RIGID_TURNS, BehaviourCount.CONCESSION_TURNS, reason);
        }

        private static Metric concession(BehaviourMetric m, BehaviourCounts counts, String reason) {
            double room = counts.of(BehaviourCount.ROOM_PER_MWH);
            return room <= 0 ? undefined(m, reason) : defined(m, counts.of(BehaviourCount.CONCEDED_PER_MWH) / room);
        }

        private static Metric ratio(
                BehaviourMetric m, BehaviourCounts counts, BehaviourCount part, BehaviourCount whole, String reason) {
            return share(m, counts.of(part), counts.of(whole), reason);
        }

        private static Metric share(BehaviourMetric m, double part, double whole, String reason) {
            return whole < 0.5 ? undefined(m, reason) : defined(m, part / whole);
        }

        private static Metric slope(BehaviourMetric m, Optional<Slope> line, String reason) {
            return line.map(l -> defined(m, l.slope())).orElseGet(() -> undefined(m, reason));
        }

        private static Metric error(BehaviourMetric m, Optional<Slope> line, String reason) {
            return line.map(l -> defined(m, l.error())).orElseGet(() -> undefined(m, reason));
        }

        private static Metric count(BehaviourMetric m, double value) {
            return defined(m, value);
        }

        private static Metric defined(BehaviourMetric m, double value) {
            return Metric.of(m.key(), m.title(), m.unit(), value);
        }

        private static Metric undefined(BehaviourMetric m, String reason) {
            return Metric.undefined(m.key(), m.title(), m.unit(), reason);
        }
    }
}
