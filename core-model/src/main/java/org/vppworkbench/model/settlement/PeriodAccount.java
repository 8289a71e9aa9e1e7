package org.vppworkbench.model.settlement;

import java.util.ArrayList;
import java.util.List;

/**
 * Money of the whole fleet over a day or a run.
 *
 * @param prosumers one account per home, in fleet order
 * @param revenueUsd what the market paid the aggregator, buy-back of shortfall deducted
 */
public record PeriodAccount(List<ProsumerAccount> prosumers, double revenueUsd) {
    public PeriodAccount {
        prosumers = List.copyOf(prosumers);
    }

    /** Σ pay_i [$]. */
    public double paymentsUsd() {
        return prosumers.stream().mapToDouble(ProsumerAccount::paymentUsd).sum();
    }

    /** Π [$]. */
    public double profitUsd() {
        return revenueUsd - paymentsUsd();
    }

    /** Σ U_i [$]. */
    public double utilityUsd() {
        return prosumers.stream().mapToDouble(ProsumerAccount::utilityUsd).sum();
    }

    /** W = Π + Σ U_i [$]. */
    public double welfareUsd() {
        return profitUsd() + utilityUsd();
    }

    static PeriodAccount sum(List<PeriodAccount> days, int prosumers) {
        List<ProsumerAccount> totals = new ArrayList<>();
        for (int i = 0; i < prosumers; i++) {
            ProsumerAccount total = ProsumerAccount.ZERO;
            for (PeriodAccount day : days) {
                total = total.plus(day.prosumers().get(i));
            }
            totals.add(total);
        }
        return new PeriodAccount(
                totals, days.stream().mapToDouble(PeriodAccount::revenueUsd).sum());
    }
}
