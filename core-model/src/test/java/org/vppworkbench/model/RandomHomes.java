package org.vppworkbench.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.forecast.SiteNoise;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Small random fleets, straight at the level of run inputs: odd sizes, tight limits, every preference. */
public final class RandomHomes {
    public final SplittableRandom random;
    public final Horizon horizon;
    private final int n;

    public RandomHomes(long seed, int days) {
        this.random = new SplittableRandom(seed);
        this.horizon = new Horizon(LocalDate.of(2023, 8, 15), days, Horizon.LOS_ANGELES);
        this.n = horizon.intervals();
    }

    /** How many cases a randomised test runs: {@code few}, times the scale of the deep profile. */
    public static int cases(int few) {
        return few * Integer.getInteger("vpp.random.scale", 1);
    }

    public double between(double lo, double hi) {
        return lo + random.nextDouble() * (hi - lo);
    }

    public boolean chance(double p) {
        return random.nextDouble() < p;
    }

    public ResolvedScenario scenario(int homes, boolean optimalPlans) {
        List<ProsumerInputs> prosumers = new ArrayList<>();
        List<Behaviour> behaviours = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            ProsumerInputs home = home("home-%03d".formatted(i + 1), chance(0.8), chance(0.4));
            prosumers.add(home);
            HomePlanKind plan = optimalPlans || chance(0.5)
                    ? HomePlanKind.BILL_OPTIMAL
                    : HomePlanKind.values()[random.nextInt(HomePlanKind.values().length)];
            CarPlanKind car = optimalPlans ? CarPlanKind.CHEAPEST : CarPlanKind.values()[random.nextInt(3)];
            behaviours.add(new Behaviour(plan, car, NegotiatorStyle.LINEAR, null, null));
        }
        return resolved(prosumers, behaviours, prices(), between(1, 20));
    }

    public ResolvedScenario resolved(
            List<ProsumerInputs> prosumers, List<Behaviour> behaviours, MarketSeries prices, double requiredKw) {
        RequiredCapacity required = new RequiredCapacity(
                TimeSeries.constant(horizon.hours(), requiredKw),
                TimeSeries.constant(horizon.hours(), requiredKw / 2),
                TimeSeries.constant(horizon.hours(), requiredKw / 3));
        RunInputs inputs = new RunInputs(
                horizon,
                prices,
                new MarketSeries(prices.energy(), prices.spin(), prices.nonSpin(), null),
                required,
                List.of(),
                prosumers);
        Scenario scenario = new Scenario(
                "test",
                horizon.firstDay(),
                horizon.days(),
                "test",
                new Requirement(requiredKw, requiredKw / 2, requiredKw / 3),
                0,
                "test",
                AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT,
                1,
                random.nextLong());
        return new ResolvedScenario(
                scenario, new Fleet("test", "test", List.of()), inputs, behaviours, List.of(), List.of());
    }

    /**
     * The same fleet where everything goes wrong: cars that feed back, contingency calls nobody expects, prices, roofs and loads
     * expected with errors of σ = 0.5, under a timeline.
     */
    public ResolvedScenario harder(ResolvedScenario plain, Timeline timeline) {
        RunInputs in = plain.inputs();
        SiteNoise noise = new SiteNoise(random.nextLong(), 0.5);
        List<ProsumerInputs> homes = new ArrayList<>();
        List<HomeOutlook> outlooks = new ArrayList<>();
        for (ProsumerInputs h : in.prosumers()) {
            EvInputs ev = h.ev();
            EvInputs car = ev == null ? null : new EvInputs(
                    ev.capacityKwh(), ev.chargeKw(), between(1, 9), ev.eta(), ev.minKwh(), ev.initialKwh(), ev.plugged(),
                    ev.drivenKwh(), between(0, 0.1));
            ProsumerInputs home = new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.load(), h.bess(), car, h.hard(), h.soft());
            homes.add(home);
            TimeSeries pv = noise.pv(home, horizon);
            outlooks.add(HomeOutlook.of(
                    home, PriceKnowledge.PUBLISHED, 0.5, home.endValuePerKwh(), home.importPrice(), home.exportPrice(), pv, noise.load(home, pv, horizon)));
        }
        TreeSet<Integer> calls = new TreeSet<>();
        for (int k = 0; k < 3; k++) {
            int from = random.nextInt(n - 8);
            for (int t = from; t < from + 1 + random.nextInt(6); t++) {
                calls.add(t);
            }
        }
        MarketSeries p = in.prices();
        MarketSeries expected = new MarketSeries(wrong(p.energy()), wrong(p.spin()), wrong(p.nonSpin()), null);
        MarketSettings market = new MarketSettings(
                timeline, MarketRules.RESEARCH, new ForecastSettings(ForecastSettings.Method.NOISY, 0.5, 0.5), CallSettings.NONE);
        return new ResolvedScenario(
                plain.scenario().withMarket(market),
                plain.fleet(),
                new RunInputs(horizon, p, expected, in.required(), List.copyOf(calls), homes, outlooks),
                plain.behaviours(),
                plain.skipped(),
                plain.provenance());
    }

    private @Nullable TimeSeries wrong(@Nullable TimeSeries prices) {
        return prices == null ? null : prices.map(usd -> usd * Math.exp(0.5 * random.nextGaussian()));
    }

    /** Hourly prices with an evening peak, sometimes extreme. */
    public MarketSeries prices() {
        double scale = chance(0.2) ? 20 : 1;
        double[] energy = new double[n];
        double[] spin = new double[n];
        double[] nonSpin = new double[n];
        double[] realTime = new double[n];
        for (int h = 0; h < n / 4; h++) {
            double peak = h % 24 >= 17 && h % 24 <= 21 ? 6 : 1;
            double e = between(20, 100) * peak * scale;
            double s = e * between(0, 0.9);
            double ns = s * between(0, 1);
            double rt = between(-50, 300) * scale;
            for (int t = 4 * h; t < 4 * h + 4; t++) {
                energy[t] = e;
                spin[t] = s;
                nonSpin[t] = ns;
                realTime[t] = rt;
            }
        }
        return new MarketSeries(
                TimeSeries.of(energy), TimeSeries.of(spin), TimeSeries.of(nonSpin), TimeSeries.of(realTime));
    }

    public ProsumerInputs home(String id, boolean battery, boolean car) {
        TimeSeries importPrice = hourly(0.15, 0.7);
        TimeSeries exportPrice = importPrice.map(p -> p * between(0, 1));
        TimeSeries load = TimeSeries.generate(n, t -> between(0, 4));
        double roof = chance(0.6) ? between(1, 10) : 0;
        TimeSeries pv = TimeSeries.generate(
                n, t -> t % 96 > 26 && t % 96 < 74 ? roof * between(0.1, 0.8) : 0);
        BessInputs bess = battery ? bess() : null;
        EvInputs ev = car ? ev() : null;
        double importLimit = chance(0.2) ? 20 : 100;
        double exportLimit = chance(0.3) ? between(2, 6) : 100;
        return new ProsumerInputs(
                id, importPrice, exportPrice, importPrice.min(), importLimit, exportLimit, pv, load, bess, ev,
                hard(bess, ev), soft(bess, ev));
    }

    private TimeSeries hourly(double lo, double hi) {
        double[] values = new double[n];
        for (int h = 0; h < n / 4; h++) {
            java.util.Arrays.fill(values, 4 * h, 4 * h + 4, Math.round(between(lo, hi) * 20) / 20.0);
        }
        return TimeSeries.of(values);
    }

    private BessInputs bess() {
        double capacity = between(0.5, 20);
        double power = between(0.2, 8);
        double eta = between(0.85, 1);
        double min = chance(0.5) ? 0 : 0.1 * capacity;
        return new BessInputs(
                capacity, between(0.2, 8), power, eta, between(0.85, 1), min, capacity, between(min, capacity),
                chance(0.2) ? 0 : between(0, 0.1));
    }

    private EvInputs ev() {
        double capacity = between(30, 80);
        List<Boolean> plugged = new ArrayList<>();
        double[] driven = new double[n];
        for (int t = 0; t < n; t++) {
            plugged.add(t % 96 < 32 || t % 96 >= 70);
            if (t % 96 == 32) {
                driven[t] = between(2, 12);
            }
        }
        return new EvInputs(
                capacity, between(4, 11), 0, 0.92, 3, between(0.5, 0.9) * capacity, plugged, TimeSeries.of(driven), 0);
    }

    private HardPreferences hard(@Nullable BessInputs bess, @Nullable EvInputs ev) {
        Double floor = bess != null && chance(0.5) ? Double.valueOf(between(0, bess.initialKwh())) : null;
        List<Integer> blackout = new ArrayList<>();
        if (chance(0.3)) {
            for (int t = 0; t < n; t++) {
                if (t % 96 >= 70 && t % 96 < 76) {
                    blackout.add(t);
                }
            }
        }
        Double cap = chance(0.3) ? Double.valueOf(between(0.5, 10)) : null;
        List<HardPreferences.EvReady> ready = new ArrayList<>();
        if (ev != null && chance(0.5)) {
            for (int t = 32; t < n; t += 96) {
                ready.add(new HardPreferences.EvReady(t, Math.min(ev.capacityKwh(), ev.initialKwh() + 2)));
            }
        }
        return new HardPreferences(floor, blackout, cap, ready);
    }

    private List<SoftPreference> soft(@Nullable BessInputs bess, @Nullable EvInputs ev) {
        List<SoftPreference> soft = new ArrayList<>();
        if (bess != null && chance(0.3)) {
            soft.add(new SoftPreference.Floor(between(0, bess.maxKwh()), between(0, 0.5)));
        }
        if (chance(0.2)) {
            soft.add(new SoftPreference.Blackout(List.of(64, 65, 66, 67), between(0, 1)));
        }
        if (chance(0.2)) {
            soft.add(new SoftPreference.DailyCap(between(0, 5), between(0, 1)));
        }
        if (ev != null && chance(0.3)) {
            soft.add(new SoftPreference.CarReady(32, ev.capacityKwh(), between(0, 0.4)));
        }
        return soft;
    }
}
