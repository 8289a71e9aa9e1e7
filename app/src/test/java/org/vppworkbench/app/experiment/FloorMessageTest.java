package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.Options;

/** Owners of random small fleets, naive home plans among them, who ask for another reserve during two days. */
class FloorMessageTest {
    private static final ExperimentRunner RUNNER = new ExperimentRunner(MechanismCatalogue.standard(), SmallRuns.CLOCK);
    private static final List<String> MECHANISMS = List.of("no-vpp", "rule", "price-coordination", "aware");

    /**
     * @param higherKwh energy stored because of what was said, over all homes and intervals
     * @param shortfall promised and not delivered; and without what was said
     */
    private record Seen(double higherKwh, double shortfall, double otherwise, int said, int naive) {}

    @Test
    void theFloorHoldsFromItsMomentOnAndNoRunBeatsTheBound() {
        List<Seen> fleets = IntStream.range(0, RandomScenarios.cases(4)).parallel().mapToObj(FloorMessageTest::check).toList();
        assertTrue(fleets.stream().mapToInt(Seen::said).sum() >= fleets.size(), "hardly anybody said something");
        assertTrue(fleets.stream().mapToInt(Seen::naive).sum() > 0, "no naive plan");
        double higher = fleets.stream().mapToDouble(Seen::higherKwh).sum();
        assertTrue(higher > 10 * fleets.size(), "floors hardly bound: " + higher + " kWh");
        double shortfall = fleets.stream().mapToDouble(Seen::shortfall).sum();
        double otherwise = fleets.stream().mapToDouble(Seen::otherwise).sum();
        assertTrue(shortfall > otherwise + 0.1, "no contract collided: " + shortfall + " against " + otherwise);
    }

    private static Scenario scenario(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate day = LocalDate.of(2023, 8, 15).plusDays(random.nextInt(3));
        Requirement requirement = new Requirement(5 + random.nextDouble() * 15, random.nextDouble() * 8, random.nextDouble() * 8);
        return new Scenario(
                        RandomScenarios.DATA.id(), day, 2, "random", requirement, 0.05, "rule", AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, seed)
                .withMarket(new MarketSettings(
                        seed % 2 == 0 ? Timeline.HOURLY : Timeline.DAY_AHEAD, MarketSettings.DEFAULT.rules(),
                        MarketSettings.DEFAULT.forecast(), CallSettings.NONE));
    }

    /** Every home with a battery says one thing, or two; what its meter does not allow is not said. */
    private static Scenario told(Scenario silent, Fleet fleet, int seed) {
        SplittableRandom random = new SplittableRandom(seed + 1000);
        List<OwnerMessage> said = new ArrayList<>();
        for (Home home : fleet.homes()) {
            Bess bess = home.bess();
            for (int k = random.nextInt(2); k < 2 && bess != null; k++) {
                LocalDateTime at = silent.firstDay().atTime(random.nextInt(24), 15 * random.nextInt(4));
                LocalDateTime from = random.nextInt(3) == 0 ? at : at.plusMinutes(random.nextInt(1440));
                double kwh = bess.maxSocFraction() * bess.capacityKwh() * (random.nextInt(4) == 0 ? 1 : random.nextDouble());
                List<OwnerMessage> more = new ArrayList<>(said);
                more.add(new OwnerMessage(at, "storm", new OwnerChange.KeepsAtLeast(home.id(), kwh, from)));
                more.sort(Comparator.comparing(OwnerMessage::at));
                if (ScenarioResolver.resolve(silent.withMessages(more), fleet, RandomScenarios.DATA).findings().stream()
                        .noneMatch(Finding::isError)) {
                    said = more;
                }
            }
        }
        return silent.withMessages(said);
    }

