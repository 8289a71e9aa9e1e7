package org.vppworkbench.sample.solar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of {@code domain.md} §3.3: Los Angeles, 18 August 2023, air of 19 to 30 °C warmest at 15:00, 2 %. */
class ClearSkyTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final LocalDate CLEAR = LocalDate.of(2023, 8, 18);
    private static final LocalDate STORM = LocalDate.of(2023, 8, 20);
    private static final double TOLERANCE = 0.02;

    /** Height of the sun's centre when its upper edge is seen to rise: radius and refraction [degrees]. */
    private static final double RISE = -0.833;

    private static Instant midpoint(LocalDate day, int quarter) {
        return day.atStartOfDay(ZONE).toInstant().plusSeconds(900L * quarter + 450);
    }

    private static SunPosition sun(Instant time) {
        return SunPosition.at(Site.LOS_ANGELES, time);
    }

    /** Sum over quarter hours {@code [from, to)} of the local day, times a quarter hour. */
    private static double energy(LocalDate day, int from, int to, ToDoubleFunction<Instant> power) {
        double sum = 0;
        for (int quarter = from; quarter < to; quarter++) {
            sum += power.applyAsDouble(midpoint(day, quarter)) / 4;
        }
        return sum;
    }

    private static double airC(Instant time) {
        double hour = time.atZone(ZONE).toLocalTime().toSecondOfDay() / 3600.0;
        return 24.5 + 5.5 * Math.cos(2 * Math.PI * (hour - 15) / 24);
    }

    private static ToDoubleFunction<Instant> acYield(double azimuth, double cloudIndex) {
        Roof roof = new Roof(20, azimuth);
        return time -> roof.acYield(sun(time), Irradiance.of(sun(time), cloudIndex), airC(time));
    }

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * expected);
    }

    private static LocalTime local(int minute) {
        return LocalTime.ofSecondOfDay(60L * minute);
    }

    @Test
    void theSunRisesCulminatesAndSetsAtItsMinute() {
        int rise = -1;
        int noon = -1;
        int set = -1;
        double highest = 0;
        for (int minute = 0; minute < 1440; minute++) {
            Instant time = CLEAR.atStartOfDay(ZONE).toInstant().plusSeconds(60L * minute);
            SunPosition now = sun(time);
            highest = Math.max(highest, now.elevationDegrees());
            if (now.elevationDegrees() > RISE) {
                rise = rise < 0 ? minute : rise;
                noon = noon < 0 && now.hourAngle() >= 0 ? minute : noon;
                set = minute;
            }
        }
        // the first whole minute after the event, and the last before the sunset
        assertEquals(LocalTime.of(6, 17), local(rise), "06:16 and some seconds");
        assertEquals(LocalTime.of(12, 58), local(noon), "12:57 and some seconds");
        assertEquals(LocalTime.of(19, 37), local(set), "19:38 to the nearest minute");
        assertEquals(69.2, highest, 0.05);
    }

    @Test
    void theSunGoesFromEastBySouthToWest() {
        assertEquals(90, Math.toDegrees(sun(Instant.parse("2023-08-18T14:00:00Z")).azimuth()), 15);
        assertEquals(180, Math.abs(Math.toDegrees(sun(Instant.parse("2023-08-18T19:57:10Z")).azimuth())), 1);
        assertEquals(-90, Math.toDegrees(sun(Instant.parse("2023-08-19T02:00:00Z")).azimuth()), 20);
    }

    @Test
    void theClearDaySendsItsEnergy() {
        near(7.76, energy(CLEAR, 0, 96, t -> Irradiance.of(sun(t), 1).global()) / 1000);
        Roof south = new Roof(20, 180);
        near(7.95, energy(CLEAR, 0, 96, t -> south.planeOfArray(sun(t), Irradiance.of(sun(t), 1))) / 1000);
    }

    @ParameterizedTest
    @CsvSource({"180, 5.92, 0.90", "225, 5.81, 1.22", "270, 5.55, 1.35"})
    void roofsYieldByWhereTheyFace(double azimuth, double day, double evening) {
        near(day, energy(CLEAR, 0, 96, acYield(azimuth, 1)));
        near(evening, energy(CLEAR, 64, 84, acYield(azimuth, 1)));
    }

    @Test
    void theSouthRoofPeaksWhereItShould() {
        double peak = 0;
        for (int quarter = 0; quarter < 96; quarter++) {
            peak = Math.max(peak, acYield(180, 1).applyAsDouble(midpoint(CLEAR, quarter)));
        }
        near(0.736, peak);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1.49", "0.15, 0.88"})
    void theStormLeavesLittle(double cloudIndex, double day) {
        near(day, energy(STORM, 0, 96, acYield(180, cloudIndex)));
    }

    @Test
    void theInverterClipsAndRests() {
        assertEquals(1 / 1.2, Roof.acKw(1.2), 1e-12);
        assertEquals(0, Roof.acKw(0));
        assertEquals(0, Roof.acKw(0.001), "its own use is more");
        assertTrue(Roof.acKw(0.5) > 0.47 && Roof.acKw(0.5) < 0.5);
    }

    /** Nothing that stands still beats the plane that follows the sun, and some roof comes near it at every hour. */
    @Test
    void noRoofBeatsTheBestPlane() {
        for (int quarter = 0; quarter < 96; quarter++) {
            SunPosition now = sun(midpoint(CLEAR, quarter));
            Irradiance sky = Irradiance.of(now, 1);
            double most = 0;
            for (double azimuth = 0; azimuth < 360; azimuth += 10) {
                for (double tilt = 0; tilt <= 90; tilt += 10) {
                    most = Math.max(most, new Roof(tilt, azimuth).planeOfArray(now, sky));
                }
            }
            assertTrue(most <= sky.onBestPlane(now) + 1e-9, now.toString());
            assertTrue(most >= 0.98 * sky.onBestPlane(now), now.toString());
        }
    }

    @Test
    void placesAndRoofsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Site(91, 0));
        assertThrows(IllegalArgumentException.class, () -> new Site(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Roof(-1, 180));
        assertThrows(IllegalArgumentException.class, () -> new Roof(20, 361));
    }
}
