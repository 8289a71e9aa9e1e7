package org.vppworkbench.negotiation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** A few homes over one day with an evening price peak. Every number is invented. */
public final class SmallTown {
    private static final Horizon DAY =
            new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);

    private SmallTown() {}

    /** Random homes, styles and floors; the same seed gives the same town. */
    public static ResolvedScenario random(int homes, long seed, double requiredKw) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ProsumerInputs> inputs = new ArrayList<>();
        List<Behaviour> behaviours = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            inputs.add(home("home-%03d".formatted(i + 1), random));
            NegotiatorStyle style =
                    new NegotiatorStyle(0.2 + 4 * random.nextDouble(), 1.5 * random.nextDouble());
            Double floor = random.nextInt(4) == 0 ? Double.valueOf(50 + random.nextInt(300)) : null;
            Integer events = random.nextInt(4) == 0 ? Integer.valueOf(1 + random.nextInt(4)) : null;
            behaviours.add(
                    new Behaviour(HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, style, floor, events));
        }
        return town(inputs, behaviours, requiredKw, seed);
    }

    /** The same town with its homes in the opposite order. */
    public static ResolvedScenario reversed(ResolvedScenario town) {
        List<ProsumerInputs> homes = new ArrayList<>(town.inputs().prosumers());
        List<Behaviour> behaviours = new ArrayList<>(town.behaviours());
        Collections.reverse(homes);
        Collections.reverse(behaviours);
        RunInputs in = town.inputs();
        return new ResolvedScenario(
                town.scenario(),
                town.fleet(),
                new RunInputs(
                        in.horizon(), in.prices(), in.forecasts(), in.required(), List.of(), homes),
                behaviours,
                town.skipped(),
                town.provenance());
    }

    private static ResolvedScenario town(
            List<ProsumerInputs> homes, List<Behaviour> behaviours, double kw, long seed) {
        TimeSeries energy = prices(40, 900);
        MarketSeries prices = new MarketSeries(energy, prices(10, 500), prices(5, 200), energy);
        TimeSeries needed = TimeSeries.constant(DAY.hours(), kw);
        TimeSeries reserve = TimeSeries.constant(DAY.hours(), kw / 2);
        RunInputs inputs =
                new RunInputs(
                        DAY, prices, prices, new RequiredCapacity(needed, reserve, reserve), List.of(), homes);
        Scenario scenario =
                new Scenario(
                        "small-town",
                        DAY.firstDay(),
                        1,
                        "small-town",
                        new Requirement(kw, kw / 2, kw / 2),
                        0,
                        "rule",
                        AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT,
                        1,
                        seed);
        return new ResolvedScenario(
                scenario,
                new Fleet("small-town", "Small town", List.of()),
                inputs,
                behaviours,
                List.of(),
                List.of());
    }

    /** Low all day, with a peak from 18:00 to 21:00 [$/MWh]. */
    private static TimeSeries prices(double base, double peak) {
        return TimeSeries.generate(
                DAY.intervals(), t -> t >= 72 && t < 84 ? peak * (1 - 0.1 * Horizon.hourOf(t - 72)) : base);
    }

    private static ProsumerInputs home(String id, SplittableRandom random) {
        double cheap = 0.2 + 0.1 * random.nextDouble();
        double dear = 0.4 + 0.3 * random.nextDouble();
        double load = 0.5 + random.nextDouble();
        double size = 5 + 10 * random.nextDouble();
        double power = 2 + 4 * random.nextDouble();
        BessInputs bess =
                random.nextInt(5) == 0
                        ? null
                        : new BessInputs(
                                size, power, power, 0.95, 0.95, 0.1 * size, size, 0.6 * size, 0.05);
        TimeSeries retail =
                TimeSeries.generate(DAY.intervals(), t -> t >= 64 && t < 84 ? dear : cheap);
        return new ProsumerInputs(
                id,
                retail,
                retail.map(p -> 0.3 * p),
                cheap,
                30,
                15,
                TimeSeries.generate(DAY.intervals(), t -> t > 32 && t < 68 ? 2 : 0),
                TimeSeries.constant(DAY.intervals(), load),
                bess,
                null,
                HardPreferences.NONE,
                List.of());
    }
}