    private static Fleet fleet(int seed) {
        List<Home> homes = new ArrayList<>();
        for (Home h : RandomScenarios.scenario(seed).fleet().homes()) {
            HomePlanKind plan = HomePlanKind.values()[(seed + homes.size()) % HomePlanKind.values().length];
            homes.add(new Home(
                    h.id(), h.tariff(), plan, h.carPlan(), h.loadProfile(), h.loadScale(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.bess(), h.ev(), h.style(), h.preferences()));
        }
        return new Fleet("random", "random", homes);
    }

    private static Seen check(int seed) {
        Fleet fleet = fleet(seed);
        Scenario silent = scenario(seed);
        Scenario told = told(silent, fleet, seed);
        ResolvedScenario without = ScenarioResolver.resolve(silent, fleet, RandomScenarios.DATA).orThrow();
        ResolvedScenario with = ScenarioResolver.resolve(told, fleet, RandomScenarios.DATA).orThrow();
        List<OptimumResult> solved = WelfareBoundTest.certified(with.inputs(), seed);
        List<OptimumResult> before = WelfareBoundTest.certified(without.inputs(), seed);
        boolean onlyHigher = IntStream.range(0, fleet.homes().size()).allMatch(i -> higher(with, without, i));
        double most = onlyHigher ? before.get(1).upperBoundUsd() : Double.POSITIVE_INFINITY;
        assertTrue(solved.get(1).objectiveUsd() <= most + 1e-6, seed + ": a higher floor is worth nothing");
        assertEquals(before.get(2).upperBoundUsd(), solved.get(2).upperBoundUsd(), seed + ": BLIND does not see it");
        int first = told.told().isEmpty() ? 192 : told.told().getFirst().interval(with.inputs().horizon());
        double higher = 0;
        double shortfall = 0;
        double otherwise = 0;
        for (String id : MECHANISMS) {
            ExperimentResult run = run(with, solved, id);
            ExperimentResult plain = run(without, before, id);
            shortfall += WelfareBoundTest.shortfall(run, solved, id);
            otherwise += WelfareBoundTest.shortfall(plain, before, id);
            for (int i = 0; i < fleet.homes().size(); i++) {
                ProsumerInputs home = with.inputs().prosumers().get(i);
                for (int t = 0; t < 192; t++) {
                    String where = seed + " " + id + " " + home.id() + " " + t;
                    HomeInterval row = run.record().dispatch().at(i, t);
                    HomeInterval other = plain.record().dispatch().at(i, t);
                    BessInputs bess = home.bess();
                    if (t < first && !id.equals("aware")) {
                        assertEquals(other, row, where + ": known before it was said");
                    }
                    if (bess != null) {
                        assertTrue(row.bessKwh() >= home.hard().floorKwh(bess, t + 1) - 1e-6, where + ": below the floor");
                        higher += Math.max(0, row.bessKwh() - other.bessKwh());
                    }
                }
            }
        }
        int naive = (int) fleet.homes().stream().filter(h -> h.bess() != null && h.homePlan() != HomePlanKind.BILL_OPTIMAL).count();
        return new Seen(higher, shortfall, otherwise, told.told().size(), naive);
    }

    private static boolean higher(ResolvedScenario with, ResolvedScenario without, int home) {
        ProsumerInputs now = with.inputs().prosumers().get(home);
        ProsumerInputs before = without.inputs().prosumers().get(home);
        BessInputs bess = now.bess();
        return bess == null || IntStream.rangeClosed(0, 192)
                .allMatch(t -> now.hard().floorKwh(bess, t) >= before.hard().floorKwh(bess, t));
    }

    private static ExperimentResult run(ResolvedScenario scenario, List<OptimumResult> solved, String mechanism) {
        OptimumSet optima = new OptimumSet(solved, Map.of(), Options.DEFAULT.relativeGap());
        return RUNNER.run(
                new WideScenarios.Drawn(scenario, java.util.Set.of()).with(mechanism), (_, _, _) -> optima, EventSink.NONE,
                ProgressSink.NONE, CancelToken.NEVER);
    }
}
