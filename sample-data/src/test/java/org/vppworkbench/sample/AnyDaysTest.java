package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Loads, roofs and tariffs of any days, also of 23 and 25 hours. */
class AnyDaysTest {
    private static final int SCALE = Integer.getInteger("vpp.random.scale", 1);

    private static Horizon day(String date) {
        return new Horizon(LocalDate.parse(date), 1, Horizon.LOS_ANGELES);
    }

    private static TimeSeries prime(Horizon horizon) {
        return new SceTariffs(horizon).plans().get(TariffPlan.TOU_D_PRIME_NBT).importPrice();
    }

    /** Worked by hand on the calendars. */
    @ParameterizedTest
    @CsvSource({
        "2023-08-15, 2016-08-16", // Tuesday: the 15th was a Monday
        "2023-08-21, 2016-08-22",
        "2021-08-15, 2016-08-14", // Sunday
        "2024-08-15, 2016-08-18", // Thursday
        "2023-07-14, 2016-08-12", // Friday: 15 July, four weeks on
        "2023-07-31, 2016-08-01", // Monday: 1 August is the nearest
        "2023-09-01, 2016-08-05", // Friday: 2 September, four weeks back
        "2024-02-29, 2016-08-18", // Thursday: 3 March, 24 weeks on
        "2016-08-16, 2016-08-16",
    })
    void measuredDayIsTheNearestOfItsWeekday(String day, String measured) {
        assertEquals(LocalDate.parse(measured), FontanaHomes.measuredDay(LocalDate.parse(day)));
    }

