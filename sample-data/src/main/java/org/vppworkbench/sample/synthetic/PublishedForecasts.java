package org.vppworkbench.sample.synthetic;

import java.time.DayOfWeek;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Day-ahead load and solar forecasts per hour that go with the weather of the days [MW]. */
record PublishedForecasts(TimeSeries loadMw, TimeSeries solarMw) {
    private static final int FIRST_HOT_HOUR = 10;

    static PublishedForecasts draw(HourGrid grid, RandomStreams streams) {
        RandomGenerator draws = streams.named("synthetic forecasts");
        double[] load = new double[grid.hours()];
        double[] solar = new double[grid.hours()];
        for (int hour = 0; hour < load.length; hour++) {
            int localHour = grid.localHour(hour);
            SyntheticDay day = grid.day(hour);
            DayOfWeek weekday = grid.horizon().localStart(Horizon.firstInterval(hour)).getDayOfWeek();
            boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
            double perHeat = localHour >= FIRST_HOT_HOUR ? Calibration.LOAD_PER_HEAT : Calibration.NIGHT_LOAD_PER_HEAT;
            load[hour] = Calibration.LOAD_MW[localHour]
                    * (weekend ? Calibration.WEEKEND_LOAD : 1)
                    * StrictMath.exp(perHeat * day.heat() + Calibration.LOAD_SD * draws.nextGaussian());
            solar[hour] = Calibration.CLEAR_SOLAR_MW[localHour] * day.clearness();
        }
        return new PublishedForecasts(TimeSeries.of(load), TimeSeries.of(solar));
    }
}
