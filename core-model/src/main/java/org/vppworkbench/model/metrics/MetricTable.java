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
 * @param behaviour one per home that was offered something to sell, in order of their ids; empty where nobody negotiated
 */
public record MetricTable(List<Metric> week, List<Day> days, List<ProsumerScore> prosumers, List<HomeBehaviour> behaviour) {
    /** A table without the behaviour of single homes. */
    public MetricTable(List<Metric> week, List<Day> days, List<ProsumerScore> prosumers) {
        this(week, days, prosumers, List.of());
    }

    /**
     * @param date local day
     * @param metrics metrics of that day
     */
    public record Day(LocalDate date, List<Metric> metrics) {
        public Day {
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * How one home behaved over the whole run.
     *
     * @param prosumer id of the home
     * @param metrics those of behaviour
     */
    public record HomeBehaviour(String prosumer, List<Metric> metrics) {
        public HomeBehaviour {
            metrics = List.copyOf(metrics);
        }
    }

    public MetricTable {
        week = List.copyOf(week);
        days = List.copyOf(days);
        prosumers = List.copyOf(prosumers);
        behaviour = List.copyOf(behaviour);
    }

    /** A metric of the whole horizon by key. */
    public Optional<Metric> metric(String key) {
        return week.stream().filter(m -> m.key().equals(key)).findFirst();
    }
}
