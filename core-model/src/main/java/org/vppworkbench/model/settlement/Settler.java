package org.vppworkbench.model.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.HomeState;
import org.vppworkbench.model.physics.IntervalAccount;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Settles a run by {@code model.md} §4, from inputs, dispatch and contracts alone. It knows nothing of mechanisms.
 */
public final class Settler {
    private static final double DT = Horizon.DELTA_HOURS;

    private final RunInputs inputs;
    private final DispatchTable dispatch;
    private final Horizon horizon;
    private final Set<Integer> called;
    private final Map<String, Integer> index = new HashMap<>();
    private final double[][] payment;
    private final double[] revenue;

    private Settler(RunInputs inputs, DispatchTable dispatch) {
        this.inputs = inputs;
        this.dispatch = dispatch;
        this.horizon = inputs.horizon();
        this.called = Set.copyOf(inputs.calledIntervals());
        this.payment = new double[horizon.days()][inputs.prosumers().size()];
        this.revenue = new double[horizon.days()];
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            index.put(inputs.prosumers().get(i).id(), i);
        }
    }

    /**
     * Settles contracts.
     *
     * @param kappa share of the contract price a home pays the aggregator per undelivered kWh
     */
    public static Settlement settle(RunInputs inputs, DispatchTable dispatch, List<ClearedOffer> offers, double kappa) {
        Settler settler = new Settler(inputs, dispatch);
        List<SettledContract> contracts = new ArrayList<>();
        for (ClearedOffer offer : offers) {
            for (Contract contract : offer.contracts()) {
                contracts.add(offer.cleared()
                        ? settler.settle(contract, kappa)
                        : new SettledContract(contract, false, 0, 0, 0));
            }
        }
        return settler.close(contracts);
    }

    /**
     * Settles a central optimum: each home receives the market revenue of its own dispatch, so Π = 0 ({@code model.md} §5).
     * In a called interval spin and non-spin are what was delivered: they earn the capacity price, and u earns πRT.
     */
    public static Settlement settleAtMarket(RunInputs inputs, DispatchTable dispatch) {
        Settler settler = new Settler(inputs, dispatch);
        MarketSeries prices = inputs.prices();
        for (int t = 0; t < settler.horizon.intervals(); t++) {
            int day = settler.horizon.dayOf(t);
            for (int i = 0; i < dispatch.prosumers(); i++) {
                HomeInterval row = dispatch.at(i, t);
                double usd = DT / 1000
                        * (prices.at(Product.ENERGY, t) * row.soldKw()
                                + prices.at(Product.SPIN, t) * row.spinKw()
                                + prices.at(Product.NONSPIN, t) * row.nonSpinKw()
                                + prices.realTimeAt(t) * row.calledKw());
                settler.payment[day][i] += usd;
                settler.revenue[day] += usd;
            }
        }
        return settler.close(List.of());
    }

    private SettledContract settle(Contract contract, double kappa) {
        Integer home = index.get(contract.prosumer());
        if (home == null) {
            throw new IllegalArgumentException("contract of unknown home " + contract.prosumer());
        }
        int first = Horizon.firstInterval(contract.hour());
        int day = horizon.dayOf(first);
        double delivered = 0;
        double shortfall = 0;
        double calls = 0;
        for (int t = first; t < first + Horizon.INTERVALS_PER_HOUR; t++) {
            double got = delivered(contract.product(), dispatch.at(home, t));
            double missing = Math.max(0, contract.kw() - got);
            delivered += got * DT;
            shortfall += missing * DT;
            double call = contract.product().isReserve() && called.contains(t) ? callUsd(t, got) : 0;
            calls += call;
            revenue[day] += marketUsd(contract, t, got, missing) + call;
        }
        double pay = contract.pricePerMwh() * delivered / 1000 + calls;
        if (contract.product() == Product.ENERGY) {
            pay -= kappa * Math.max(contract.pricePerMwh(), 0) * shortfall / 1000;
        }
        payment[day][home] += pay;
        return new SettledContract(contract, true, delivered, shortfall, pay);
    }

    private static double delivered(Product product, HomeInterval row) {
        return switch (product) {
            case ENERGY -> row.soldKw();
            case SPIN -> row.spinKw();
            case NONSPIN -> row.nonSpinKw();
        };
    }

    /** What the market pays for reserve energy delivered in a call, passed on to the home ({@code model.md} §3) [$]. */
    private double callUsd(int t, double deliveredKw) {
        TimeSeries realTime = inputs.prices().realTime();
        if (realTime == null) {
            throw new IllegalArgumentException("a contingency call in interval " + t + ", but no real-time price");
        }
        return DT / 1000 * realTime.at(t) * deliveredKw;
    }

    private double marketUsd(Contract contract, int t, double got, double missing) {
        MarketSeries prices = inputs.prices();
        double price = prices.at(contract.product(), t);
        if (contract.product().isReserve()) {
            return DT / 1000 * price * got;
        }
        return DT / 1000 * (price * contract.kw() - missing * prices.buyBack(t));
    }

    private Settlement close(List<SettledContract> contracts) {
        List<PeriodAccount> days = new ArrayList<>();
        ProsumerAccount[][] accounts = new ProsumerAccount[horizon.days()][inputs.prosumers().size()];
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            closeHome(i, accounts);
        }
        for (int day = 0; day < horizon.days(); day++) {
            days.add(new PeriodAccount(List.of(accounts[day]), revenue[day]));
        }
        return new Settlement(days, PeriodAccount.sum(days, inputs.prosumers().size()), contracts);
    }

    private void closeHome(int i, ProsumerAccount[][] accounts) {
        ProsumerInputs home = inputs.prosumers().get(i);
        double bess = initial(home.bess());
        double ev = initial(home.ev());
        for (int day = 0; day < horizon.days(); day++) {
            double bill = 0;
            double wear = 0;
            double discomfort = 0;
            double startBess = bess;
            double startEv = ev;
            HomeState state = new HomeState(bess, ev, 0);
            int end = horizon.dayStart(day + 1);
            for (int t = horizon.dayStart(day); t < end; t++) {
                HomeInterval row = dispatch.at(i, t);
                IntervalAccount account = IntervalAccount.of(home, t, state, row);
                bill += account.billUsd();
                wear += account.degradationUsd();
                discomfort += account.discomfortUsd();
                double sold = state.soldTodayKwh() + (row.soldKw() + row.calledKw()) * DT;
                state = new HomeState(row.bessKwh(), row.evKwh(), sold);
            }
            bess = state.bessKwh();
            ev = state.evKwh();
            double endValue = home.endValuePerKwh() * (bess - startBess + ev - startEv);
            accounts[day][i] = new ProsumerAccount(bill, wear, discomfort, payment[day][i], endValue);
        }
    }

    private static double initial(@Nullable BessInputs bess) {
        return bess == null ? 0 : bess.initialKwh();
    }

    private static double initial(@Nullable EvInputs ev) {
        return ev == null ? 0 : ev.initialKwh();
    }
}
