package org.vppworkbench.app.experiment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.sample.AdoptionRates;
import org.vppworkbench.sample.FleetGenerator;
import org.vppworkbench.sample.SampleLibrary;

/** Small random fleets on random days of the sample week, wholesale tariffs and tight meters among them. */
final class RandomScenarios {
    static final DataSet DATA = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();

    private RandomScenarios() {}

    /** How many cases a randomised test runs: {@code few}, times the scale of the deep profile. */
    static int cases(int few) {
        return few * Integer.getInteger("vpp.random.scale", 1);
    }

    static ResolvedScenario scenario(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FleetGenerator generator = new FleetGenerator(AdoptionRates.LABORATORY, DATA);
        Fleet drawn = generator.generate("random", 1 + random.nextInt(5), seed);
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
                DATA.id(), day, 1, "random", requirement, 0.05, "test", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, seed);
        return ScenarioResolver.resolve(scenario, new Fleet("random", "random", homes), DATA).orThrow();
    }
}
