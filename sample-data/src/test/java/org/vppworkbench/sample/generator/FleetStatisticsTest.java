package org.vppworkbench.sample.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.fleet.AdoptionTargets;
import org.vppworkbench.model.fleet.DepartureNeeds;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.fleet.Wishes;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.sample.SampleLibrary;

/**
 * Ten thousand homes against what was asked for. Bounds are 4.5 standard errors of the sample at hand: a right generator
 * fails about once in 150,000 comparisons, and the seeds are fixed.
 */
class FleetStatisticsTest {
    private static final DataSet WEEK = SampleLibrary.load("la-2023-08").orThrow();

    private static final int HOMES = 10_000;

    private static final double SIGMAS = 4.5;

    private static final Predicate<Home> PV = Device.PV;
    private static final Predicate<Home> BESS = Device.BESS;
    private static final Predicate<Home> EV = Device.EV;

    /** Homes that have one. */
    private enum Device implements Predicate<Home> {
        PV,
        BESS,
        EV;

        @Override
        public boolean test(Home home) {
            return switch (this) {
                case PV -> home.pv() != null;
                case BESS -> home.bess() != null;
                case EV -> home.ev() != null;
            };
        }
    }

    private static Fleet fleet(FleetParameters parameters) {
        return new FleetGenerator(parameters, WEEK).generate("large");
    }

    private static FleetParameters adoption(AdoptionTargets targets) {
        FleetParameters p = FleetPreset.LABORATORY.parameters(HOMES, 42);
        return new FleetParameters(
                HOMES, 42, targets, p.correlations(), p.dwellings(), p.roofs(), p.batteries(), p.cars(), p.driving(),
                p.tariffs(), p.plans(), p.styles(), p.wishes());
    }

    private static void assertShare(double asked, List<Home> all, Predicate<Home> those, String what) {
        double drawn = SamplingRows.shareOf(all, those);
        assertEquals(asked, drawn, SIGMAS * Math.sqrt(asked * (1 - asked) / all.size()) + 1e-12, what);
    }

    @ParameterizedTest
    @EnumSource(FleetPreset.class)
    void marginalsAndJointShares(FleetPreset preset) {
        FleetParameters p = preset.parameters(HOMES, 1);
        AdoptionRule rule = AdoptionRule.of(p.adoption(), p.correlations());
        List<Home> homes = fleet(p).homes();
        assertShare(p.adoption().pv(), homes, PV, "PV");
        assertShare(p.adoption().bess(), homes, BESS, "BESS");
        assertShare(p.adoption().ev(), homes, EV, "EV");
        assertShare(rule.bessWithRoof(), homes, PV.and(BESS), "PV and BESS");
        assertShare(BivariateNormal.upper(rule.pvCut(), rule.evCut(), 0.3), homes, PV.and(EV), "PV and EV");
        List<Home> without = homes.stream().filter(PV.negate()).toList();
        double most = p.adoption().maxBessWithoutPv();
        assertTrue(
                SamplingRows.shareOf(without, BESS) <= most + SIGMAS * Math.sqrt(most * (1 - most) / without.size()));
    }

    /** Where the cap does not bind, all three joint shares are those of the copula, and so are the correlations. */
    @Test
    void latentCorrelationsAreRecovered() {
        AdoptionTargets targets = new AdoptionTargets(0.4, 0.3, 0.5, 1);
        FleetParameters p = adoption(targets);
        assertFalse(AdoptionRule.of(targets, p.correlations()).capped());
        List<Home> homes = fleet(p).homes();
        recovered(homes, PV, 0.4, BESS, 0.3, 0.6);
        recovered(homes, PV, 0.4, EV, 0.5, 0.3);
        recovered(homes, EV, 0.5, BESS, 0.3, 0.2);
    }

    private static void recovered(
            List<Home> homes, Predicate<Home> first, double p, Predicate<Home> second, double q, double rho) {
        double joint = BivariateNormal.upper(BivariateNormal.cut(p), BivariateNormal.cut(q), rho);
        assertShare(joint, homes, first.and(second), "joint share at " + rho);
        double drawn = BivariateNormal.correlation(
                SamplingRows.shareOf(homes, first),
                SamplingRows.shareOf(homes, second),
                SamplingRows.shareOf(homes, first.and(second)));
        // delta method: the joint share is known to about its own binomial error
        double slope = (BivariateNormal.upper(BivariateNormal.cut(p), BivariateNormal.cut(q), rho + 0.01) - joint) / 0.01;
        assertEquals(rho, drawn, SIGMAS * Math.sqrt(joint * (1 - joint) / homes.size()) / slope);
    }

