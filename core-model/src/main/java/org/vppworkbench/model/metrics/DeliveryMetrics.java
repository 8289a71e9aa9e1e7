package org.vppworkbench.model.metrics;

import java.util.EnumMap;
import java.util.Map;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.time.Horizon;

/** What was promised and what was delivered, energy and reserve apart. */
final class DeliveryMetrics {
    private final RunInputs inputs;
    private final DispatchTable dispatch;
    private final Settlement settlement;

    DeliveryMetrics(RunInputs inputs, DispatchTable dispatch, Settlement settlement) {
        this.inputs = inputs;
        this.dispatch = dispatch;
        this.settlement = settlement;
    }

    /**
     * @param day local day, or −1 for the whole horizon
     */
    void addTo(MetricList list, int day) {
        double sold = 0;
        double spin = 0;
        double nonSpin = 0;
        Horizon horizon = inputs.horizon();
        int from = day < 0 ? 0 : horizon.dayStart(day);
        int to = day < 0 ? horizon.intervals() : horizon.dayStart(day + 1);
        for (int i = 0; i < dispatch.prosumers(); i++) {
            for (int t = from; t < to; t++) {
                HomeInterval row = dispatch.at(i, t);
                sold += row.soldKw() * Horizon.DELTA_HOURS;
                spin += row.spinKw() * Horizon.DELTA_HOURS;
                nonSpin += row.nonSpinKw() * Horizon.DELTA_HOURS;
            }
        }
        list.kwh("soldEnergyKwh", "Energy sold", sold);
        list.add(Metric.of("spinAvailableKwHours", "Spinning reserve available", "kW\u00b7h", spin));
        list.add(Metric.of("nonSpinAvailableKwHours", "Non-spinning reserve available", "kW\u00b7h", nonSpin));
        contracts(list, day);
        if (day < 0) {
            list.usd("virtualProfitUsd", "Virtual profit (reported, never counted)", settlement.virtualProfitUsd());
        }
    }

    private void contracts(MetricList list, int day) {
        Map<Product, Integer> counts = new EnumMap<>(Product.class);
        double energy = 0;
        double energyShort = 0;
        double reserve = 0;
        double reserveShort = 0;
        for (SettledContract settled : settlement.contracts()) {
            int hour = settled.contract().hour();
            boolean counted = day < 0 || inputs.horizon().dayOf(Horizon.firstInterval(hour)) == day;
            if (!settled.cleared() || !counted) {
                continue;
            }
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
        String none = "no contract of this kind was in force";
        list.ratio("energyDeliveryShare", "Energy delivered of committed", energy - energyShort, energy, 1e-9, none);
        list.ratio("reserveDeliveryShare", "Reserve available of committed", reserve - reserveShort, reserve, 1e-9, none);
    }
}
