package org.vppworkbench.model.metrics;

import java.util.List;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;

/**
 * Rev of {@code model.md} §4 for the whole fleet at once, from dispatch and contracts: a second way to the same money, apart
 * from the settlement contract by contract.
 */
final class MarketRevenue {
    private MarketRevenue() {}

    /**
     * @param contracts all contracts; empty for a central optimum, whose dispatch is what is paid
     */
    static double of(RunInputs inputs, DispatchTable dispatch, List<SettledContract> contracts) {
        MarketSeries prices = inputs.prices();
        double[] promised = new double[inputs.horizon().hours()];
        for (SettledContract settled : contracts) {
            if (settled.cleared() && settled.contract().product() == Product.ENERGY) {
                promised[settled.contract().hour()] += settled.contract().kw();
            }
        }
        double revenue = 0;
        for (int t = 0; t < dispatch.intervals(); t++) {
            double sold = 0;
            double reserve = 0;
            double called = 0;
            for (int i = 0; i < dispatch.prosumers(); i++) {
                HomeInterval row = dispatch.at(i, t);
                sold += row.soldKw();
                reserve += prices.at(Product.SPIN, t) * row.spinKw() + prices.at(Product.NONSPIN, t) * row.nonSpinKw();
                called += row.calledKw();
            }
            double offered = contracts.isEmpty() ? sold : promised[Horizon.hourOf(t)];
            double energy = prices.at(Product.ENERGY, t) * offered - (offered - sold) * prices.buyBack(t);
            revenue += Horizon.DELTA_HOURS / 1000 * (energy + reserve + prices.realTimeAt(t) * called);
        }
        return revenue;
    }
}
