package org.vppworkbench.model.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.vppworkbench.model.fleet.AdoptionTargets;
import org.vppworkbench.model.fleet.BatteryProduct;
import org.vppworkbench.model.fleet.BatteryStock;
import org.vppworkbench.model.fleet.CarModel;
import org.vppworkbench.model.fleet.DepartureNeeds;
import org.vppworkbench.model.fleet.CarStock;
import org.vppworkbench.model.fleet.DayHabits;
import org.vppworkbench.model.fleet.DrivingHabits;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.LoadArchetype;
import org.vppworkbench.model.fleet.ParameterEntry;
import org.vppworkbench.model.fleet.PriceFloors;
import org.vppworkbench.model.fleet.ReserveClass;
import org.vppworkbench.model.fleet.RoofSizes;
import org.vppworkbench.model.fleet.SaleLimits;
import org.vppworkbench.model.fleet.StyleSpread;

/**
 * Checks the parameters of a fleet: every number against the range it declares, shares that must add up to 1, bounds that
 * must not cross, and that the correlations belong to a normal distribution.
 */
public final class FleetParameterChecks {
    /** Smallest eigenvalue accepted: below it the Cholesky factor loses its meaning. */
    private static final double MIN_EIGENVALUE = 1e-9;

    private static final double SUM_TOLERANCE = 1e-9;

    /** A cut that leaves less than this of a normal distribution was not meant. */
    private static final double MIN_KEPT = 0.01;

    private final String where;
    private final Findings out = new Findings();

    private FleetParameterChecks(String where) {
        this.where = where + ", ";
    }

    /**
     * All findings about the parameters; a fleet can be generated where none is an error.
     *
     * @param parameters what to check
     * @param where file or origin, as the user gave it
     */
    public static List<Finding> check(FleetParameters parameters, String where) {
        FleetParameterChecks checks = new FleetParameterChecks(where);
        for (ParameterEntry entry : ParameterEntry.of(parameters)) {
            checks.out.inRange(
                    checks.where + entry.path(),
                    entry.value(),
                    entry.quantity().min(),
                    entry.quantity().max(),
                    entry.quantity().unit());
        }
        if (!checks.out.hasErrors()) {
            checks.together(parameters);
        }
        return checks.out.list();
    }

    private void together(FleetParameters p) {
        adoption(p.adoption());
        correlations(p);
        shares("dwellings.archetypes", p.dwellings().archetypes().stream().map(LoadArchetype::share).toList());
        for (LoadArchetype kind : p.dwellings().archetypes()) {
            ordered("dwellings.archetypes, " + kind.name(), kind.fromKwhPerDay(), kind.toKwhPerDay());
        }
        RoofSizes roofs = p.roofs();
        ordered("roofs, minKwDc to maxKwDc", roofs.minKwDc(), roofs.maxKwDc());
        ordered("roofs, minKwDc to medianKwDc", roofs.minKwDc(), roofs.medianKwDc());
        ordered("roofs, medianKwDc to maxKwDc", roofs.medianKwDc(), roofs.maxKwDc());
        batteries(p.batteries());
        cars(p.cars());
        driving(p.driving());
        atMostOne("tariffs, plans without roof", p.tariffs().primeWithoutRoof() + p.tariffs().fourToNineWithoutRoof());
        atMostOne(
                "plans, home plans", p.plans().billOptimal() + p.plans().selfConsumption() + p.plans().tou());
        atMostOne("plans, car plans", p.plans().carCheapest() + p.plans().carOnArrival());
        StyleSpread styles = p.styles();
        ordered("styles, exponent", styles.fromExponent(), styles.toExponent());
        ordered("styles, markup", styles.fromMarkup(), styles.toMarkup());
        shares("wishes.reserves", p.wishes().reserves().stream().map(ReserveClass::share).toList());
        p.wishes().reserves().forEach(r -> ordered("wishes.reserves", r.from(), r.to()));
        DepartureNeeds car = p.wishes().car();
        normal("wishes.car", car.mean(), car.sd(), car.from(), car.to());
        sales(p.wishes().sales());
        PriceFloors prices = p.wishes().prices();
        ordered("wishes.prices, premium", prices.premiumFrom(), prices.premiumTo());
    }

    private void adoption(AdoptionTargets targets) {
        double room = targets.pv() + targets.maxBessWithoutPv() * (1 - targets.pv());
        if (targets.bess() > room) {
            out.error(
                    where + "adoption.bess",
                    Findings.number(targets.bess()),
                    "more batteries than homes with a roof and the allowed share of those without",
                    "[0, " + Findings.number(room) + "], or a larger adoption.pv or adoption.maxBessWithoutPv");
        }
    }

