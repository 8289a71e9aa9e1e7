package org.vppworkbench.model.metrics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** What was promised and what was delivered, energy and reserve apart. */
final class DeliveryMetrics {
    private static final String KW_HOURS = "kW\u00b7h";

    private final RunInputs inputs;
    private final DispatchTable dispatch;
    private final Settlement settlement;
    private final Map<String, Integer> index = new HashMap<>();

    DeliveryMetrics(RunInputs inputs, DispatchTable dispatch, Settlement settlement) {
        this.inputs = inputs;
        this.dispatch = dispatch;
        this.settlement = settlement;
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            index.put(inputs.prosumers().get(i).id(), i);
        }
    }

    /**
     * @param fromDay first local day
     * @param toDay day after the last
     */
    void addTo(MetricList list, int fromDay, int toDay) {
        double sold = 0;
        double spin = 0;
        double nonSpin = 0;
        Horizon horizon = inputs.horizon();
        int from = horizon.dayStart(fromDay);
        int to = horizon.dayStart(toDay);
        for (int i = 0; i < dispatch.prosumers(); i++) {
            for (int t = from; t < to; t++) {
                HomeInterval row = dispatch.at(i, t);
                sold += row.soldKw() * Horizon.DELTA_HOURS;
                spin += row.spinKw() * Horizon.DELTA_HOURS;
                nonSpin += row.nonSpinKw() * Horizon.DELTA_HOURS;
            }
        }
        list.kwh("soldEnergyKwh", "Energy sold", sold);
        list.add(Metric.of("spinAvailableKwHours", "Spinning reserve available", KW_HOURS, spin));
        list.add(Metric.of("nonSpinAvailableKwHours", "Non-spinning reserve available", KW_HOURS, nonSpin));
        List<SettledContract> inForce = inForce(from, to);
        contracts(list, inForce);
        shortfall(list, inForce, shortfallCostUsd(fromDay, toDay));
    }

    private static void contracts(MetricList list, List<SettledContract> inForce) {
        Map<Product, Integer> counts = new EnumMap<>(Product.class);
        double energy = 0;
        double energyShort = 0;
        double reserve = 0;
        double reserveShort = 0;
        for (SettledContract settled : inForce) {
            counts.merge(settled.contract().product(), 1, Integer::sum);
            if (settled.contract().product().isReserve()) {
                reserve += settled.deliveredKwh() + settled.shortfallKwh();
                reserveShort += settled.shortfallKwh();
            } else {
                energy += settled.deliveredKwh() + settled.shortfallKwh();
                energyShort += settled.shortfallKwh();
            }
        }
        list.count("energyContracts", "Energy contracts", counts.getOrDefault(Product.ENERGY, 0));
        list.count("spinContracts", "Spin contracts", counts.getOrDefault(Product.SPIN, 0));
        list.count("nonSpinContracts", "Non-spin contracts", counts.getOrDefault(Product.NONSPIN, 0));
        list.kwh("energyShortfallKwh", "Energy not delivered", energyShort);
        list.add(Metric.of("reserveShortfallKwHours", "Reserve not available", KW_HOURS, reserveShort));
        String none = "no contract of this kind was in force";
        list.ratio("energyDeliveryShare", "Energy delivered of committed", energy - energyShort, energy, 1e-9, none);
        list.ratio("reserveDeliveryShare", "Reserve available of committed", reserve - reserveShort, reserve, 1e-9, none);
    }

    /** Contracts in force in the intervals {@code [from, to)}. */
    private List<SettledContract> inForce(int from, int to) {
        return settlement.contracts().stream()
                .filter(SettledContract::cleared)
                .filter(c -> Horizon.firstInterval(c.contract().hour()) >= from)
                .filter(c -> Horizon.firstInterval(c.contract().hour()) < to)
                .toList();
    }

    /**
     * What missing energy cost at the market, above the day-ahead price it was sold for [$].
     *
     * @param fromDay first local day
     * @param toDay day after the last
     */
    double shortfallCostUsd(int fromDay, int toDay) {
        MarketSeries prices = inputs.prices();
        List<SettledContract> inForce =
                inForce(inputs.horizon().dayStart(fromDay), inputs.horizon().dayStart(toDay));
        return missingUsd(inForce, t -> prices.buyBack(t) - prices.at(Product.ENERGY, t));
    }

    /** Missing energy at a price per interval [$]. */
    private double missingUsd(List<SettledContract> inForce, IntToDoubleFunction perMwh) {
        double usd = 0;
        for (SettledContract settled : inForce) {
            if (settled.contract().product() != Product.ENERGY) {
                continue;
            }
            int home = index.getOrDefault(settled.contract().prosumer(), 0);
            int first = Horizon.firstInterval(settled.contract().hour());
            for (int t = first; t < first + Horizon.INTERVALS_PER_HOUR; t++) {
                double missing = Math.max(0, settled.contract().kw() - dispatch.at(home, t).soldKw());
                usd += missing * Horizon.DELTA_HOURS / 1000 * perMwh.applyAsDouble(t);
            }
        }
        return usd;
    }

    /** What missing energy cost at the market, and what it would have earned under rules that let it ({@code domain.md} §1.5). */
    private void shortfall(MetricList list, List<SettledContract> inForce, double costUsd) {
        MarketSeries prices = inputs.prices();
        TimeSeries realTime = prices.realTime();
        list.usd("shortfallCostUsd", "Cost of energy not delivered, above its day-ahead price", costUsd);
        String title = "Virtual profit (reported, never counted)";
        if (realTime == null) {
            list.undefined("virtualProfitUsd", title, "$", "no real-time price is known");
        } else {
            list.usd("virtualProfitUsd", title, missingUsd(inForce, t -> prices.at(Product.ENERGY, t) - realTime.at(t)));
        }
    }
}
