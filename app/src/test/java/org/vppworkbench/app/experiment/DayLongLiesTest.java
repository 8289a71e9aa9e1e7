package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.auction.AuctionTrader;
import org.vppworkbench.negotiation.auction.PaymentRule;
import org.vppworkbench.negotiation.coordination.PriceCoordination;
import org.vppworkbench.optimizer.coordination.HomePriceTakers;
import org.vppworkbench.sample.SampleLibrary;

/**
 * What a home gains by lying all day, about its costs or about what it could sell, while all others tell the truth: in the
 * deep profile every home of the sample that can sell, on 15 and 16 August, and a few of them under price coordination; by
 * default four homes on one day. Writes {@code target/lies.csv}, a row per lie. Nothing is asserted of how much lying
 * brings: over the sequence of hours no mechanism here promises that it does not.
 */
class DayLongLiesTest {
    private static final boolean DEEP = Boolean.getBoolean("vpp.deep");

    /** Homes that lie to the coordinator: one run takes some seconds. */
    private static final int COORDINATED = DEEP ? 4 : 1;

    private static final List<LyingHome> LIES = List.of(
            new LyingHome("", 0.5, 1), new LyingHome("", 0.8, 1), new LyingHome("", 1.1, 1), new LyingHome("", 1.25, 1),
            new LyingHome("", 1.5, 1), new LyingHome("", 2, 1), new LyingHome("", 1, 0.8), new LyingHome("", 1, 0.5));

    /** A run in which one home lies; all tell the truth where it is {@code null}. */
    private interface Market extends BiFunction<ResolvedScenario, @Nullable LyingHome, RunRecord> {}

    private record Money(double welfareUsd, List<Double> utilityUsd) {}

    @Test
    void whatLyingBrings() throws IOException {
        StringBuilder csv = new StringBuilder("day,mechanism,prosumer,cost_factor,part,gain_usd,welfare_change_usd\n");
        int rows = 0;
        LocalDate dearest = LocalDate.of(2023, 8, 16);
        for (LocalDate day : DEEP ? List.of(dearest.minusDays(1), dearest) : List.of(dearest)) {
            ResolvedScenario scenario = DEEP ? sample(day) : SmallRuns.scenario("rule", 1);
            for (Map.Entry<String, Market> market : markets().entrySet()) {
                Money truth = money(scenario, market.getValue(), null);
                List<LyingHome> lies = lies(scenario, market.getKey());
                List<String> found = lies.parallelStream()
                        .map(lie -> row(scenario, market.getKey(), market.getValue(), truth, day, lie))
                        .toList();
                found.forEach(csv::append);
                rows += found.size();
            }
        }
        assertTrue(rows >= (DEEP ? 300 : 8), "only " + rows + " lies were told");
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "lies.csv"), csv);
    }

    /** Who lies by a factor of 1 about all that it has says the truth, and the run is the run of the mechanism itself. */
    @Test
    void theTruthToldAsALieChangesNothing() {
        ResolvedScenario scenario = SmallRuns.scenario("rule", 1);
        LyingHome honest = new LyingHome(scenario.inputs().prosumers().getFirst().id(), 1, 1);
        MechanismCatalogue catalogue = MechanismCatalogue.standard();
        markets().forEach((id, market) -> {
            RunRecord own = catalogue.trading(id).orElseThrow()
                    .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
            assertEquals(own.offers(), market.apply(scenario, honest).offers(), id);
            assertEquals(own.offers(), market.apply(scenario, null).offers(), id);
        });
    }

    private static String row(
            ResolvedScenario scenario, String id, Market market, Money truth, LocalDate day, LyingHome lie) {
        Money lied = money(scenario, market, lie);
        int home = scenario.inputs().prosumers().stream().map(ProsumerInputs::id).toList().indexOf(lie.prosumer());
        return String.format(
                Locale.ROOT, "%s,%s,%s,%s,%s,%.4f,%.4f%n", day, id, lie.prosumer(), lie.factor(), lie.part(),
                lied.utilityUsd().get(home) - truth.utilityUsd().get(home), lied.welfareUsd() - truth.welfareUsd());
    }

    /** What a home says changes nothing of what its money is. */
    private static Money money(ResolvedScenario scenario, Market market, @Nullable LyingHome lie) {
        RunRecord run = market.apply(scenario, lie);
        PhysicsAudit.Verdict physics = PhysicsAudit.check(scenario.inputs(), run.dispatch());
        assertTrue(physics.worst() <= 1e-6, () -> lie + ": " + physics);
        Settlement settled = Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
        return new Money(
                settled.total().welfareUsd(), settled.total().prosumers().stream().map(a -> a.utilityUsd()).toList());
    }

    private static List<LyingHome> lies(ResolvedScenario scenario, String mechanism) {
        List<String> sellers = scenario.inputs().prosumers().stream()
                .filter(h -> h.bess() != null || (h.ev() != null && h.ev().v2gKw() > 0))
                .map(ProsumerInputs::id)
                .limit(mechanism.equals(PriceCoordination.ID) ? COORDINATED : Integer.MAX_VALUE)
                .toList();
        List<LyingHome> lies = new ArrayList<>();
        for (String seller : sellers) {
            for (LyingHome lie : DEEP ? LIES : List.of(LIES.get(3))) {
                lies.add(new LyingHome(seller, lie.factor(), lie.part()));
            }
        }
        return lies;
    }

    private static Map<String, Market> markets() {
        Map<String, Market> markets = new LinkedHashMap<>();
        markets.put("uniform-price", auction(PaymentRule.UNIFORM_PRICE));
        markets.put("pay-as-bid", auction(PaymentRule.PAY_AS_BID));
        markets.put("vcg", auction(PaymentRule.VCG));
        markets.put(PriceCoordination.ID, (scenario, lie) -> new PriceCoordination(
                        lie == null ? new HomePriceTakers() : lie.among(new HomePriceTakers()), new MeritOrderCoalition())
                .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER));
        return markets;
    }

    private static Market auction(PaymentRule rule) {
        return (scenario, lie) -> {
            TraderBrief brief = TraderBrief.of(scenario);
            OpportunityTrader trader = new AuctionTrader(
                    rule, brief.agents(), brief.rules(), new MeritOrderCoalition(), new Wording(brief.horizon()));
            return MarketSimulation.run(
                    scenario, rule.name(), "MECHANISM", lie == null ? trader : lie.to(trader), EventSink.NONE, ProgressSink.NONE,
                    CancelToken.NEVER);
        };
    }

    /** What {@code vpp run --sample la-2023-08 --from DAY --days 1 --seed 1} resolves. */
    private static ResolvedScenario sample(LocalDate day) {
        Scenario scenario = new Scenario(
                SampleLibrary.LOS_ANGELES_2023_08, day, 1, SampleLibrary.LOS_ANGELES_20, Requirement.LOS_ANGELES_20, 0.25, "vcg",
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        return ScenarioResolver.resolve(
                        scenario, SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(), RandomScenarios.DATA)
                .orThrow();
    }
}
