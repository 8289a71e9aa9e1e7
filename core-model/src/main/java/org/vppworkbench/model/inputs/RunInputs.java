package org.vppworkbench.model.inputs;

import java.util.List;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;

/**
 * Everything the physics and the optimum read, and nothing else: the content of {@code vpp-inputs/1}. All series have
 * {@code horizon.intervals()} values, {@code required} has {@code horizon.hours()}.
 *
 * @param horizon whole local days
 * @param prices realised prices
 * @param forecasts what agents expect
 * @param required D_h after the minimum stake
 * @param calledIntervals intervals with a contingency call, ascending
 * @param prosumers the homes as they will be, in fleet order
 * @param outlooks the same homes as they expect to be
 */
public record RunInputs(
        Horizon horizon,
        MarketSeries prices,
        MarketSeries forecasts,
        RequiredCapacity required,
        List<Integer> calledIntervals,
        List<ProsumerInputs> prosumers,
        List<HomeOutlook> outlooks) {
    public RunInputs {
        if (outlooks.size() != prosumers.size()) {
            throw new IllegalArgumentException(outlooks.size() + " outlooks for " + prosumers.size() + " homes");
        }
        outlooks = List.copyOf(outlooks);
        calledIntervals = List.copyOf(calledIntervals);
        prosumers = List.copyOf(prosumers);
    }

    /** Inputs of homes that know their own days in advance. */
    public RunInputs(
            Horizon horizon,
            MarketSeries prices,
            MarketSeries forecasts,
            RequiredCapacity required,
            List<Integer> calledIntervals,
            List<ProsumerInputs> prosumers) {
        this(
                horizon,
                prices,
                forecasts,
                required,
                calledIntervals,
                prosumers,
                prosumers.stream().map(HomeOutlook::perfect).toList());
    }

    /** The same with homes that become something else than they expect. */
    public RunInputs withHomes(List<ProsumerInputs> homes) {
        return new RunInputs(horizon, prices, forecasts, required, calledIntervals, homes, outlooks);
    }
}