    private void correlations(FleetParameters p) {
        double[] eigenvalues =
                new EigenDecomposition(new Array2DRowRealMatrix(p.correlations().matrix())).getRealEigenvalues();
        double least = eigenvalues[eigenvalues.length - 1];
        if (least < MIN_EIGENVALUE) {
            out.error(
                    where + "correlations",
                    "least eigenvalue " + Findings.number(least),
                    "these correlations contradict each other: their matrix is not positive definite",
                    "eigenvalues above " + MIN_EIGENVALUE + ", such as those of smaller correlations");
        }
    }

    private void batteries(BatteryStock stock) {
        shares("batteries.products", stock.products().stream().map(BatteryProduct::share).toList());
        ordered("batteries, initialSoc", stock.fromInitialSoc(), stock.toInitialSoc());
        ordered("batteries, minSocFraction to fromInitialSoc", stock.minSocFraction(), stock.fromInitialSoc());
        ordered("batteries, degradation", stock.fromDegradation(), stock.toDegradation());
    }

    private void cars(CarStock stock) {
        shares("cars.models", stock.models().stream().map(CarModel::share).toList());
        Set<String> names = new HashSet<>();
        for (CarModel model : stock.models()) {
            if (!names.add(model.name())) {
                out.error(where + "cars.models", model.name(), "this model is listed twice", "every name once");
            }
        }
        ordered("cars, initialSoc", stock.fromInitialSoc(), stock.toInitialSoc());
        double least = Math.max(stock.minSocFraction(), stock.v2gShare() > 0 ? stock.v2gMinSocFraction() : 0);
        ordered("cars, minSocFraction to fromInitialSoc", least, stock.fromInitialSoc());
        ordered("cars, charger", stock.chargerSmallKw(), stock.chargerLargeKw());
    }

    private void driving(DrivingHabits driving) {
        day("driving.weekday", driving.weekday());
        day("driving.weekend", driving.weekend());
        ordered("driving, milesMedian to milesMean", driving.milesMedian(), driving.milesMean());
        before("driving, lowSoc to highSoc", driving.lowSoc(), driving.highSoc());
        ordered("driving, plugInAtHighSoc to plugInAtLowSoc", driving.plugInAtHighSoc(), driving.plugInAtLowSoc());
    }

    private void day(String name, DayHabits day) {
        normal(
                name + ", departure",
                day.departureMeanHour(),
                day.departureSdHour(),
                day.departureFromHour(),
                day.departureToHour());
        normal(name + ", arrival", day.arrivalMeanHour(), day.arrivalSdHour(), day.arrivalFromHour(), day.arrivalToHour());
        // half an hour apart, so that every trip takes time after rounding to quarter hours
        ordered(name + ", departureToHour + 0.5 to arrivalFromHour", day.departureToHour() + 0.5, day.arrivalFromHour());
    }

    private void sales(SaleLimits sales) {
        ordered("wishes.sales, blackout start", sales.blackoutFromHour(), sales.blackoutToHour());
        ordered("wishes.sales, blackout length", sales.blackoutMinHours(), sales.blackoutMaxHours());
        ordered("wishes.sales, cap", sales.capFrom(), sales.capTo());
        ordered("wishes.sales, events", sales.eventsFrom(), sales.eventsTo());
    }

    /** A normal distribution of which the cut leaves something. */
    private void normal(String name, double mean, double sd, double from, double to) {
        ordered(name, from, to);
        if (from > to) {
            return;
        }
        double kept = sd > 0
                ? new NormalDistribution(null, mean, sd).probability(from, to)
                : mean >= from && mean <= to ? 1 : 0;
        if (kept < MIN_KEPT) {
            out.error(
                    where + name,
                    Findings.number(kept),
                    "the bounds leave almost nothing of the normal distribution",
                    "at least " + MIN_KEPT + " of it between the bounds");
        }
    }

    private void shares(String name, List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            out.error(where + name, Findings.number(sum), "the shares do not add up to 1", "a sum of 1");
        }
    }

    private void atMostOne(String name, double sum) {
        if (sum > 1 + SUM_TOLERANCE) {
            out.error(where + name, Findings.number(sum), "the shares add up to more than 1", "a sum in [0, 1]");
        }
    }

    private void ordered(String name, double from, double to) {
        if (from > to) {
            crossing(name, from, to, "at most");
        }
    }

    private void before(String name, double from, double to) {
        if (from >= to) {
            crossing(name, from, to, "below");
        }
    }

    private void crossing(String name, double from, double to, String relation) {
        out.error(
                where + name,
                Findings.number(from) + " and " + Findings.number(to),
                "these bounds cross",
                "the first " + relation + " the second");
    }
}
