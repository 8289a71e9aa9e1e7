package org.vppworkbench.sample.solar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Where the sun stands, by the Fourier series of Spencer (1971) as NOAA uses them ({@code domain.md} §3.3); good to about
 * half a minute and a tenth of a degree. Refraction is left out.
 *
 * @param cosZenith cosine of the angle from the zenith [-1, 1]; positive above the horizon
 * @param azimuth clockwise from north [rad, -π to π]
 * @param hourAngle 0 at solar noon, negative before [rad, -π to π]
 * @param dayOfYear day of the year in UTC, from 1
 */
public record SunPosition(double cosZenith, double azimuth, double hourAngle, int dayOfYear) {
    private static final double MINUTES_PER_DEGREE = 4;

    /** The position seen from a site at a time. */
    public static SunPosition at(Site site, Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        double hour = utc.toLocalTime().toNanoOfDay() / 3.6e12;
        int day = utc.getDayOfYear();
        double g = 2 * Math.PI / 365 * (day - 1 + (hour - 12) / 24);
        double declination = declination(g);
        double minutes = 60 * hour + equationOfTime(g) + MINUTES_PER_DEGREE * site.longitude();
        double hourAngle = Math.toRadians(minutes / MINUTES_PER_DEGREE - 180);
        double latitude = Math.toRadians(site.latitude());
        double cosZenith = Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
        double azimuth = Math.atan2(
                -Math.sin(hourAngle) * Math.cos(declination),
                Math.sin(declination) * Math.cos(latitude)
                        - Math.cos(declination) * Math.sin(latitude) * Math.cos(hourAngle));
        return new SunPosition(Math.clamp(cosZenith, -1, 1), azimuth, Math.IEEEremainder(hourAngle, 2 * Math.PI), day);
    }

    /** Height above the horizon [degrees]. */
    public double elevationDegrees() {
        return 90 - Math.toDegrees(Math.acos(cosZenith));
    }

    /** Latitude at which the sun stands in the zenith at noon [rad]. */
    private static double declination(double g) {
        return 0.006918 - 0.399912 * Math.cos(g) + 0.070257 * Math.sin(g)
                - 0.006758 * Math.cos(2 * g) + 0.000907 * Math.sin(2 * g)
                - 0.002697 * Math.cos(3 * g) + 0.00148 * Math.sin(3 * g);
    }

    /** Sundial less clock [min]. */
    private static double equationOfTime(double g) {
        return 229.18 * (7.5e-5 + 0.001868 * Math.cos(g) - 0.032077 * Math.sin(g)
                - 0.014615 * Math.cos(2 * g) - 0.040849 * Math.sin(2 * g));
    }
}
