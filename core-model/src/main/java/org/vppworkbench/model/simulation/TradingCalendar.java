package org.vppworkbench.model.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.Horizon;

/**
 * When which hours are traded ({@code model.md} §3).
 *
 * @param gates by interval; every hour of the run is traded at exactly one
 */
public record TradingCalendar(List<Gate> gates) {
    /** The day-ahead market closes at 10:00 of the day before, prevailing time ({@code domain.md} §1.2). */
    public static final LocalTime DAY_AHEAD_GATE = LocalTime.of(10, 0);

    /** Its results are published at 13:00 ({@code domain.md} §1.2). */
    public static final LocalTime DAY_AHEAD_RESULTS = LocalTime.of(13, 0);

    /**
     * One moment of trading.
     *
     * @param interval interval at whose start it is; 0 where it would be before the run
     * @param publication interval at whose start the market answers all its offers; until then nobody knows
     * @param hours the hours traded, in time order
     */
    public record Gate(int interval, int publication, List<Integer> hours) {
        public Gate {
            hours = List.copyOf(hours);
        }
    }

    public TradingCalendar {
        gates = List.copyOf(gates);
    }

    public static TradingCalendar of(Timeline timeline, Horizon horizon) {
        List<Gate> gates = new ArrayList<>();
        switch (timeline) {
            case HOURLY -> {
                for (int hour = 0; hour < horizon.hours(); hour++) {
                    int lead = Horizon.firstInterval(hour) - Scenario.LEAD_INTERVALS;
                    gates.add(new Gate(Math.max(0, lead), Math.max(0, lead), List.of(hour)));
                }
            }
            case DAY_AHEAD -> {
                for (int day = 0; day < horizon.days(); day++) {
                    List<Integer> hours = IntStream.range(
                                    Horizon.hourOf(horizon.dayStart(day)), Horizon.hourOf(horizon.dayStart(day + 1)))
                            .boxed()
                            .toList();
                    LocalDate date = horizon.date(day);
                    gates.add(new Gate(
                            Math.max(0, dayBefore(horizon, date, DAY_AHEAD_GATE)),
                            Math.max(0, dayBefore(horizon, date, DAY_AHEAD_RESULTS)),
                            hours));
                }
            }
        }
        return new TradingCalendar(gates);
    }

    private static int dayBefore(Horizon horizon, LocalDate delivery, LocalTime time) {
        Instant gate = delivery.minusDays(1).atTime(time).atZone(horizon.zone()).toInstant();
        return Math.toIntExact(Duration.between(horizon.start(), gate).dividedBy(Duration.ofMinutes(15)));
    }
}