    @Test
    void theCapOfBatteriesWithoutRoofKeepsTheirShare() {
        AdoptionTargets targets = new AdoptionTargets(0.75, 0.62, 0.5, 0.05);
        AdoptionRule rule = AdoptionRule.of(targets, adoption(targets).correlations());
        assertTrue(rule.capped());
        assertEquals(0.62 - 0.05 * 0.25, rule.bessWithRoof(), 1e-12);
        List<Home> homes = fleet(adoption(targets)).homes();
        assertShare(0.05, homes.stream().filter(PV.negate()).toList(), BESS, "BESS without PV");
        assertShare(0.62, homes, BESS, "BESS");
    }

    /** Income makes cars commoner in large dwellings; without its loading they are not. */
    @Test
    void incomeIsTheCommonFactor() {
        List<Home> homes = fleet(adoption(new AdoptionTargets(0.4, 0.3, 0.5, 1))).homes();
        ProfileCatalogue profiles = ProfileCatalogue.of(WEEK);
        Predicate<Home> large = h -> profiles.kwhPerDay(h.loadProfile(), h.loadScale()) > 25;
        double joint = BivariateNormal.upper(BivariateNormal.cut(0.35), BivariateNormal.cut(0.5), 0.4 * 0.3);
        assertShare(0.35, homes, large, "inland houses");
        assertShare(joint, homes, large.and(EV), "cars in inland houses");
    }

    @Test
    void vintageFollowsTheBattery() {
        FleetParameters p = FleetPreset.LABORATORY.parameters(HOMES, 3);
        List<Home> roofs = fleet(p).homes().stream().filter(PV).toList();
        Predicate<Home> nbt = h -> h.tariff() == TariffPlan.TOU_D_PRIME_NBT;
        assertShare(0.5, roofs, nbt, "NBT");
        double with = SamplingRows.shareOf(roofs.stream().filter(BESS).toList(), nbt);
        double without = SamplingRows.shareOf(roofs.stream().filter(BESS.negate()).toList(), nbt);
        double odds = with / (1 - with) * (1 - without) / without;
        double asked = 0.6 / 0.4 * 0.9 / 0.1;
        int n = roofs.size();
        double b = 0.81;
        // variance of a log odds ratio: sum of the reciprocal cell counts
        double variance = 1 / (n * b * with) + 1 / (n * b * (1 - with)) + 1 / (n * (1 - b) * without)
                + 1 / (n * (1 - b) * (1 - without));
        assertEquals(Math.log(asked), Math.log(odds), SIGMAS * Math.sqrt(variance));
    }

    @Test
    void medianRoof() {
        double[] sizes = fleet(adoption(new AdoptionTargets(0.75, 0.62, 0.5, 0.05))).homes().stream()
                .filter(PV)
                .mapToDouble(h -> Objects.requireNonNull(h.pv()).kwDc())
                .toArray();
        // standard error of a median: 1 / (2 f √n), f = density of the log-normal at its median; and rounding to 0.1
        double density = 1 / (7.1 * 0.35 * Math.sqrt(2 * Math.PI));
        assertEquals(7.1, SamplingRows.median(sizes), SIGMAS / (2 * density * Math.sqrt(sizes.length)) + 0.05);
        assertEquals(2, Arrays.stream(sizes).min().orElseThrow(), 0.6);
        assertTrue(Arrays.stream(sizes).max().orElseThrow() <= 20);
    }

    private static FleetParameters drivers(long seed) {
        FleetParameters p = FleetPreset.LABORATORY.parameters(HOMES, seed);
        Wishes w = p.wishes();
        Wishes noNeed = new Wishes(
                w.reserves(), new DepartureNeeds(0, 0.8, 0.1, 0.5, 1), w.sales(), w.prices(), w.hardShare(), 0.3, 0.5, 0.3, 0.2);
        return new FleetParameters(
                HOMES, seed, new AdoptionTargets(0.4, 0.3, 1, 1), p.correlations(), p.dwellings(), p.roofs(), p.batteries(),
                p.cars(), p.driving(), p.tariffs(), p.plans(), p.styles(), noNeed);
    }

    private static List<Ev> cars(FleetParameters parameters) {
        return fleet(parameters).homes().stream().map(Home::ev).filter(Objects::nonNull).toList();
    }

    /** One value per car and kind of day, so that the values are independent. */
    private static double[] first(List<Ev> cars, Predicate<Trip> kind, java.util.function.ToDoubleFunction<Trip> value) {
        return cars.stream()
                .flatMap(car -> car.trips().stream().filter(kind).limit(1))
                .mapToDouble(value)
                .toArray();
    }

    @Test
    void departuresAreNormalAfterTheCut() {
        List<Ev> cars = cars(drivers(5));
        Predicate<Trip> weekend = t -> t.days().iterator().next().getValue() > 5;
        FleetParameters p = drivers(5);
        cut(CarDraw.departure(p.driving().weekday()), first(cars, weekend.negate(), t -> hours(t.departure())));
        cut(CarDraw.departure(p.driving().weekend()), first(cars, weekend, t -> hours(t.departure())));
        cut(CarDraw.arrival(p.driving().weekday()), first(cars, weekend.negate(), t -> hours(t.arrival())));
        cut(CarDraw.arrival(p.driving().weekend()), first(cars, weekend, t -> hours(t.arrival())));
        for (Ev car : cars) {
            for (Trip trip : car.trips()) {
                assertTrue(hours(trip.departure()) >= 5 && hours(trip.departure()) <= 14);
                assertTrue(trip.arrival().isAfter(trip.departure()));
            }
        }
    }

