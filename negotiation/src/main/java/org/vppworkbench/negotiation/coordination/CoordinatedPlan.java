package org.vppworkbench.negotiation.coordination;

import java.util.List;
import org.vppworkbench.model.coordination.ProductSeries;

/**
 * What came of the rounds.
 *
 * @param rounds what was said, in order, also what was impossible and did not count
 * @param pricePerMwh prices of the round these schedules come from [$/MWh]
 * @param kw what each home is to sell, in fleet order; within D in every interval [kW]
 * @param mostKw what each home could sell at most [kW]
 * @param welfareUsd W of these schedules at the expected prices, as the homes value them [$]
 * @param upperBoundUsd no schedules are worth more at these expectations, by the answers of the homes (Lagrangian
 *     bound, rounded outward); +∞ where in every round some answer was impossible [$]
 * @param aloneUsd the most the homes make without a market, rounded outward [$]
 */
public record CoordinatedPlan(
        List<Round> rounds,
        ProductSeries pricePerMwh,
        List<ProductSeries> kw,
        List<ProductSeries> mostKw,
        double welfareUsd,
        double upperBoundUsd,
        double aloneUsd) {
    public CoordinatedPlan {
        rounds = List.copyOf(rounds);
        kw = List.copyOf(kw);
        mostKw = List.copyOf(mostKw);
    }

    /**
     * @param pricePerMwh announced [$/MWh], means of hours
     * @param kw answered per home, means of hours [kW]
     */
    public record Round(ProductSeries pricePerMwh, List<ProductSeries> kw) {
        public Round {
            kw = List.copyOf(kw);
        }
    }

    /** {@code (bound − W)/max(1 $, W − alone)}: the yardstick of {@code model.md} §5 from the method's own numbers. */
    public double relativeGap() {
        return (upperBoundUsd - welfareUsd) / Math.max(1, welfareUsd - aloneUsd);
    }
}
