package org.vppworkbench.sample.imports.home;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/**
 * What a file of PVWatts says of one system.
 *
 * @param watts AC power of every hour of the year [W]
 * @param capacityKwdc nameplate [kWdc]
 * @param offset of standard time from UTC
 * @param place where, for the provenance
 */
record PvwattsSystem(TimeSeries watts, double capacityKwdc, ZoneOffset offset, String place) {
    /** What the service accepts [kWdc]. */
    private static final double MIN_CAPACITY = 0.05;

    private static final double MAX_CAPACITY = 500_000;

    /** A system cannot deliver more than its panels with bright clouds [kW per kWdc]. */
    private static final double MAX_YIELD = 1.5;

    /** What an inverter draws at night is at most this [kW per kWdc]; it becomes 0 (assumption). */
    private static final double MAX_DRAW = 0.02;

    /** Yields of a year outside these are no yields of a roof on this planet: its unit is wrong, or its size (assumption). */
    private static final double LEAST_HOURS = 50;

    private static final double MOST_HOURS = 3500;

    /** A yield below this is worth a warning [kWh per kWdc and year] (assumption). */
    private static final double FEW_HOURS = 200;

    /** The yield of the year [kW per kWdc], or {@code null} with findings. */
    @Nullable StandardYear year(String file, ImportLog log) throws InputRefusedException {
        if (!(capacityKwdc >= MIN_CAPACITY && capacityKwdc <= MAX_CAPACITY)) {
            log.error(file + ", system capacity", capacityKwdc, "out of range",
                    "[" + MIN_CAPACITY + ", " + MAX_CAPACITY + "] kWdc");
            return null;
        }
        double[] yield = new double[watts.length()];
        int drawn = 0;
        for (int i = 0; i < watts.length(); i++) {
            yield[i] = watts.at(i) / 1000 / capacityKwdc;
            if (yield[i] < -MAX_DRAW || yield[i] > MAX_YIELD) {
                log.error(
                        file + ", " + StandardYear.words(i), watts.at(i),
                        "the AC power does not fit a system of " + capacityKwdc + " kWdc; perhaps its unit is not W",
                        "up to " + MAX_YIELD + " kW per kWdc");
                return null;
            }
            if (yield[i] < 0) {
                drawn++;
                yield[i] = 0;
            }
        }
        if (drawn > 0) {
            log.warning(file, drawn + " hours", "the inverter draws power at night; counted as 0", null);
        }
        double hours = Arrays.stream(yield).sum();
        String perYear = String.format(Locale.ROOT, "%.1f kWh per kWdc and year", hours);
        if (hours < LEAST_HOURS || hours > MOST_HOURS) {
            log.error(file, perYear, "this cannot be the yield of a year; perhaps the AC power is not in W",
                    "[50, 3500] kWh per kWdc and year");
            return null;
        }
        if (hours < FEW_HOURS) {
            log.warning(file, perYear, "the yield of the year is not plausible", "[200, 3500]; perhaps the unit is not W");
        }
        return new StandardYear(TimeSeries.of(yield), offset);
    }
}
