package org.vppworkbench.model.settlement;

import java.util.List;

/**
 * The settled run.
 *
 * @param days one account per local day
 * @param total sum of the days
 * @param contracts every contract, in order of agreement
 */
public record Settlement(List<PeriodAccount> days, PeriodAccount total, List<SettledContract> contracts) {
    public Settlement {
        days = List.copyOf(days);
        contracts = List.copyOf(contracts);
    }
}
