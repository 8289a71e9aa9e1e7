package org.vppworkbench.sample;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Load and PV yield of 17 measured homes in Fontana, California, August 2016, laid onto any days.
 *
 * <p>Alignment ({@link #measuredDay}): every day takes the measured day of the same weekday that is nearest in the
 * calendar; days outside August come back to it in steps of four weeks. Tuesday 15 August 2023 takes Tuesday 16 August
 * 2016. The labels of the file are hour ending in standard time: the sun then rises at 6 and sets before 20 o'clock
 * daylight time, as it does in Fontana in August, and the time-of-use price beside them changes at 16 and 21 o'clock. So
 * the first row, 31 July, hour 24, is the first hour of 1 August in daylight time.
 *
 * <p>Load follows the clock on the wall: the hour that a change of the clock skips is left out, the one it repeats is
 * taken twice. PV follows the sun: where standard time holds, every hour takes the one an hour later of the measured
 * day, which was in daylight time. The roof of building 7 was not yet running on 1–9 August; it takes the days two weeks
 * later there.
 *
 * <p>PV where there is a solar forecast: that is the cloudiness signal. Each measured day keeps its shape, and its energy
 * becomes {@code Y_clear · F_d / F_clear}: {@code Y_clear} is the home's best of the measured days taken, {@code F_d} the
 * forecast energy of the day and {@code F_clear} that of the clearest day. Utility plants and roofs do not react alike to
 * cloud, so this is an approximation (assumption). Without forecast the yields stay as measured.
 */
final class FontanaHomes {
    static final int HOMES = 17;

    private static final int HOURS = 24;

    /** Inverters that were dead (15) or at a third (14) in August 2016. */
    private static final List<Integer> BROKEN_PV = List.of(14, 15);

    private static final int MEASURED_YEAR = 2016;

    /** Four weeks: the longest step within a month that keeps the day of the week. */
    private static final int CYCLE_DAYS = 28;

    /** The roof of building 7 gave nothing until the morning of 9 August 2016. */
    private static final int LATE_ROOF = 7;

    private static final int LATE_ROOF_DAYS = 9;

    private final Horizon horizon;
    private final Hour[] hours;

    FontanaHomes(Horizon horizon) {
        this.horizon = horizon;
        this.hours = hours(horizon);
    }

    /**
     * The day of August 2016 that a day takes: of the days of 2016 with its weekday the one nearest to its day and month,
     * and from there by four weeks at a time until it is in August.
     */
    static LocalDate measuredDay(LocalDate day) {
        LocalDate sameDate = day.withYear(MEASURED_YEAR);
        LocalDate measured = sameDate.minusDays(3).with(TemporalAdjusters.nextOrSame(day.getDayOfWeek()));
        while (measured.isBefore(LocalDate.of(MEASURED_YEAR, 8, 1))) {
            measured = measured.plusDays(CYCLE_DAYS);
        }
        while (measured.isAfter(LocalDate.of(MEASURED_YEAR, 8, 31))) {
            measured = measured.minusDays(CYCLE_DAYS);
        }
        return measured;
    }

    /** Load by profile name, {@code fontana-load-01 … 17} [kW]. */
    Map<String, TimeSeries> loadKw() {
        SampleTable table = SampleTable.of(SampleFile.LOAD);
        Map<String, TimeSeries> profiles = new TreeMap<>();
        for (int home = 1; home <= HOMES; home++) {
            profiles.put(name("fontana-load-", home), HourlySteps.of(loadHours(table, home)));
        }
        return profiles;
    }

    /**
     * PV yield by profile name, {@code fontana-pv-01 … 17} without 14 and 15 [kW per kWdc].
     *
     * @param solarForecast forecast of the days, one value per interval, or {@code null}
     */
    Map<String, TimeSeries> pvYield(@Nullable TimeSeries solarForecast) {
        SampleTable table = SampleTable.of(SampleFile.PV);
        double[] clearness = solarForecast == null ? null : clearness(solarForecast);
        Map<String, TimeSeries> profiles = new TreeMap<>();
        for (int home = 1; home <= HOMES; home++) {
            if (!BROKEN_PV.contains(home)) {
                double[] wattsPerKw = yieldHours(table, home);
                double[] yield = clearness == null ? measured(wattsPerKw) : scaled(wattsPerKw, clearness);
                profiles.put(name("fontana-pv-", home), HourlySteps.of(yield));
            }
        }
        return profiles;
    }

    /**
     * Energy of a solar forecast by local day, relative to the clearest day [0..1], or {@code null} where no day has any.
     */
    double @Nullable [] clearness(TimeSeries solarForecast) {
        double[] energy = new double[horizon.days()];
        for (int hour = 0; hour < horizon.hours(); hour++) {
            int t = Horizon.firstInterval(hour);
            // in pairs: the mean of four equal values is then exactly that value
            double pairs = (solarForecast.at(t) + solarForecast.at(t + 1))
                    + (solarForecast.at(t + 2) + solarForecast.at(t + 3));
            energy[hours[hour].index()] += pairs / Horizon.INTERVALS_PER_HOUR;
        }
        double clearest = Arrays.stream(energy).max().orElseThrow();
        return clearest > 0
                ? Arrays.stream(energy).map(e -> Math.max(0, e) / clearest).toArray()
                : null;
    }

    /** Warnings: measured summer homes stand for days of another season. */
    List<Finding> findings(String data) {
        List<LocalDate> other = new ArrayList<>();
        for (int day = 0; day < horizon.days(); day++) {
            if (!SceTariffs.isSummer(horizon.date(day))) {
                other.add(horizon.date(day));
            }
        }
        return other.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        data + ", load and PV profiles",
                        other.size() + " days from " + other.get(0),
                        "homes measured in August 2016 stand for days of another season: cooling, day length and sun are"
                                + " those of summer",
                        "days from June to September, or your own load: and pvYield: series"));
    }

    List<Provenance> provenance(@Nullable Provenance solarForecast) {
        LocalDate first = horizon.firstDay();
        LocalDate measured = measuredDay(first);
        String shift = "August " + MEASURED_YEAR + " laid onto " + first + " to " + horizon.date(horizon.days() - 1)
                + " by day of the week (" + measured + " becomes " + first + "); ";
        String energy = solarForecast == null
                ? "as measured, no scaling by cloud"
                : "energy of each day scaled to the home's clearest of the days taken times the "
                        + solarForecast.series() + " (" + solarForecast.kind() + ") relative to its clearest day";
        return List.of(
                SampleFile.LOAD.provenance(
                        "home load, fontana-load-01 to 17 [kW]",
                        SeriesKind.DERIVED,
                        shift + "kWh per hour held as kW over four quarter hours; meter artefacts of 1e-7 kWh stay"),
                SampleFile.PV.provenance(
                        "PV yield, fontana-pv-01 to 17 without 14 and 15 [kW per kWdc]",
                        solarForecast != null && solarForecast.kind() == SeriesKind.SYNTHETIC
                                ? SeriesKind.SYNTHETIC
                                : SeriesKind.DERIVED,
                        shift + "hourly yield held over four quarter hours; " + energy
                                + "; defective meters 14 and 15 left out; building 7 has 15-23 August for 1-9 August"));
    }

    private static double[] measured(double[] wattsPerKw) {
        return Arrays.stream(wattsPerKw).map(w -> w / 1000).toArray();
    }

    private double[] scaled(double[] wattsPerKw, double[] clearness) {
        double[] dayEnergy = new double[horizon.days()];
        for (int hour = 0; hour < wattsPerKw.length; hour++) {
            dayEnergy[hours[hour].index()] += wattsPerKw[hour] / 1000;
        }
        double clear = Arrays.stream(dayEnergy).max().orElseThrow();
        double[] result = new double[wattsPerKw.length];
        for (int hour = 0; hour < result.length; hour++) {
            int day = hours[hour].index();
            result[hour] = wattsPerKw[hour] / 1000 * clearness[day] * clear / dayEnergy[day];
        }
        return result;
    }

    /** Load of a home: the row of the measured day at the hour of the clock. */
    private double[] loadHours(SampleTable table, int home) {
        double[] month = table.column("building_" + home);
        return Arrays.stream(hours).mapToDouble(hour -> month[row(hour.day(), hour.clock())]).toArray();
    }

    /** Yield of a roof [W per kW]: the row of the measured day at the hour of the sun. */
    private double[] yieldHours(SampleTable table, int home) {
        double[] month = table.column("building_" + home);
        boolean lateStart = home == LATE_ROOF;
        return Arrays.stream(hours)
                .mapToDouble(hour -> {
                    int day = hour.day();
                    return month[row(lateStart && day <= LATE_ROOF_DAYS ? day + CYCLE_DAYS / 2 : day, hour.sun())];
                })
                .toArray();
    }

    private static int row(int dayOfAugust, int hour) {
        return (dayOfAugust - 1) * HOURS + hour;
    }

    private static Hour[] hours(Horizon horizon) {
        Hour[] all = new Hour[horizon.hours()];
        for (int hour = 0; hour < all.length; hour++) {
            int t = Horizon.firstInterval(hour);
            ZonedDateTime local = horizon.localStart(t);
            boolean standardTime = !horizon.zone().getRules().isDaylightSavings(local.toInstant());
            int clock = local.getHour();
            all[hour] = new Hour(
                    horizon.dayOf(t),
                    measuredDay(local.toLocalDate()).getDayOfMonth(),
                    clock,
                    standardTime ? (clock + 1) % HOURS : clock);
        }
        return all;
    }

    /**
     * Where an hour comes from.
     *
     * @param index its day, from 0
     * @param day measured day of August
     * @param clock measured hour for load, daylight time
     * @param sun measured hour for PV, daylight time
     */
    private record Hour(int index, int day, int clock, int sun) {}

    private static String name(String prefix, int home) {
        return String.format(Locale.ROOT, "%s%02d", prefix, home);
    }
}
