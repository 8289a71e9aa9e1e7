package org.vppworkbench.sample;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.scenario.DataSet;

/**
 * Random fleets that are always valid: floors lie below the initial energy, and every trip takes less than what the
 * night before it can charge. The same seed gives the same fleet. Devices are drawn independently of each other, which
 * real homes are not (assumption); products and trip distributions follow {@code domain.md} §3.
 */
public final class FleetGenerator {
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Most energy one trip takes [kWh]: six hours of the weakest charger make up for it. */
    private static final double MAX_TRIP_KWH = 25;

    private final AdoptionRates rates;
    private final List<String> loads;
    private final List<String> roofs;

    /**
     * A generator that draws profiles from a data set.
     *
     * @param rates shares of devices and plans
     * @param data where load and PV profiles come from
     */
    public FleetGenerator(AdoptionRates rates, DataSet data) {
        this.rates = rates;
        this.loads = List.copyOf(new TreeSet<>(data.loadKw().keySet()));
        this.roofs = List.copyOf(new TreeSet<>(data.pvYield().keySet()));
    }

    /**
     * A fleet of {@code homes} homes named {@code home-001 …}.
     *
     * @throws IllegalArgumentException if {@code homes} is below 1
     */
    public Fleet generate(String id, int homes, long seed) {
        if (homes < 1) {
            throw new IllegalArgumentException("homes = " + homes + ", but a fleet has at least 1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Home> made = new ArrayList<>();
        for (int i = 1; i <= homes; i++) {
            made.add(home(String.format(Locale.ROOT, "home-%03d", i), random.split()));
        }
        return new Fleet(id, homes + " generated homes, seed " + seed, made);
    }

    private Home home(String id, RandomGenerator random) {
        boolean roof = !roofs.isEmpty() && random.nextDouble() < rates.pv();
        Pv pv = roof ? new Pv(tenths(random, 3, 10), pick(roofs, random)) : null;
        boolean battery = random.nextDouble() < (roof ? rates.bessGivenPv() : rates.bessWithoutPv());
        Bess bess = battery ? bess(random) : null;
        Ev ev = random.nextDouble() < rates.ev() ? ev(random) : null;
        double plan = random.nextDouble();
        TariffPlan tariff = plan < rates.prime()
                ? TariffPlan.TOU_D_PRIME_NBT
                : plan < rates.prime() + rates.fourToNine() ? TariffPlan.TOU_D_4_9PM_NEM2 : TariffPlan.FLAT;
        HomePlanKind homePlan = random.nextDouble() < 0.7
                ? HomePlanKind.BILL_OPTIMAL
                : pick(List.of(HomePlanKind.values()), random);
        CarPlanKind carPlan = random.nextDouble() < 0.6
                ? CarPlanKind.CHEAPEST
                : pick(List.of(CarPlanKind.values()), random);
        // Boulware to Conceder, evenly on a logarithmic scale
        double exponent = Math.round(100 * Math.pow(5, random.nextDouble(-1, 1))) / 100.0;
        NegotiatorStyle style = new NegotiatorStyle(exponent, tenths(random, 0.7, 1.3));
        return new Home(
                id,
                tariff,
                homePlan,
                carPlan,
                pick(loads, random),
                tenths(random, 0.4, 1.2),
                48,
                48,
                pv,
                bess,
                ev,
                style,
                preferences(bess, ev, random));
    }

    private static Bess bess(RandomGenerator random) {
        double initial = tenths(random, 0.3, 0.9);
        double wear = 0.03 + random.nextInt(6) / 100.0;
        return switch (random.nextInt(4)) {
            case 0 -> new Bess("Tesla Powerwall 2", 13.5, 5, 5, 0.9, 0.05, 1, initial, wear);
            case 1 -> new Bess("2 × Enphase IQ Battery 5P", 10, 7.68, 7.68, 0.9, 0.05, 1, initial, wear);
            case 2 -> new Bess("LG RESU10H", 9.3, 5, 5, 0.9, 0.05, 1, initial, wear);
            default -> new Bess("sonnenCore", 10, 4.8, 4.8, 0.85, 0.05, 1, initial, wear);
        };
    }

    private static Ev ev(RandomGenerator random) {
        double initial = tenths(random, 0.6, 0.9);
        List<Trip> trips = List.of(
                new Trip(WEEKDAYS, quarter(random, 6, 9), quarter(random, 15, 20), tripKwh(random)),
                new Trip(EnumSet.of(DayOfWeek.SATURDAY), quarter(random, 9, 12), quarter(random, 13, 17),
                        tripKwh(random)));
        return switch (random.nextInt(3)) {
            case 0 -> new Ev("Tesla Model Y Long Range", 75, 11.5, 0.92, 0.1, initial, 0, 0, trips);
            case 1 -> new Ev("Nissan Leaf SV Plus", 60, 6.6, 0.92, 0.1, initial, 0, 0, trips);
            default -> new Ev("Tesla Model 3 RWD", 58, 7.7, 0.92, 0.1, initial, 0, 0, trips);
        };
    }

    private static List<Preference> preferences(@Nullable Bess bess, @Nullable Ev ev, RandomGenerator random) {
        List<Preference> wishes = new ArrayList<>();
        if (bess != null) {
            double share = Math.min(bess.initialSocFraction(), tenths(random, 0.1, 0.5));
            double kwh = Math.floor(share * bess.capacityKwh() * 10) / 10;
            wishes.add(new ReserveFloor(strength(random), kwh, 0.3, ""));
            if (random.nextInt(4) == 0) {
                wishes.add(new DailyDischargeCap(strength(random), tenths(random, 2, 12), 0.2, ""));
            }
            if (random.nextInt(4) == 0) {
                wishes.add(new BlackoutWindow(
                        strength(random), quarter(random, 16, 19), quarter(random, 19, 22), 0.3, ""));
            }
            if (random.nextInt(5) == 0) {
                wishes.add(new PriceFloor(tenths(random, 0.1, 0.5), ""));
            }
            if (random.nextInt(5) == 0) {
                wishes.add(new MaxEventsPerDay(random.nextInt(1, 9), ""));
            }
        }
        if (ev != null && random.nextBoolean()) {
            double kwh = Math.floor(ev.initialSocFraction() * ev.capacityKwh() * random.nextDouble(0.5, 1));
            wishes.add(new EvReadyBy(strength(random), kwh, 0.5, ""));
        }
        return wishes;
    }

    private static Strength strength(RandomGenerator random) {
        return random.nextInt(3) == 0 ? Strength.SOFT : Strength.HARD;
    }

    /** Daily driving, log-normal with median 24 and mean 30 miles, at 0.29 kWh per mile. */
    private static double tripKwh(RandomGenerator random) {
        double miles = 24 * Math.exp(Math.sqrt(2 * Math.log(30.0 / 24)) * random.nextGaussian());
        return Math.clamp(Math.round(miles * 0.29 * 10) / 10.0, 0.5, MAX_TRIP_KWH);
    }

    private static LocalTime quarter(RandomGenerator random, int fromHour, int toHour) {
        return LocalTime.of(fromHour, 0).plusMinutes(15L * random.nextInt(4 * (toHour - fromHour)));
    }

    private static double tenths(RandomGenerator random, double from, double to) {
        return Math.round(random.nextDouble(from, to) * 10) / 10.0;
    }

    private static <T> T pick(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
