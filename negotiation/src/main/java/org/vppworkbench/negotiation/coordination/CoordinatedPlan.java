package org.vppworkbench.negotiation.coordination;

import java.util.List;
import org.vppworkbench.model.coordination.ProductSeries;

/**
 * What came of the rounds.
 *
 * @param rounds what was said, in order, also what was impossible and did not count
 * @param pricePerMwh prices of the round these schedules come from [$/MWh]
 * @param kw what each home is to sell, in fleet order; within D in every interval [kW]
 * @param possible the gate that the answers passed
 * @param welfareUsd W of these schedules at the expected prices, as the homes value them, above what they make alone [$]
 * @param upperBoundUsd no schedules are worth more at these expectations, by the answers of the homes (Lagrangian
 *     bound, rounded outward), above what they make alone; +∞ where in every round some answer was impossible [$]
 */
public record CoordinatedPlan(
        List<Round> rounds,
        ProductSeries pricePerMwh,
        List<ProductSeries> kw,
        Possible possible,
        double welfareUsd,
        double upperBoundUsd) {
    public CoordinatedPlan {
        rounds = List.copyOf(rounds);
        kw = List.copyOf(kw);
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

    /** {@code (bound − W)/max(1 $, W)}, both above what the homes make alone: the yardstick of {@code model.md} §5 from the method's own numbers. */
    public double relativeGap() {
        return (upperBoundUsd - welfareUsd) / Math.max(1, welfareUsd);
    }
}
