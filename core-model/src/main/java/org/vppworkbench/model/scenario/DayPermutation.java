package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Lets the market prices of the days of a run change places: what a model may know of the week by heart is then wrong, while
 * every day's prices are real ones. All products move together; loads, PV, tariffs and trips stay where they are. Days before
 * the run stay too. Agents, forecasts and the optimum see the same.
 */
final class DayPermutation {
    private static final String STREAM = "day-permutation";

    private DayPermutation() {}

    /** The data with the days of the run in another order; the data themselves where none is asked for or possible. */
    static DataSet applied(Scenario scenario, DataSet data, Findings out) {
        Long seed = scenario.market().dayPermutation();
        if (seed == null) {
            return data;
        }
        Horizon run = new Horizon(scenario.firstDay(), scenario.days(), data.horizon().zone());
        String where = "scenario, market.dayPermutation";
        if (scenario.days() < 2) {
            out.error(where, String.valueOf(seed), "a run of one day has no days to change places", "a run of two days or more");
            return data;
        }
        if (IntStream.range(0, run.days()).anyMatch(d -> length(run, d) != length(run, 0))) {
            out.error(where, String.valueOf(seed), "days of 23, 24 and 25 hours cannot change places", "days of the same length");
            return data;
        }
        if (scenario.market().forecast().method() == ForecastSettings.Method.REGRESSION) {
            out.warning(
                    where, String.valueOf(seed), "the load and solar forecasts behind REGRESSION stay with their own days", null);
        }
        List<Integer> order = order(run.days(), seed);
        int from = Math.toIntExact(
                java.time.Duration.between(data.horizon().start(), run.start()).toMinutes() / 15);
        MarketSeries prices = data.prices();
        List<Provenance> provenance = new ArrayList<>(data.provenance());
        provenance.add(provenance(run, order, seed));
        return new DataSet(
                data.id(), data.title(), data.horizon(),
                new MarketSeries(
                        moved(prices.energy(), run, from, order), moved(prices.spin(), run, from, order),
                        moved(prices.nonSpin(), run, from, order), moved(prices.realTime(), run, from, order)),
                data.retail(), data.loadKw(), data.pvYield(), data.drivers(), provenance);
    }

    /** The day whose prices each day gets; never all in their own places. */
    static List<Integer> order(int days, long seed) {
        RandomGenerator random = new RandomStreams(seed).named(STREAM);
        List<Integer> own = IntStream.range(0, days).boxed().toList();
        List<Integer> order = new ArrayList<>(own);
        while (order.equals(own)) {
            for (int i = days - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order.get(i);
                order.set(i, order.get(j));
                order.set(j, kept);
            }
        }
        return List.copyOf(order);
    }

    private static int length(Horizon run, int day) {
        return run.dayStart(day + 1) - run.dayStart(day);
    }

    private static @Nullable TimeSeries moved(@Nullable TimeSeries series, Horizon run, int from, List<Integer> order) {
        if (series == null) {
            return null;
        }
        double[] values = series.toArray();
        for (int day = 0; day < order.size(); day++) {
            for (int t = 0; t < length(run, day); t++) {
                values[from + run.dayStart(day) + t] = series.at(from + run.dayStart(order.get(day)) + t);
            }
        }
        return TimeSeries.of(values);
    }

    private static Provenance provenance(Horizon run, List<Integer> order, long seed) {
        String dates = order.stream().map(day -> run.date(day).toString()).collect(Collectors.joining(", "));
        return new Provenance(
                "market prices of the days of the run, days permuted [$/MWh]", SeriesKind.DERIVED,
                "the market prices of the same data, day by day", "as those", "", "",
                "the days of the run have, in order, the prices of " + dates + " (seed " + seed + ")");
    }
}
