package org.vppworkbench.model.settlement;

import java.util.List;

/**
 * The settled run.
 *
 * @param days one account per local day
 * @param total sum of the days
 * @param contracts every contract, in order of agreement
 * @param virtualProfitUsd what undelivered energy would have earned at the difference of day-ahead and real-time price;
 *     reported, never counted ({@code domain.md} §1.5)
 */
public record Settlement(
        List<PeriodAccount> days, PeriodAccount total, List<SettledContract> contracts, double virtualProfitUsd) {
    public Settlement {
        days = List.copyOf(days);
        contracts = List.copyOf(contracts);
    }
}
