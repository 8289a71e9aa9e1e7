package org.vppworkbench.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Load and PV yield of 17 measured homes in Fontana, California, August 2016, laid onto 15–21 August 2023.
 *
 * <p>Alignment: by day of the week. Tuesday 15 August 2023 takes Tuesday 16 August 2016, the nearest one in the calendar,
 * and so on to Monday. The labels are hour ending in standard time: the sun then rises at 6 and sets before 20 o'clock
 * daylight time, as it does in Fontana in August, and the time-of-use price beside them changes at 16 and 21 o'clock. So
 * the first row, 31 July, hour 24, is the first hour of 1 August in daylight time.
 *
 * <p>PV: the SP15 day-ahead solar forecast of the week is its cloudiness signal. Each measured day keeps its shape, and
 * its energy becomes {@code Y_clear · F_d / F_clear}: {@code Y_clear} is the home's best day of the aligned week,
 * {@code F_d} the forecast energy of the day and {@code F_clear} that of the clearest day (17 August). Utility plants and
 * roofs do not react alike to cloud, so this is an approximation (assumption).
 */
final class FontanaHomes {
    static final int HOMES = 17;

    private static final int HOURS = 24;

    private static final int DAYS = 7;

    /** Day of August 2016 that 15 August 2023 takes. */
    private static final int FIRST_DAY_2016 = 16;

    /** Inverters that were dead (15) or at a third (14) in August 2016. */
    private static final List<Integer> BROKEN_PV = List.of(14, 15);

    private static final DateTimeFormatter FORECAST_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT);

    private FontanaHomes() {}

    /** Load by profile name, {@code fontana-load-01 … 17} [kW]. */
    static Map<String, TimeSeries> loadKw() {
        SampleTable table = SampleTable.of(SampleFile.LOAD);
        Map<String, TimeSeries> profiles = new TreeMap<>();
        for (int home = 1; home <= HOMES; home++) {
            profiles.put(name("fontana-load-", home), HourlySteps.of(week(table, home)));
        }
        return profiles;
    }

    /** PV yield by profile name, {@code fontana-pv-01 … 17} without 14 and 15 [kW per kWdc]. */
    static Map<String, TimeSeries> pvYield() {
        SampleTable table = SampleTable.of(SampleFile.PV);
        double[] clearness = clearness();
        Map<String, TimeSeries> profiles = new TreeMap<>();
        for (int home = 1; home <= HOMES; home++) {
            if (!BROKEN_PV.contains(home)) {
                profiles.put(name("fontana-pv-", home), HourlySteps.of(scaled(week(table, home), clearness)));
            }
        }
        return profiles;
    }

    /** Energy of the SP15 solar forecast by local day, relative to the clearest day of the week (0..1]. */
    static double[] clearness() {
        double[] energy = new double[DAYS];
        SampleTable.of(SampleFile.SOLAR_FORECAST).rows().forEach(row -> {
            LocalDate day = OffsetDateTime.parse(row.get("interval_start"), FORECAST_TIME)
                    .atZoneSameInstant(CaisoWeek.HORIZON.zone())
                    .toLocalDate();
            energy[(int) (day.toEpochDay() - CaisoWeek.HORIZON.firstDay().toEpochDay())] +=
                    Double.parseDouble(row.get("solar_mw"));
        });
        double clearest = Arrays.stream(energy).max().orElseThrow();
        return Arrays.stream(energy).map(e -> e / clearest).toArray();
    }

    static List<Provenance> provenance() {
        String shift = "August 2016 laid onto August 2023 by day of the week (16 August 2016 becomes 15 August 2023); ";
        return List.of(
                SampleFile.LOAD.provenance(
                        "home load, fontana-load-01 to 17 [kW]",
                        SeriesKind.DERIVED,
                        shift + "kWh per hour held as kW over four quarter hours; meter artefacts of 1e-7 kWh stay"),
                SampleFile.PV.provenance(
                        "PV yield, fontana-pv-01 to 17 without 14 and 15 [kW per kWdc]",
                        SeriesKind.DERIVED,
                        shift + "hourly yield held over four quarter hours; energy of each day scaled to the home's"
                                + " clearest day of that week times the SP15 solar forecast relative to 17 August"
                                + " 2023; defective meters 14 and 15 left out"),
                SampleFile.SOLAR_FORECAST.provenance(
                        "SP15 solar forecast [MW]", SeriesKind.REAL, "used only for the day factors of PV"));
    }

    private static double[] scaled(double[] wattsPerKw, double[] clearness) {
        double[] dayEnergy = new double[DAYS];
        for (int hour = 0; hour < wattsPerKw.length; hour++) {
            dayEnergy[hour / HOURS] += wattsPerKw[hour] / 1000;
        }
        double clear = Arrays.stream(dayEnergy).max().orElseThrow();
        double[] result = new double[wattsPerKw.length];
        for (int hour = 0; hour < result.length; hour++) {
            int day = hour / HOURS;
            result[hour] = wattsPerKw[hour] / 1000 * clearness[day] * clear / dayEnergy[day];
        }
        return result;
    }

    private static double[] week(SampleTable table, int home) {
        int first = (FIRST_DAY_2016 - 1) * HOURS;
        double[] month = table.column("building_" + home);
        return Arrays.copyOfRange(month, first, first + DAYS * HOURS);
    }

    private static String name(String prefix, int home) {
        return String.format(Locale.ROOT, "%s%02d", prefix, home);
    }
}