    private static double hours(java.time.LocalTime time) {
        return time.toSecondOfDay() / 3600.0;
    }

    private static void cut(CutNormal asked, double[] drawn) {
        double n = drawn.length;
        assertEquals(asked.mean(), SamplingRows.mean(drawn), SIGMAS * asked.sd() / Math.sqrt(n));
        // the error of a standard deviation is at most that of the normal, √(1/2n), when tails are cut;
        // rounding to quarter hours adds 1/4²/12 to the variance
        double sd = Math.sqrt(asked.sd() * asked.sd() + 1 / 192.0);
        assertEquals(sd, SamplingRows.sd(drawn), SIGMAS * sd / Math.sqrt(2 * n));
    }

    @Test
    void milesAreLogNormal() {
        FleetParameters p = drivers(6);
        List<Double> miles = new ArrayList<>();
        for (Ev car : cars(p)) {
            double perMile = p.cars().models().stream()
                    .filter(m -> m.name().equals(car.model()))
                    .findFirst()
                    .orElseThrow()
                    .kwhPer100Miles() / 100;
            car.trips().stream().limit(1).forEach(t -> miles.add(t.drivenKwh() / perMile));
        }
        double[] drawn = miles.stream().mapToDouble(Double::doubleValue).toArray();
        double logSd = Math.sqrt(2 * Math.log(30.0 / 24));
        double density = 1 / (24 * logSd * Math.sqrt(2 * Math.PI));
        assertEquals(24, SamplingRows.median(drawn), SIGMAS / (2 * density * Math.sqrt(drawn.length)));
        double sd = 30 * Math.sqrt(Math.exp(logSd * logSd) - 1);
        // what no battery holds is charged on the way: the far tail is cut, which takes less than 1 % of the mean
        assertEquals(30, SamplingRows.mean(drawn), SIGMAS * sd / Math.sqrt(drawn.length) + 0.3);
    }

    @Test
    void daysAtHome() {
        List<Ev> cars = cars(drivers(7));
        double n = cars.size();
        long mondays = count(cars, 1);
        long sundays = count(cars, 7);
        assertEquals(0.75, mondays / n, SIGMAS * Math.sqrt(0.75 * 0.25 / n));
        assertEquals(0.6, sundays / n, SIGMAS * Math.sqrt(0.6 * 0.4 / n));
    }

    private static long count(List<Ev> cars, int day) {
        return cars.stream()
                .filter(car -> car.trips().stream().anyMatch(t -> t.days().iterator().next().getValue() == day))
                .count();
    }

    /** Empty cars are plugged in more often than full ones, as the logistic curve says. */
    @Test
    void plugInsFollowTheStateOfCharge() {
        FleetParameters p = drivers(8);
        assertEquals(0.9, p.driving().plugInChance(0.3), 1e-12);
        assertEquals(0.4, p.driving().plugInChance(0.8), 1e-12);
        SplitBySoc low = new SplitBySoc(0.5, 0.7);
        SplitBySoc high = new SplitBySoc(0.85, 1);
        for (int seed = 0; seed < HOMES; seed++) {
            Draws numbers = new Draws(new java.util.SplittableRandom(seed));
            CarWeek week = new CarWeek(60, 6, 6);
            for (int day = 0; day < 7; day++) {
                week.drive(day, 32, 72, numbers.between(4, 14));
            }
            week.drawPlugIns(p.driving()::plugInChance, numbers);
            List<Trip> trips = week.trips();
            week.arrivalSocs((day, soc) -> {
                low.add(soc, p.driving().plugInChance(soc), trips.get(day).plugIn());
                high.add(soc, p.driving().plugInChance(soc), trips.get(day).plugIn());
            });
        }
        low.check();
        high.check();
        assertTrue(low.drawn() > high.drawn() + 0.15);
    }

    /** Arrivals within a range of the state of charge: what was expected of them and what they did. */
    private static final class SplitBySoc {
        private final double from;
        private final double to;
        private double expected;
        private double variance;
        private int plugged;
        private int n;

        SplitBySoc(double from, double to) {
            this.from = from;
            this.to = to;
        }

        void add(double soc, double chance, boolean plugIn) {
            if (soc >= from && soc < to) {
                expected += chance;
                variance += chance * (1 - chance);
                plugged += plugIn ? 1 : 0;
                n++;
            }
        }

        void check() {
            assertTrue(n > 1000);
            assertEquals(expected, plugged, SIGMAS * Math.sqrt(variance));
        }

        double drawn() {
            return (double) plugged / n;
        }
    }
}