    @Test
    void anyDayTakesADayOfAugustOfItsWeekdayAndAWeekHasSevenDifferent() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000 * SCALE; i++) {
            LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(40_000));
            Set<LocalDate> taken = new HashSet<>();
            for (int d = 0; d < 7; d++) {
                LocalDate measured = FontanaHomes.measuredDay(day.plusDays(d));
                assertEquals(day.plusDays(d).getDayOfWeek(), measured.getDayOfWeek());
                assertEquals(2016, measured.getYear());
                assertEquals(8, measured.getMonthValue());
                taken.add(measured);
            }
            assertEquals(7, taken.size());
        }
    }

    @Test
    void loadFollowsTheClockThroughItsChanges() {
        double[] common = new FontanaHomes(day("2023-03-05")).loadKw().get("fontana-load-07").toArray();
        double[] spring = new FontanaHomes(day("2023-03-12")).loadKw().get("fontana-load-07").toArray();
        double[] autumn = new FontanaHomes(day("2023-11-05")).loadKw().get("fontana-load-07").toArray();
        assertEquals(96, common.length);
        assertEquals(92, spring.length);
        assertEquals(100, autumn.length);
        double[] measured = measured("2023-03-12", SampleFile.LOAD, 7);
        for (int hour = 0; hour < 24; hour++) {
            int skipped = hour > 2 ? hour - 1 : hour;
            if (hour != 2) {
                assertEquals(measured[hour], spring[4 * skipped]);
            }
        }
        double[] late = measured("2023-11-05", SampleFile.LOAD, 7);
        assertEquals(late[1], autumn[4]);
        assertEquals(late[1], autumn[8]);
        assertEquals(late[2], autumn[12]);
        assertEquals(late[23], autumn[96]);
    }

    @Test
    void roofsFollowTheSunInStandardTime() {
        double[] winter = new FontanaHomes(day("2023-12-05")).pvYield(null).get("fontana-pv-03").toArray();
        double[] measured = measured("2023-12-05", SampleFile.PV, 3);
        for (int hour = 0; hour < 23; hour++) {
            assertEquals(measured[hour + 1] / 1000, winter[4 * hour], "hour " + hour);
        }
        assertEquals(0, winter[95]);
        double[] autumn = new FontanaHomes(day("2023-11-05")).pvYield(null).get("fontana-pv-03").toArray();
        double[] late = measured("2023-11-05", SampleFile.PV, 3);
        // the day has 25 hours: noon of standard time is the fourteenth
        assertEquals(late[13] / 1000, autumn[4 * 13]);
        assertEquals(12, day("2023-11-05").localStart(4 * 13).getHour());
    }

    private static double[] measured(String day, SampleFile file, int home) {
        int first = 24 * (FontanaHomes.measuredDay(LocalDate.parse(day)).getDayOfMonth() - 1);
        return java.util.Arrays.copyOfRange(SampleTable.of(file).column("building_" + home), first, first + 24);
    }

    @Test
    void everyHomeHasAWholeYearOfFiniteValues() {
        Horizon year = new Horizon(LocalDate.of(2023, 1, 1), 365, Horizon.LOS_ANGELES);
        FontanaHomes homes = new FontanaHomes(year);
        assertEquals(17, homes.loadKw().size());
        TimeSeries cloud = TimeSeries.generate(year.intervals(), t -> 1 + t % 7);
        homes.pvYield(cloud).values().forEach(y -> {
            assertEquals(year.intervals(), y.length());
            assertTrue(y.min() >= 0 && y.max() < 1.5);
        });
        assertEquals(null, homes.clearness(TimeSeries.constant(year.intervals(), 0)));
    }

    /** Building 7 was dead on 1–8 August and started on the 9th. 1 August 2022 is a Monday and takes that of 2016. */
    @Test
    void theLateRoofTakesTheDaysTwoWeeksLater() {
        double[] yield = new FontanaHomes(day("2022-08-01")).pvYield(null).get("fontana-pv-07").toArray();
        double[] column = SampleTable.of(SampleFile.PV).column("building_7");
        for (int hour = 0; hour < 24; hour++) {
            assertEquals(column[24 * 14 + hour] / 1000, yield[4 * hour]);
            assertTrue(column[hour] < 1e-3);
        }
        assertTrue(yield[4 * 13] > 0.5);
    }

    @Test
    void cloudSetsTheEnergyOfEveryDay() {
        Horizon days = new Horizon(LocalDate.of(2022, 6, 6), 3, Horizon.LOS_ANGELES);
        TimeSeries cloud = TimeSeries.generate(days.intervals(), t -> days.dayOf(t) == 1 ? 100 : 50);
        new FontanaHomes(days).pvYield(cloud).values().forEach(y -> {
            assertEquals(0.5, y.mean(0, 96) / y.mean(96, 192), 1e-9);
            assertEquals(0.5, y.mean(192, 288) / y.mean(96, 192), 1e-9);
        });
    }

    @Test
    void otherSeasonsAreWarnedOf() {
        assertEquals(List.of(), new FontanaHomes(day("2022-06-01")).findings("x"));
        assertEquals(List.of(), new SceTariffs(day("2022-09-30")).findings("x"));
        Finding homes = new FontanaHomes(day("2022-10-01")).findings("x").get(0);
        assertEquals(Finding.Severity.WARNING, homes.severity());
        assertTrue(homes.value().contains("1 day"), homes.oneLine());
        assertEquals(Finding.Severity.WARNING, new SceTariffs(day("2022-10-01")).findings("x").get(0).severity());
    }

    /** Labour Day 2023 is 4 September, a Monday; New Year's Day 2023 is a Sunday, kept on Monday; Veterans Day a Saturday. */
    @Test
    void holidaysHaveWeekendRates() {
        assertEquals(0.39, prime(day("2023-09-04")).at(4 * 17));
        assertEquals(0.66, prime(day("2023-09-05")).at(4 * 17));
        assertEquals(0.39, prime(day("2023-07-04")).at(4 * 17));
        for (String date : List.of("2023-01-02", "2023-02-20", "2023-05-29", "2023-11-23", "2023-12-25", "2022-12-26")) {
            assertTrue(SceHolidays.weekendRates(LocalDate.parse(date)), date);
        }
        for (String date : List.of("2023-01-03", "2023-02-13", "2023-05-22", "2023-11-10", "2023-11-16", "2023-07-03")) {
            assertFalse(SceHolidays.weekendRates(LocalDate.parse(date)), date);
        }
    }

    /** Sheet of 2025: summer 0.56368 / 0.26322, winter 0.53340 / 0.24490. */
    @Test
    void winterIsTheSummerPriceTimesTheRatioOf2025() {
        TimeSeries winter = prime(day("2023-01-11"));
        assertEquals(0.66 * 0.53340 / 0.56368, winter.at(4 * 16), 1e-12);
        assertEquals(0.25 * 0.24490 / 0.26322, winter.at(4 * 15), 1e-12);
        assertArrayEquals(winter.toArray(), prime(day("2023-01-14")).toArray());
    }

    @Test
    void exportCreditHasItsMonthHourAndKindOfDay() {
        DataSet.Retail retail = new SceTariffs(day("2024-01-10")).plans().get(TariffPlan.TOU_D_PRIME_NBT);
        assertEquals(0.05274 + 0.04, retail.filedExportCredit().at(0), 1e-12);
        assertEquals(0.05332 + 0.04, retail.filedExportCredit().at(4), 1e-12);
        // the September evening of the table reaches 2.89
        Horizon september = new Horizon(LocalDate.of(2022, 9, 1), 30, Horizon.LOS_ANGELES);
        double top = new SceTariffs(september).plans().get(TariffPlan.TOU_D_PRIME_NBT).filedExportCredit().max();
        assertEquals(2.89 + 0.04, top, 0.005);
    }

    @Test
    void clockChangesKeepTheTariffOnTheClock() {
        for (String date : List.of("2023-03-12", "2023-11-05")) {
            Horizon horizon = day(date);
            TimeSeries price = prime(horizon);
            for (int t = 0; t < horizon.intervals(); t++) {
                int hour = horizon.localStart(t).getHour();
                assertEquals(hour >= 16 && hour < 21, price.at(t) > 0.5, date + " " + hour);
            }
        }
    }

    @Test
    void holesAreFilledOnTheStraightLine() {
        double gap = Double.NaN;
        LinearGaps filled = LinearGaps.fill(new double[] {1, gap, 3, 4, gap, gap, 10});
        assertArrayEquals(new double[] {1, 2, 3, 4, 6, 8, 10}, filled.values().toArray(), 1e-12);
        assertEquals(List.of(1, 4, 5), filled.filled());
        assertThrows(IllegalArgumentException.class, () -> LinearGaps.fill(new double[] {gap, 1}));
        assertThrows(IllegalArgumentException.class, () -> LinearGaps.fill(new double[] {1, gap}));
    }
}
