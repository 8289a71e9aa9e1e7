package org.vppworkbench.model.metrics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The metrics of a run: over its horizon, per day, and per home.
 *
 * @param week over the whole horizon
 * @param days per local day
 * @param prosumers one score per home, in fleet order
 */
public record MetricTable(List<Metric> week, List<Day> days, List<ProsumerScore> prosumers) {
    /**
     * @param date local day
     * @param metrics metrics of that day
     */
    public record Day(LocalDate date, List<Metric> metrics) {
        public Day {
            metrics = List.copyOf(metrics);
        }
    }

    public MetricTable {
        week = List.copyOf(week);
        days = List.copyOf(days);
        prosumers = List.copyOf(prosumers);
    }

    /** A metric of the whole horizon by key. */
    public Optional<Metric> metric(String key) {
        return week.stream().filter(m -> m.key().equals(key)).findFirst();
    }
}
