package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.time.Horizon;

/** Settles the days that have passed, by the settlement of the run itself: what a party may know of its own money. */
final class OwnAccounts {
    private static final HomeInterval NOTHING = new HomeInterval(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final RunInputs inputs;
    private final double kappa;
    private final HomeInterval[][] rows;
    private final List<ClearedOffer> offers = new ArrayList<>();

    OwnAccounts(RunInputs inputs, double kappa) {
        this.inputs = inputs;
        this.kappa = kappa;
        this.rows = new HomeInterval[inputs.prosumers().size()][inputs.horizon().intervals()];
        for (HomeInterval[] home : rows) {
            Arrays.fill(home, NOTHING);
        }
    }

    void offer(ClearedOffer offer) {
        offers.add(offer);
    }

    void dispatched(int interval, List<HomeInterval> homes) {
        for (int i = 0; i < rows.length; i++) {
            rows[i][interval] = homes.get(i);
        }
    }

    /** The day, once its last interval has been dispatched: later days change nothing of it. */
    LineWriter homeDay(int home, int day) {
        String id = inputs.prosumers().get(home).id();
        Settlement settlement = settled();
        var account = settlement.days().get(day).prosumers().get(home);
        Horizon horizon = inputs.horizon();
        int last = horizon.dayStart(day + 1) - 1;
        double delivered = 0;
        double shortfall = 0;
        int contracts = 0;
        for (var settledContract : settlement.contracts()) {
            Contract contract = settledContract.contract();
            boolean thatDay = horizon.dayOf(Horizon.firstInterval(contract.hour())) == day;
            if (settledContract.cleared() && thatDay && contract.prosumer().equals(id)) {
                contracts++;
                delivered += settledContract.deliveredKwh();
                shortfall += settledContract.shortfallKwh();
            }
        }
        return LineWriter.of("day")
                .put("date", horizon.date(day).toString())
                .put("contracts", contracts)
                .put("deliveredKwh", delivered)
                .put("shortfallKwh", shortfall)
                .put("paymentUsd", account.paymentUsd())
                .put("billUsd", account.billUsd())
                .put("degradationUsd", account.degradationUsd())
                .put("discomfortUsd", account.discomfortUsd())
                .put("utilityUsd", account.utilityUsd())
                .put("bessKwh", rows[home][last].bessKwh())
                .put("evKwh", rows[home][last].evKwh());
    }

    LineWriter aggregatorDay(int day) {
        PeriodAccount account = settled().days().get(day);
        return LineWriter.of("day")
                .put("date", inputs.horizon().date(day).toString())
                .put("revenueUsd", account.revenueUsd())
                .put("paymentsUsd", account.paymentsUsd())
                .put("profitUsd", account.profitUsd());
    }

    private Settlement settled() {
        List<ClearedOffer> due = offers.stream().toList();
        return Settler.settle(inputs, new DispatchTable(rows), due, kappa);
    }
}
