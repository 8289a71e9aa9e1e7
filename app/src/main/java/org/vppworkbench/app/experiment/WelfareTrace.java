package org.vppworkbench.app.experiment;

import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.HomeState;
import org.vppworkbench.model.physics.IntervalAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.model.time.Horizon;

/**
 * Welfare as it accumulates over a run, stored energy counted at its end value; its last value is W
 * of {@code model.md} §4. Payments between aggregator and homes cancel and do not appear.
 */
public final class WelfareTrace {
    private static final double DT = Horizon.DELTA_HOURS;

    private WelfareTrace() {}

    /** Cumulative welfare at the end of every interval [$]. */
    public static double[] of(
            RunInputs inputs, RunRecord record, List<SettledContract> contracts) {
        double[] trace = homes(inputs, record.dispatch());
        if (record.paidAtMarket()) {
            addMarket(inputs, record.dispatch(), trace);
        } else {
            addContracts(inputs, record.dispatch(), contracts, trace);
        }
        return accumulated(trace);
    }

    /** The same for the home plans without market. */
    public static double[] ofHomePlans(RunInputs inputs, DispatchTable dispatch) {
        return accumulated(homes(inputs, dispatch));
    }

    private static double[] homes(RunInputs inputs, DispatchTable dispatch) {
        Horizon horizon = inputs.horizon();
        double[] usd = new double[horizon.intervals()];
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            ProsumerInputs home = inputs.prosumers().get(i);
            BessInputs bess = home.bess();
            EvInputs ev = home.ev();
            double stored = bess == null ? 0 : bess.initialKwh();
            double car = ev == null ? 0 : ev.initialKwh();
            double sold = 0;
            for (int t = 0; t < usd.length; t++) {
                sold = t == horizon.dayStart(horizon.dayOf(t)) ? 0 : sold;
                HomeInterval row = dispatch.at(i, t);
                IntervalAccount account =
                        IntervalAccount.of(home, t, new HomeState(stored, car, sold), row);
                double change = row.bessKwh() - stored + row.evKwh() - car;
                usd[t] += home.endValuePerKwh() * change - account.totalUsd();
                stored = row.bessKwh();
                car = row.evKwh();
                sold += (row.soldKw() + row.calledKw()) * DT;
            }
        }
        return usd;
    }

    private static void addMarket(RunInputs inputs, DispatchTable dispatch, double[] usd) {
        for (int t = 0; t < usd.length; t++) {
            for (int i = 0; i < dispatch.prosumers(); i++) {
                for (Product product : Product.values()) {
                    double kw = delivered(product, dispatch.at(i, t));
                    usd[t] += DT / 1000 * inputs.prices().at(product, t) * kw;
                }
                usd[t] += DT / 1000 * inputs.prices().realTimeAt(t) * dispatch.at(i, t).calledKw();
            }
        }
    }

    private static void addContracts(
            RunInputs inputs, DispatchTable dispatch, List<SettledContract> contracts, double[] usd) {
        List<String> ids = inputs.prosumers().stream().map(ProsumerInputs::id).toList();
        MarketSeries prices = inputs.prices();
        for (SettledContract settled : contracts) {
            if (!settled.cleared()) {
                continue;
            }
            Contract contract = settled.contract();
            int home = ids.indexOf(contract.prosumer());
            int first = Horizon.firstInterval(contract.hour());
            for (int t = first; t < first + Horizon.INTERVALS_PER_HOUR; t++) {
                double got = delivered(contract.product(), dispatch.at(home, t));
                double price = prices.at(contract.product(), t);
                double missing = Math.max(0, contract.kw() - got);
                double call = inputs.calledIntervals().contains(t) ? prices.realTimeAt(t) : 0;
                usd[t] +=
                        contract.product().isReserve()
                                ? DT / 1000 * (price + call) * got
                                : DT / 1000 * (price * contract.kw() - missing * prices.buyBack(t));
            }
        }
    }

    private static double delivered(Product product, HomeInterval row) {
        return switch (product) {
            case ENERGY -> row.soldKw();
            case SPIN -> row.spinKw();
            case NONSPIN -> row.nonSpinKw();
        };
    }

    private static double[] accumulated(double[] usd) {
        double total = 0;
        for (int t = 0; t < usd.length; t++) {
            total += usd[t];
            usd[t] = total;
        }
        return usd;
    }
}
