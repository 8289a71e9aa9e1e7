package org.vppworkbench.app.experiment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.PriceForecasts;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;

/**
 * Random scenarios over everything a user can choose: timelines, rules, forecasts, what homes know, calls, V2G, prices far
 * from usual, wishes, no to 25 homes, one and two days, days of 23 and 25 hours. Some choices go round with the seed, so that
 * a few dozen scenarios hold every one of them; what a scenario holds is counted from what was resolved.
 */
final class WideScenarios {
    private static final DataSet WEEK = RandomScenarios.DATA;
    private static final DataSet SPRING = SampleLibrary.load("synthetic:5:2023-03-11:3").orThrow();
    private static final DataSet AUTUMN = SampleLibrary.load("synthetic:6:2023-11-04:3").orThrow();

    /** Makes a battery large enough for a few homes to reach the 100 kW of CAISO_DERA. */
    private static final double LARGE = 6;

    private final long seed;
    private final SplittableRandom random;

    private WideScenarios(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed ^ 0x5EEDL);
    }

    /** What a test of all scenarios must have seen. */
    enum Trait {
        HOURLY, DAY_AHEAD, RESEARCH, CAISO_DERA, PERFECT, PERSISTENCE, NOISY, REGRESSION, WRONG_HOMES, V2G, CALLS, NEGATIVE_PRICES,
        EXTREME_PRICES, PRICES_WITHIN_THE_HOUR, HARD_WISHES, SOFT_WISHES, NO_HOMES, ONE_HOME, TWENTY_FIVE_HOMES, TWO_DAYS,
        SHORT_DAY, LONG_DAY, WHOLESALE_HOMES, HARD_CAR_TIMES, SOFT_CAR_TIMES
    }

    /**
     * @param scenario ready to run; its mechanism is replaced by those under test
     * @param traits what it holds
     */
    record Drawn(ResolvedScenario scenario, Set<Trait> traits) {
        ResolvedScenario with(String mechanism) {
            Scenario s = scenario.scenario();
            Scenario other = s.withMechanism(mechanism, s.language());
            return new ResolvedScenario(
                    other, scenario.fleet(), scenario.inputs(), scenario.behaviours(), scenario.skipped(), scenario.provenance());
        }
    }

    static Drawn draw(long seed) {
        return new WideScenarios(seed).draw();
    }

    private Drawn draw() {
        boolean large = seed % 3 == 1;
        DataSet data = priced(seed % 8 == 6 ? SPRING : seed % 8 == 2 ? AUTUMN : WEEK);
        ForecastSettings forecast = forecast(data);
        int days = seed % 4 == 1 ? 2 : 1;
        LocalDate day = firstDay(data, forecast, days);
        int homes = seed % 24 == 7 ? 0 : seed % 24 == 13 ? 25 : 1 + (int) (24 * Math.pow(random.nextDouble(), 2.5));
        MarketSettings market = new MarketSettings(
                random.nextInt(5) < 2 ? Timeline.DAY_AHEAD : Timeline.HOURLY,
                large ? MarketRules.CAISO_DERA : MarketRules.RESEARCH,
                forecast,
                calls(day, data.horizon().zone()));
        double most = large ? 130 : Math.max(4, 1.2 * homes);
        double kappa = List.of(0.0, 1.0, 1.0, 1.5).get(random.nextInt(4));
        Scenario scenario = new Scenario(
                        data.id(), day, days, "random",
                        new Requirement(wanted(large, most), wanted(large, most), wanted(large, most / 2)),
                        random.nextBoolean() ? 0.05 : 0, "rule", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, kappa, seed)
                .withMarket(market);
        Fleet fleet = fleet(data, Math.max(1, homes), large);
        ResolvedScenario drawn = ScenarioResolver.resolve(scenario, fleet, data).orThrow();
        ResolvedScenario timed = ScenarioResolver.resolve(scenario, timed(fleet), data).resolved();
        ResolvedScenario resolved = timed == null ? drawn : timed;
        ResolvedScenario made = homes == 0 ? withoutHomes(resolved) : resolved;
        return new Drawn(made, traits(made));
    }

    private double wanted(boolean large, double most) {
        return large && random.nextInt(4) > 0 ? 100 + random.nextDouble() * (most - 60) : random.nextDouble() * most;
    }

    private ForecastSettings forecast(DataSet data) {
        double site = random.nextInt(2) == 0 ? 0 : 0.3 + 0.2 * random.nextInt(2);
        return switch ((int) (seed % 5)) {
            case 0, 1 -> new ForecastSettings(ForecastSettings.Method.PERFECT, 0, site);
            case 2 -> new ForecastSettings(ForecastSettings.Method.PERSISTENCE, 0, site);
            case 3 -> new ForecastSettings(ForecastSettings.Method.NOISY, 0.5, site);
            default -> data.horizon().days() > 4
                    ? new ForecastSettings(ForecastSettings.Method.REGRESSION, 0, site)
                    : new ForecastSettings(ForecastSettings.Method.PERSISTENCE, 0, site);
        };
    }

    /** The changed clock is on the second of the three days of its data. */
    private LocalDate firstDay(DataSet data, ForecastSettings forecast, int days) {
        LocalDate first = data.horizon().firstDay();
        if (data.horizon().days() == 3) {
            return first.plusDays(1);
        }
        LocalDate possible = new PriceForecasts(forecast, data).firstPossibleDay();
        int free = 7 - days + 1 - (int) (possible.toEpochDay() - first.toEpochDay());
        return possible.plusDays(random.nextInt(free));
    }

    private CallSettings calls(LocalDate day, ZoneId zone) {
        if (random.nextInt(3) > 0) {
            return CallSettings.NONE;
        }
        Instant evening = day.atTime(17 + random.nextInt(4), 15 * random.nextInt(4)).atZone(zone).toInstant();
        List<Instant> listed = new ArrayList<>();
        for (int k = 0; k < 1 + random.nextInt(5); k++) {
            listed.add(evening.plusSeconds(900L * k));
        }
        return new CallSettings(listed, 0.03, seed);
    }

    /** The same days at other prices: as they are, mostly below zero, with spikes to both ends, or different in every quarter. */
    private DataSet priced(DataSet data) {
        MarketSeries p = data.prices();
        int n = data.horizon().intervals();
        TimeSeries energy = p.energy();
        if (energy == null) {
            throw new IllegalStateException("no energy price");
        }
        return switch (random.nextInt(4)) {
            case 0 -> data;
            case 1 -> with(data, new MarketSeries(
                    energy.map(v -> v - 80), p.spin(), p.nonSpin(), moved(n, t -> energy.at(t) - 80 + 120 * random.nextDouble())));
            case 2 -> {
                double[] spike = hourly(n, () -> random.nextInt(6) > 0 ? Double.NaN
                        : random.nextBoolean() ? 1000 + 6000 * random.nextDouble() : -100 - 600 * random.nextDouble());
                double[] reserve = hourly(n, () -> random.nextInt(6) > 0 ? 1 : 40 * random.nextDouble());
                yield with(data, new MarketSeries(
                        moved(n, t -> Double.isNaN(spike[t]) ? energy.at(t) : spike[t]),
                        scaled(p.spin(), reserve), scaled(p.nonSpin(), reserve),
                        moved(n, t -> -500 + 3500 * Math.pow(random.nextDouble(), 4) + energy.at(t))));
            }
            default -> with(data, new MarketSeries(
                    moved(n, t -> energy.at(t) * (0.4 + 1.2 * random.nextDouble())), p.spin(), p.nonSpin(), p.realTime()));
        };
    }

    private static TimeSeries moved(int n, IntToDoubleFunction value) {
        double[] values = new double[n];
        java.util.Arrays.setAll(values, value);
        return TimeSeries.of(values);
    }

    private static double[] hourly(int n, java.util.function.DoubleSupplier value) {
        double[] values = new double[n];
        for (int h = 0; h < n / 4; h++) {
            java.util.Arrays.fill(values, 4 * h, 4 * h + 4, value.getAsDouble());
        }
        return values;
    }

    private static @Nullable TimeSeries scaled(@Nullable TimeSeries series, double[] factor) {
        return series == null ? null : moved(factor.length, t -> Math.min(9000, series.at(t) * factor[t]));
    }

    private static DataSet with(DataSet d, MarketSeries prices) {
        return new DataSet(
                d.id(), d.title(), d.horizon(), prices, d.retail(), d.loadKw(), d.pvYield(), d.drivers(), d.provenance());
    }

    private Fleet fleet(DataSet data, int count, boolean large) {
        Fleet drawn = new FleetGenerator(FleetPreset.LABORATORY.parameters(count, seed), data).generate("random");
        List<Home> homes = new ArrayList<>();
        for (Home home : drawn.homes()) {
            TariffPlan tariff = random.nextInt(5) == 0 ? TariffPlan.WHOLESALE : home.tariff();
            double exportLimit = random.nextInt(5) == 0 ? 4 : home.exportLimitKw();
            homes.add(new Home(
                    home.id(), tariff, home.homePlan(), home.carPlan(), home.loadProfile(), home.loadScale(),
                    home.importLimitKw(), exportLimit, home.pv(), large ? larger(home.bess()) : home.bess(),
                    seed % 2 == 0 ? feeding(home.ev()) : home.ev(), home.style(), home.preferences()));
        }
        return new Fleet("random", "random", homes);
    }

    /** Two cars of three are also needed by a time of day, on some days; a hard need may turn out to be out of reach. */
    private Fleet timed(Fleet fleet) {
        SplittableRandom apart = new SplittableRandom(seed ^ 0x71AEDL);
        List<Home> homes = new ArrayList<>();
        for (Home h : fleet.homes()) {
            Ev ev = h.ev();
            List<Preference> wishes = new ArrayList<>(h.preferences());
            if (ev != null && apart.nextInt(3) > 0) {
                Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
                days.remove(DayOfWeek.of(1 + apart.nextInt(7)));
                double kwh = ev.capacityKwh() * (ev.minSocFraction() + 0.8 * (ev.initialSocFraction() - ev.minSocFraction()));
                wishes.add(new EvReadyBy(Strength.HARD, kwh, days, LocalTime.of(1 + apart.nextInt(6), apart.nextInt(60)), 0, ""));
                wishes.add(new EvReadyBy(
                        Strength.SOFT, apart.nextDouble(0.4, 1) * ev.capacityKwh(), Set.of(), LocalTime.of(19 + apart.nextInt(5), 30),
                        apart.nextDouble(0.1, 0.6), ""));
            }
            homes.add(new Home(
                    h.id(), h.tariff(), h.homePlan(), h.carPlan(), h.loadProfile(), h.loadScale(), h.importLimitKw(),
                    h.exportLimitKw(), h.pv(), h.bess(), ev, h.style(), wishes));
        }
        return new Fleet(fleet.id(), fleet.name(), homes);
    }

    private static @Nullable Bess larger(@Nullable Bess b) {
        return b == null ? null : new Bess(
                b.product(), LARGE * b.capacityKwh(), LARGE * b.chargeKw(), LARGE * b.dischargeKw(), b.roundTripEfficiency(),
                b.minSocFraction(), b.maxSocFraction(), b.initialSocFraction(), b.degradationPerKwh());
    }

    private @Nullable Ev feeding(@Nullable Ev e) {
        return e == null || random.nextInt(3) == 0 ? e : new Ev(
                e.model(), e.capacityKwh(), e.chargeKw(), e.eta(), e.minSocFraction(), e.initialSocFraction(),
                1 + 9 * random.nextDouble(), 0.1 * random.nextDouble(), e.trips());
    }

    private static ResolvedScenario withoutHomes(ResolvedScenario s) {
        RunInputs in = s.inputs();
        RunInputs empty = new RunInputs(
                in.horizon(), in.prices(), in.forecasts(), in.required(), in.calledIntervals(), List.of(), List.of());
        return new ResolvedScenario(s.scenario(), s.fleet(), empty, List.of(), s.skipped(), s.provenance());
    }

    private static Set<Trait> traits(ResolvedScenario scenario) {
        RunInputs in = scenario.inputs();
        MarketSettings market = scenario.scenario().market();
        Set<Trait> traits = EnumSet.of(
                Trait.valueOf(market.timeline().name()), Trait.valueOf(market.rules().name()),
                Trait.valueOf(market.forecast().method().name()));
        TimeSeries energy = in.prices().energy();
        add(traits, Trait.WRONG_HOMES, market.forecast().siteSigma() > 0 && !in.prosumers().isEmpty());
        add(traits, Trait.V2G, in.prosumers().stream().anyMatch(h -> h.ev() != null && h.ev().v2gKw() > 0));
        add(traits, Trait.CALLS, !in.calledIntervals().isEmpty());
        add(traits, Trait.NEGATIVE_PRICES, energy != null && energy.min() < 0);
        add(traits, Trait.EXTREME_PRICES, energy != null && (energy.max() > 2000 || energy.min() < -150));
        add(traits, Trait.PRICES_WITHIN_THE_HOUR, energy != null && energy.at(0) != energy.at(1));
        add(traits, Trait.HARD_WISHES, in.prosumers().stream().anyMatch(h -> !h.hard().equals(HardPreferences.NONE)));
        add(traits, Trait.SOFT_WISHES, in.prosumers().stream().anyMatch(h -> !h.soft().isEmpty()));
        add(traits, Trait.NO_HOMES, in.prosumers().isEmpty());
        add(traits, Trait.ONE_HOME, in.prosumers().size() == 1);
        add(traits, Trait.TWENTY_FIVE_HOMES, in.prosumers().size() == 25);
        add(traits, Trait.TWO_DAYS, in.horizon().days() == 2);
        add(traits, Trait.SHORT_DAY, in.horizon().intervals() % 96 == 92);
        add(traits, Trait.LONG_DAY, in.horizon().intervals() % 96 == 4);
        add(traits, Trait.WHOLESALE_HOMES, in.prosumers().stream().anyMatch(WideScenarios::wholesale));
        add(traits, Trait.HARD_CAR_TIMES, in.prosumers().stream().anyMatch(h -> h.hard().evReady().stream()
                .anyMatch(due -> atHome(h, due.interval()))));
        add(traits, Trait.SOFT_CAR_TIMES, in.prosumers().stream().anyMatch(h -> h.soft().stream()
                .anyMatch(wish -> wish instanceof SoftPreference.CarReady due && atHome(h, due.interval()))));
        return traits;
    }

    private static boolean atHome(ProsumerInputs home, int t) {
        EvInputs ev = home.ev();
        return ev != null && ev.plugged().get(t);
    }

    private static boolean wholesale(ProsumerInputs home) {
        return home.importPrice().equals(home.exportPrice());
    }

    private static void add(Set<Trait> traits, Trait trait, boolean held) {
        if (held) {
            traits.add(trait);
        }
    }
}
