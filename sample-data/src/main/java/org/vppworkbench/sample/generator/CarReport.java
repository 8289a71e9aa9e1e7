package org.vppworkbench.sample.generator;

import static org.vppworkbench.sample.generator.SamplingRows.mean;
import static org.vppworkbench.sample.generator.SamplingRows.median;
import static org.vppworkbench.sample.generator.SamplingRows.sd;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vppworkbench.model.fleet.CarModel;
import org.vppworkbench.model.fleet.DayHabits;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Trip;

/** The rows of cars and driving. */
final class CarReport {
    private static final int WEEKDAYS = 5;

    private static final int WEEKEND_DAYS = 2;

    private final List<Ev> cars;
    private final FleetParameters parameters;
    private final SamplingRows rows;

    CarReport(Fleet fleet, FleetParameters parameters, SamplingRows rows) {
        this.cars = fleet.homes().stream().map(Home::ev).filter(Objects::nonNull).toList();
        this.parameters = parameters;
        this.rows = rows;
    }

    void add() {
        List<CarModel> models = parameters.cars().models();
        for (int i = 0; i < models.size(); i++) {
            CarModel model = models.get(i);
            rows.share("cars.models[" + i + "].share", model.name(), cars, car -> car.model().equals(model.name()));
        }
        rows.share("cars.v2gShare", "", cars, car -> car.v2gKw() > 0);
        days("weekday", parameters.driving().weekday(), WEEKDAYS, trips(false));
        days("weekend", parameters.driving().weekend(), WEEKEND_DAYS, trips(true));
        double[] miles = miles();
        rows.row("driving.milesMedian", median(miles), miles.length);
        rows.row("driving.milesMean", mean(miles), miles.length);
        plugIns();
    }

    private List<Trip> trips(boolean weekend) {
        return cars.stream()
                .flatMap(car -> car.trips().stream())
                .filter(trip -> trip.days().stream().allMatch(day -> weekend == isWeekend(day)))
                .toList();
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private void days(String name, DayHabits asked, int daysPerCar, List<Trip> trips) {
        int days = cars.size() * daysPerCar;
        rows.row("driving." + name + ".atHomeShare", name, 1 - (double) trips.size() / days, days);
        double[] departures =
                trips.stream().mapToDouble(t -> t.departure().toSecondOfDay() / 3600.0).toArray();
        double[] arrivals =
                trips.stream().mapToDouble(t -> t.arrival().toSecondOfDay() / 3600.0).toArray();
        cut(name + " departure", CarDraw.departure(asked), departures);
        cut(name + " arrival", CarDraw.arrival(asked), arrivals);
    }

    private void cut(String name, CutNormal asked, double[] drawn) {
        rows.derived("mean " + name + ", after the cut", asked.mean(), mean(drawn), "h", drawn.length);
        rows.derived(
                "standard deviation of " + name + ", after the cut", asked.sd(), sd(drawn), "h", drawn.length);
    }

    private double[] miles() {
        Map<String, Double> kwhPerMile = new HashMap<>();
        parameters.cars().models().forEach(model -> kwhPerMile.put(model.name(), model.kwhPer100Miles() / 100));
        return cars.stream()
                .flatMapToDouble(car -> car.trips().stream()
                        .mapToDouble(trip -> trip.drivenKwh() / kwhPerMile.getOrDefault(car.model(), Double.NaN)))
                .toArray();
    }

    /** The habit at the state of charge of each arrival, against what the cars do; needs make drivers plug in more. */
    private void plugIns() {
        List<Double> chances = new ArrayList<>();
        long plugged = 0;
        for (Ev car : cars) {
            CarWeek week = CarWeek.of(
                    car.trips(), car.capacityKwh(), car.minSocFraction() * car.capacityKwh(), car.eta() * car.chargeKw());
            week.arrivalSocs((day, soc) -> chances.add(parameters.driving().plugInChance(soc)));
            plugged += car.trips().stream().filter(Trip::plugIn).count();
        }
        rows.derived(
                "share of arrivals plugged in, before and after needs are met",
                mean(chances.stream().mapToDouble(Double::doubleValue).toArray()),
                (double) plugged / chances.size(),
                "",
                chances.size());
    }
}
