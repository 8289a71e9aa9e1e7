package org.vppworkbench.negotiation.coordination;

import java.util.List;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.negotiation.agent.Cents;

/**
 * What is to become contracts.
 *
 * @param free the schedules of the rounds before, which vary within the hour
 * @param rounds what was said in all rounds, in order
 * @param pricePerMwh prices agreed on, the same throughout an hour [$/MWh]
 * @param kw what each home promises, constant over every hour, in fleet order; within D [kW]
 * @param welfareUsd W of these promises at the expected prices, as the homes value them, above what they make alone [$]
 * @param upperBoundUsd no promises are worth more at these expectations, by the answers of the homes (Lagrangian bound), above what
 *     they make alone [$]
 */
public record HourlyPlan(
        CoordinatedPlan free,
        List<CoordinatedPlan.Round> rounds,
        ProductSeries pricePerMwh,
        List<ProductSeries> kw,
        double welfareUsd,
        double upperBoundUsd) {
    public HourlyPlan {
        rounds = List.copyOf(rounds);
        kw = List.copyOf(kw);
    }

    /** The price agreed on, in whole cents and not above the most that can be paid [$/MWh]. */
    double agreedPerMwh(Opportunity opportunity, double share, double topPerMwh) {
        double agreed = pricePerMwh.hourMean(opportunity.product(), opportunity.hour()) * share;
        return Math.min(Cents.up(agreed), Cents.down(topPerMwh));
    }
}
