package org.vppworkbench.sample.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.Trip;

/** A car of 50 kWh that keeps 5 kWh and charges 6 kWh an hour. */
class CarWeekTest {
    private static CarWeek week(double kwh, int... days) {
        CarWeek week = new CarWeek(50, 5, 6);
        for (int day : days) {
            week.drive(day, 4 * 8, 4 * 18, kwh);
        }
        return week;
    }

    private static Draws numbers() {
        return new Draws(new SplittableRandom(1));
    }

    private static List<Boolean> plugs(CarWeek week) {
        return week.trips().stream().map(Trip::plugIn).toList();
    }

    @Test
    void energyOnArrival() {
        CarWeek week = week(10, 0, 1, 2);
        week.drawPlugIns(soc -> soc < 0.7 ? 1 : 0, numbers());
        // 50 - 10 = 40, not plugged; 30, plugged for 14 h: full; 40, not plugged
        assertEquals(List.of(false, true, false), plugs(week));
        List<Double> socs = new ArrayList<>();
        week.arrivalSocs((day, soc) -> socs.add(soc));
        assertEquals(List.of(0.8, 0.6, 0.8), socs);
    }

    @Test
    void whoMustPlugsIn() {
        CarWeek week = week(12, 0, 1, 2, 3, 4);
        week.drawPlugIns(_ -> 0, numbers());
        assertEquals(0, week.makePossible(40, 0));
        // from Monday on 40, 28, 16 kWh: Wednesday needs 17, so Tuesday night is at the charger and Wednesday starts full;
        // 50, 38, 26 and 14 are left on Friday, too little for Monday, so the car is plugged in over the weekend
        assertEquals(List.of(false, true, false, false, true), plugs(week));
        assertEquals(List.of(12.0, 12.0, 12.0, 12.0, 12.0), week.trips().stream().map(Trip::drivenKwh).toList());
    }

    @Test
    void aHardNeedMeansEveryNight() {
        CarWeek week = week(12, 0, 1, 2, 3, 4);
        week.drawPlugIns(_ -> 0, numbers());
        assertEquals(40, week.makePossible(40, 40));
        assertEquals(List.of(true, true, true, true, true), plugs(week));
    }

    @Test
    void whatCannotBeIsLowered() {
        // the night before a Monday start: 7 h at 6 kWh/h on 10 kWh are 50 at most, the need of 60 never is
        CarWeek need = week(12, 0);
        need.drawPlugIns(_ -> 1, numbers());
        assertEquals(49.99, need.makePossible(10, 60), 1e-9);
        // a trip of 100 kWh leaves 5 in the battery; the rest is charged on the way
        CarWeek far = week(100, 0, 1);
        far.drawPlugIns(_ -> 1, numbers());
        assertEquals(0, far.makePossible(40, 0));
        assertEquals(List.of(44.99, 44.99), far.trips().stream().map(Trip::drivenKwh).toList());
    }

    @Test
    void weeksSurviveTheirTrips() {
        CarWeek week = week(7, 0, 3, 6);
        week.drawPlugIns(soc -> soc, numbers());
        assertEquals(week.trips(), CarWeek.of(week.trips(), 50, 5, 6).trips());
    }
}
