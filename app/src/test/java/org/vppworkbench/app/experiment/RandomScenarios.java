package org.vppworkbench.app.experiment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;

/** Small random fleets on random days of the sample week, wholesale tariffs and tight meters among them. */
final class RandomScenarios {
    static final DataSet DATA = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();

    private RandomScenarios() {}

    /** How many cases a randomised test runs: {@code few}, times the scale of the deep profile. */
    static int cases(int few) {
        return few * Integer.getInteger("vpp.random.scale", 1);
    }

    /** The same inputs with V2G in two cars of three, and in two runs of three with calls and a real-time price. */
    static RunInputs withV2gAndCalls(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xCA11EDL);
        List<ProsumerInputs> homes = new ArrayList<>();
        List<HomeOutlook> outlooks = new ArrayList<>();
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            ProsumerInputs h = inputs.prosumers().get(i);
            EvInputs ev = h.ev();
            if (ev != null && random.nextInt(3) > 0) {
                ev = new EvInputs(
                        ev.capacityKwh(), ev.chargeKw(), random.nextDouble(1, 10), ev.eta(), ev.minKwh(), ev.initialKwh(),
                        ev.plugged(), ev.drivenKwh(), random.nextDouble(0, 0.1));
            }
            homes.add(new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.load(), h.bess(), ev, h.hard(), h.soft()));
            outlooks.add(inputs.outlooks().get(i).knowing(ev, h.hard(), h.soft()));
        }
        MarketSeries known = inputs.prices();
        MarketSeries prices = known;
        TreeSet<Integer> called = new TreeSet<>();
        if (random.nextInt(3) > 0) {
            TimeSeries realTime = TimeSeries.generate(
                    inputs.horizon().intervals(), t -> known.at(Product.ENERGY, t) * random.nextDouble(-0.2, 3));
            prices = new MarketSeries(known.energy(), known.spin(), known.nonSpin(), realTime);
            for (int from : new int[] {random.nextInt(88), 68 + random.nextInt(20)}) {
                for (int t = from; t < from + 1 + random.nextInt(5); t++) {
                    called.add(t);
                }
            }
        }
        return new RunInputs(
                inputs.horizon(), prices, inputs.forecasts(), inputs.required(), List.copyOf(called), homes, outlooks);
    }

    static ResolvedScenario scenario(long seed) {
        return scenario(seed, MarketSettings.DEFAULT);
    }

    static ResolvedScenario scenario(long seed, MarketSettings market) {
        SplittableRandom random = new SplittableRandom(seed);
        Fleet drawn = new FleetGenerator(FleetPreset.LABORATORY.parameters(1 + random.nextInt(5), seed), DATA)
                .generate("random");
        List<Home> homes = new ArrayList<>();
        for (Home home : drawn.homes()) {
            TariffPlan tariff = random.nextInt(6) == 0 ? TariffPlan.WHOLESALE : home.tariff();
            double exportLimit = random.nextInt(5) == 0 ? 4 : home.exportLimitKw();
            homes.add(new Home(
                    home.id(), tariff, home.homePlan(), home.carPlan(), home.loadProfile(), home.loadScale(),
                    home.importLimitKw(), exportLimit, home.pv(), home.bess(), home.ev(), home.style(), home.preferences()));
        }
        LocalDate day = LocalDate.of(2023, 8, 15).plusDays(random.nextInt(7));
        Requirement requirement = new Requirement(random.nextDouble() * 20, random.nextDouble() * 12, random.nextDouble() * 12);
        Scenario scenario = new Scenario(
                DATA.id(), day, 1, "random", requirement, 0.05, "rule", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, seed)
                .withMarket(market);
        return ScenarioResolver.resolve(scenario, new Fleet("random", "random", homes), DATA).orThrow();
    }
}
