package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What {@link Fleets} leaves out: devices that are not the same both ways, meters that bind, and prices below zero that reach
 * the homes. Every change draws apart, so that everything else stays as it is.
 */
final class UnusualFleets {
    private UnusualFleets() {}

    /** Power limits and efficiencies that differ between charging and discharging; cars with losses of their own. */
    static RunInputs lopsided(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x10B51DEDL);
        List<ProsumerInputs> homes = inputs.prosumers().stream()
                .map(h -> h.with(lopsided(h.bess(), random), lossy(h.ev(), random), h.hard(), h.soft()))
                .toList();
        return with(inputs, inputs.prices(), inputs.required(), homes);
    }

    private static @Nullable BessInputs lopsided(@Nullable BessInputs b, SplittableRandom random) {
        return b == null ? null : new BessInputs(
                b.capacityKwh(), random.nextDouble(1, 8), random.nextDouble(1, 8), random.nextDouble(0.8, 1),
                random.nextDouble(0.8, 1), b.minKwh(), b.maxKwh(), b.initialKwh(), b.degradationPerKwh());
    }

    private static @Nullable EvInputs lossy(@Nullable EvInputs e, SplittableRandom random) {
        return e == null ? null : new EvInputs(
                e.capacityKwh(), random.nextDouble(3, 11), e.v2gKw(), random.nextDouble(0.8, 1), e.minKwh(), e.initialKwh(),
                e.plugged(), e.drivenKwh(), e.degradationPerKwh());
    }

    /** Meters that just take the load and what the car needs, and feed in nothing or little. */
    static RunInputs tightMeters(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x713417L);
        List<ProsumerInputs> homes = inputs.prosumers().stream()
                .map(h -> new ProsumerInputs(
                        h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(),
                        h.load().max() + (h.ev() == null ? 0.1 : 0.6) + random.nextDouble(0, 2),
                        random.nextInt(3) == 0 ? 0 : random.nextDouble(0.3, 3), h.pv(), h.load(), h.bess(), h.ev(), h.hard(),
                        h.soft()))
                .toList();
        return with(inputs, inputs.prices(), inputs.required(), homes);
    }

    /**
     * Energy below zero in two hours of five. Homes pay the market's price, or a retail price that is below zero at times of
     * its own, so that some are paid to consume while the market pays to be rid of energy. D is drawn afterwards, whatever
     * the prices: from far too little to more than the homes have.
     */
    static RunInputs pricesBelowZero(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xBE102E20L);
        int n = inputs.horizon().intervals();
        TimeSeries energy = hourly(n, random, -150, 200).map(v -> v > 130 ? 10 * v - 1100 : v);
        MarketSeries p = inputs.prices();
        MarketSeries prices = new MarketSeries(energy, p.spin(), p.nonSpin(), null);
        List<ProsumerInputs> homes = new ArrayList<>();
        for (ProsumerInputs h : inputs.prosumers()) {
            boolean wholesale = h.importPrice().equals(h.exportPrice()) || random.nextInt(3) == 0;
            TimeSeries rI = wholesale ? energy.map(v -> v / 1000) : hourly(n, random, -0.15, 0.5);
            TimeSeries below = hourly(n, random, 0, 0.15);
            TimeSeries rX = wholesale ? rI : TimeSeries.generate(n, t -> rI.at(t) - below.at(t));
            homes.add(new ProsumerInputs(
                    h.id(), rI, rX, rI.min(), h.importLimitKw(), h.exportLimitKw(), h.pv(), h.load(), h.bess(), h.ev(), h.hard(),
                    h.soft()));
        }
        double most = new double[] {0.3, 4, 60}[random.nextInt(3)] * homes.size();
        RequiredCapacity required =
                new RequiredCapacity(drawn(n / 4, random, most), drawn(n / 4, random, most), drawn(n / 4, random, most));
        return with(inputs, prices, required, homes);
    }

    private static TimeSeries hourly(int intervals, SplittableRandom random, double low, double high) {
        TimeSeries hours = TimeSeries.generate(intervals / 4, _ -> random.nextDouble(low, high));
        return TimeSeries.generate(intervals, t -> hours.at(t / 4));
    }

    private static TimeSeries drawn(int hours, SplittableRandom random, double mostKw) {
        return TimeSeries.generate(hours, _ -> random.nextInt(5) == 0 ? 0 : mostKw * random.nextDouble());
    }

    private static RunInputs with(
            RunInputs in, MarketSeries prices, RequiredCapacity required, List<ProsumerInputs> homes) {
        return new RunInputs(in.horizon(), prices, in.forecasts(), required, in.calledIntervals(), homes);
    }
}
