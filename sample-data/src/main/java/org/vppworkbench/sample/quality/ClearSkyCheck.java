package org.vppworkbench.sample.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.solar.Irradiance;
import org.vppworkbench.sample.solar.Roof;
import org.vppworkbench.sample.solar.Site;
import org.vppworkbench.sample.solar.SunPosition;

/**
 * PV yields against the clear sky ({@code domain.md} §3.3): no hour above a plane that follows the sun, no day above the
 * best fixed roof, nothing at night. Whole hours are compared, as many yields are hourly values held over quarter hours.
 */
final class ClearSkyCheck {
    private static final String NAME = "clear sky";

    /** Room for losses below PVWatts' 14 % and for skies clearer than Haurwitz's (assumption). */
    private static final double MARGIN = 1.1;

    /** Yield that twilight and the meter's rounding may show [kW per kWdc] (assumption). */
    private static final double SLACK_KW = 0.01;

    /** Cool air: cells yield more (assumption) [°C]. */
    private static final double AIR_C = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SAMPLES_PER_HOUR = 4;
    private static final double[] TILTS = {0, 10, 20, 30, 45, 60};
    private static final double[] AZIMUTHS = {90, 135, 180, 225, 270};

    private final InspectedData data;
    private final Site site = Site.LOS_ANGELES;
    private final Map<Instant, Double> hours = new HashMap<>();
    private final Map<LocalDate, Double> days = new HashMap<>();

    ClearSkyCheck(InspectedData data) {
        this.data = data;
    }

    /** One row for a PV yield, none for other series. */
    List<QualityRow> of(InspectedSeries series) {
        if (series.type() != SeriesRole.Type.PV_YIELD) {
            return List.of();
        }
        if (!data.zone().equals(Horizon.LOS_ANGELES)) {
            return List.of(QualityRow.note(NAME, series.label(),
                    "not tested: of the zone " + data.zone() + " no place is known"));
        }
        List<QualityRow> rows = new ArrayList<>();
        Map<LocalDate, Double> energy = new HashMap<>();
        tooBrightHours(series, energy, rows);
        tooBrightDays(series, energy, rows);
        return rows.isEmpty()
                ? List.of(QualityRow.good(NAME, series.label(), "no hour and no day above a clear sky at " + place()))
                : rows;
    }

    private void tooBrightHours(InspectedSeries series, Map<LocalDate, Double> energy, List<QualityRow> rows) {
        List<Instant> wrong = new ArrayList<>();
        String first = "";
        int perHour = (int) HOUR.dividedBy(series.step());
        Instant from = series.first();
        for (int i = 0; i + perHour <= series.values().length(); i += perHour) {
            Instant start = from.plus(series.step().multipliedBy(i));
            double mean = series.values().mean(i, i + perHour);
            energy.merge(start.atZone(data.zone()).toLocalDate(), mean, Double::sum);
            double most = hours.computeIfAbsent(start, this::most);
            if (mean > most + SLACK_KW) {
                first = wrong.isEmpty() ? text(mean) + " kW per kWdc at " + start + ", at most " + text(most) : first;
                wrong.add(start);
            }
        }
        if (!wrong.isEmpty()) {
            rows.add(QualityRow.warning(NAME, series.label(), wrong.size() + " of " + series.values().length() / perHour
                            + " hours above a clear sky at " + place() + ", first " + first)
                    .at(wrong));
        }
    }

    private void tooBrightDays(InspectedSeries series, Map<LocalDate, Double> energy, List<QualityRow> rows) {
        List<LocalDate> wrong = energy.entrySet().stream()
                .filter(day -> day.getValue() > days.computeIfAbsent(day.getKey(), this::most))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            LocalDate day = wrong.get(0);
            rows.add(QualityRow.warning(NAME, series.label(), wrong.size() + " of " + energy.size()
                    + " days above the best fixed roof under a clear sky at " + place() + ", first " + day + " with "
                    + text(energy.getOrDefault(day, 0.0)) + " kWh per kWdc, at most " + text(days.getOrDefault(day, 0.0))));
        }
    }

    /** Most that an hour can yield on average [kW per kWdc], 0 at night. */
    private double most(Instant start) {
        double sum = 0;
        for (int sample = 0; sample < SAMPLES_PER_HOUR; sample++) {
            SunPosition sun = SunPosition.at(site, midpoint(start, sample));
            double onPlane = Irradiance.of(sun, 1).onBestPlane(sun);
            // without an inverter's limit: it differs from roof to roof
            sum += Roof.dcKw(onPlane, Roof.cellC(AIR_C, onPlane)) / SAMPLES_PER_HOUR;
        }
        return MARGIN * sum;
    }

    /** Most that a fixed roof can yield on a local day [kWh per kWdc]. */
    private double most(LocalDate day) {
        Instant start = day.atStartOfDay(data.zone()).toInstant();
        int samples = 24 * SAMPLES_PER_HOUR;
        double[] energy = new double[TILTS.length * AZIMUTHS.length];
        for (int sample = 0; sample < samples; sample++) {
            SunPosition sun = SunPosition.at(site, midpoint(start, sample));
            Irradiance sky = Irradiance.of(sun, 1);
            for (int i = 0; i < energy.length; i++) {
                Roof roof = new Roof(TILTS[i / AZIMUTHS.length], AZIMUTHS[i % AZIMUTHS.length]);
                double onPlane = roof.planeOfArray(sun, sky);
                energy[i] += Roof.dcKw(onPlane, Roof.cellC(AIR_C, onPlane)) / SAMPLES_PER_HOUR;
            }
        }
        double best = 0;
        for (double one : energy) {
            best = Math.max(best, one);
        }
        return MARGIN * best;
    }

    private static Instant midpoint(Instant start, int sample) {
        return start.plus(HOUR.multipliedBy(2L * sample + 1).dividedBy(2L * SAMPLES_PER_HOUR));
    }

    private String place() {
        return String.format(Locale.ROOT, "%.2f N, %.2f W", site.latitude(), -site.longitude());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
