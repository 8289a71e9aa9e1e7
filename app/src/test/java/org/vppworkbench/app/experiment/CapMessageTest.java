package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;

/** Owners of random small fleets who say on the first of two days how much may be sold on the second. */
class CapMessageTest {
    private static final List<String> MECHANISMS = List.of("rule", "posted-price", "price-coordination");
    private static final int SECOND = 96;

    private record Sold(double toldKwh, double otherwiseKwh, int hard, int soft) {}

    @Test
    void theBoundAndTheCapHoldFromTheNextDayOn() {
        List<Sold> fleets = IntStream.range(0, RandomScenarios.cases(5)).parallel().mapToObj(CapMessageTest::check).toList();
        double told = fleets.stream().mapToDouble(Sold::toldKwh).sum();
        double otherwise = fleets.stream().mapToDouble(Sold::otherwiseKwh).sum();
        assertTrue(told < otherwise - 1, "caps never bound: " + told + " against " + otherwise + " kWh");
        assertTrue(fleets.stream().mapToInt(Sold::hard).sum() > 0, "no hard cap");
        assertTrue(fleets.stream().mapToInt(Sold::soft).sum() > 0, "no soft cap");
    }

    private static ResolvedScenario resolved(int seed, boolean messages) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Home> homes = RandomScenarios.scenario(seed).fleet().homes();
        LocalDate day = LocalDate.of(2023, 8, 15).plusDays(random.nextInt(3));
        Timeline timeline = seed % 2 == 0 ? Timeline.HOURLY : Timeline.DAY_AHEAD;
        Requirement requirement = new Requirement(5 + random.nextDouble() * 15, random.nextDouble() * 8, random.nextDouble() * 8);
        List<OwnerMessage> said = new ArrayList<>();
        for (Home home : homes) {
            double kwh = random.nextDouble() * 2;
            said.add(new OwnerMessage(
                    day.atTime(random.nextInt(24), random.nextInt(60)), "sell less",
                    new OwnerChange.SellsAtMost(home.id(), kwh, day.plusDays(1))));
        }
        said.sort(java.util.Comparator.comparing(OwnerMessage::at));
        Scenario scenario = new Scenario(
                        RandomScenarios.DATA.id(), day, 2, "random", requirement, 0.05, "rule", AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, seed)
                .withMarket(new MarketSettings(
                        timeline, MarketSettings.DEFAULT.rules(), MarketSettings.DEFAULT.forecast(), CallSettings.NONE))
                .withMessages(messages ? said : List.of());
        return ScenarioResolver.resolve(
                        scenario, new org.vppworkbench.model.fleet.Fleet("random", "random", homes), RandomScenarios.DATA)
                .orThrow();
    }

    private static Sold check(int seed) {
        ResolvedScenario scenario = resolved(seed, true);
        ResolvedScenario silent = resolved(seed, false);
        OptimumReference optimum = WelfareBoundTest.optimum(scenario.inputs(), seed);
        RunRecord alone = run(scenario, "no-vpp");
        Settlement baseline = Settler.settle(scenario.inputs(), alone.dispatch(), alone.offers(), 1);
        int homes = scenario.inputs().prosumers().size();
        double told = 0;
        double otherwise = 0;
        for (String mechanism : MECHANISMS) {
            RunRecord run = run(scenario, mechanism);
            RunRecord before = run(silent, mechanism);
            WelfareBoundTest.judge(scenario, run, baseline, optimum, seed + " " + mechanism);
            for (int i = 0; i < homes; i++) {
                ProsumerInputs home = scenario.inputs().prosumers().get(i);
                Double cap = home.hard().capKwh(SECOND);
                double kwh = soldKwh(run.dispatch(), i);
                if (cap != null) {
                    assertTrue(kwh <= cap + 1e-9, seed + " " + mechanism + " " + home.id() + " sold " + kwh + " of " + cap);
                }
                told += kwh;
                otherwise += soldKwh(before.dispatch(), i);
            }
        }
        int hard = 0;
        int soft = 0;
        for (int i = 0; i < homes; i++) {
            ProsumerInputs home = scenario.inputs().prosumers().get(i);
            ProsumerInputs without = silent.inputs().prosumers().get(i);
            boolean wish = without.hard().capKwh(0) == null
                    && without.soft().stream().anyMatch(SoftPreference.DailyCap.class::isInstance);
            hard += wish ? 0 : 1;
            soft += wish ? 1 : 0;
            assertEquals(wish, home.hard().capChanges().isEmpty(), "as the home's own preference says");
            assertEquals(without.hard().capKwh(SECOND - 1), home.hard().capKwh(SECOND - 1), "the day it is said stays as it was");
        }
        return new Sold(told, otherwise, hard, soft);
    }

    private static double soldKwh(DispatchTable dispatch, int home) {
        return IntStream.range(SECOND, 2 * SECOND)
                .mapToDouble(t -> (dispatch.at(home, t).soldKw() + dispatch.at(home, t).calledKw()) / 4)
                .sum();
    }

    private static RunRecord run(ResolvedScenario scenario, String id) {
        return MechanismCatalogue.standard().trading(id).orElseThrow()
                .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }
}
