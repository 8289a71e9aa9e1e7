package org.vppworkbench.sample.generator;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarModel;
import org.vppworkbench.model.fleet.CarStock;
import org.vppworkbench.model.fleet.DayHabits;
import org.vppworkbench.model.fleet.DrivingHabits;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.Trip;

/** Draws cars and their weeks. */
final class CarDraw {
    private static final int WEEKDAYS = 5;

    private final CarStock stock;
    private final DrivingHabits driving;
    private final DayDraw weekday;
    private final DayDraw weekend;
    private final double logSdMiles;

    /** One kind of day with its cut distributions. */
    private record DayDraw(double atHomeShare, CutNormal departure, CutNormal arrival) {
        static DayDraw of(DayHabits habits) {
            return new DayDraw(habits.atHomeShare(), CarDraw.departure(habits), CarDraw.arrival(habits));
        }
    }

    /**
     * A car with what its owner wants in it.
     *
     * @param ev the car
     * @param need the need, a hard one lowered to what its week allows, or {@code null}
     */
    record Drawn(Ev ev, @Nullable EvReadyBy need) {}

    CarDraw(FleetParameters parameters) {
        this.stock = parameters.cars();
        this.driving = parameters.driving();
        this.weekday = DayDraw.of(driving.weekday());
        this.weekend = DayDraw.of(driving.weekend());
        // mean = median · exp(sd²/2)
        this.logSdMiles = Math.sqrt(2 * FastMath.log(driving.milesMean() / driving.milesMedian()));
    }

    static CutNormal departure(DayHabits day) {
        return new CutNormal(
                day.departureMeanHour(), day.departureSdHour(), day.departureFromHour(), day.departureToHour());
    }

    static CutNormal arrival(DayHabits day) {
        return new CutNormal(day.arrivalMeanHour(), day.arrivalSdHour(), day.arrivalFromHour(), day.arrivalToHour());
    }

    /**
     * A car with its week.
     *
     * @param draws numbers of this car
     * @param needs numbers of what its owner wants
     * @param meterKw what the meter leaves for a charger at any time [kW]
     */
    Drawn draw(Draws draws, CarNeedDraw needs, double meterKw) {
        CarModel model = draws.byShare(stock.models(), CarModel::share);
        double charger = draws.chance(stock.largeChargerShare()) ? stock.chargerLargeKw() : stock.chargerSmallKw();
        double chargeKw = Math.min(model.acKw(), charger);
        boolean v2g = draws.chance(stock.v2gShare());
        double minSoc = v2g ? Math.max(stock.minSocFraction(), stock.v2gMinSocFraction()) : stock.minSocFraction();
        double initialSoc = Draws.round(draws.between(stock.fromInitialSoc(), stock.toInitialSoc()), 1000);
        initialSoc = Math.clamp(initialSoc, minSoc, 1);
        double capacity = model.capacityKwh();
        CarWeek week = new CarWeek(capacity, minSoc * capacity, stock.eta() * Math.min(chargeKw, meterKw));
        drive(week, model.kwhPer100Miles() / 100, draws);
        week.drawPlugIns(driving::plugInChance, draws);
        EvReadyBy need = needs.need(capacity);
        double hardKwh = need != null && need.strength() == Strength.HARD ? need.kwh() : 0;
        double met = week.makePossible(initialSoc * capacity, hardKwh);
        if (need != null && need.strength() == Strength.HARD) {
            need = new EvReadyBy(Strength.HARD, met, need.usdPerUnit(), "");
        }
        List<Trip> trips = week.trips();
        Ev ev = new Ev(
                model.name(),
                capacity,
                chargeKw,
                stock.eta(),
                minSoc,
                initialSoc,
                v2g ? Math.min(chargeKw, stock.v2gKw()) : 0,
                v2g ? stock.v2gDegradation() : 0,
                trips);
        return new Drawn(ev, need);
    }

    /** Trips whose times and distances are partly the driver's own habit and partly of the day. */
    private void drive(CarWeek week, double kwhPerMile, Draws draws) {
        double habit = Math.sqrt(driving.habitShare());
        double chance = Math.sqrt(1 - driving.habitShare());
        double early = draws.normal();
        double late = draws.normal();
        double far = draws.normal();
        for (int day = 0; day < CarWeek.DAYS; day++) {
            DayDraw kind = day < WEEKDAYS ? weekday : weekend;
            boolean home = draws.chance(kind.atHomeShare());
            double departure = habit * early + chance * draws.normal();
            double arrival = habit * late + chance * draws.normal();
            double miles = driving.milesMedian()
                    * FastMath.exp(logSdMiles * (habit * far + chance * draws.normal()));
            if (!home) {
                week.drive(
                        day,
                        quarter(kind.departure().ofNormal(departure)),
                        quarter(kind.arrival().ofNormal(arrival)),
                        Math.max(0.01, Draws.round(miles * kwhPerMile, 100)));
            }
        }
    }

    private static int quarter(double hour) {
        return (int) Math.rint(hour * CarWeek.QUARTERS);
    }
}
