package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.mechanism.Mechanisms;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.sample.generator.FleetGenerator;

/** {@code BILL_OPTIMAL} against each home's own linear optimum over one day. */
class HomePlanTest {
    private static double shortfallShare(Home drawn, int day) {
        Home home = new Home(
                drawn.id(), drawn.tariff(), HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, drawn.loadProfile(),
                drawn.loadScale(), drawn.importLimitKw(), drawn.exportLimitKw(), drawn.pv(), drawn.bess(), drawn.ev(),
                drawn.style(), drawn.preferences());
        Scenario scenario = new Scenario(
                RandomScenarios.DATA.id(), LocalDate.of(2023, 8, 15).plusDays(day), 1, "one", new Requirement(0, 0, 0), 0,
                "no-vpp", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        ResolvedScenario resolved = ScenarioResolver.resolve(
                        scenario, new Fleet("one", "one", List.of(home)), RandomScenarios.DATA)
                .orThrow();
        RunRecord run = Mechanisms.byId("no-vpp", new MeritOrderCoalition())
                .run(resolved, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        double plan = Settler.settle(resolved.inputs(), run.dispatch(), List.of(), 1).total().welfareUsd();
        double best = CentralOptimum.solve(resolved.inputs(), Mode.HOME, Options.DEFAULT, Progress.NONE, () -> false)
                .upperBoundUsd();
        assertTrue(plan <= best + 1e-6, home.id() + ": plan " + plan + " above the bound " + best);
        return (best - plan) / Math.max(1, Math.abs(best));
    }

    private static Home home(int seed) {
        return new FleetGenerator(FleetPreset.LABORATORY.parameters(1, seed), RandomScenarios.DATA)
                .generate("one")
                .homes()
                .getFirst();
    }

    @Test
    void almostEveryRandomHomeIsWithinOnePercentOfItsOwnOptimum() {
        int homes = RandomScenarios.cases(100);
        double[] shares = IntStream.range(0, homes)
                .parallel()
                .mapToDouble(seed -> shortfallShare(home(seed), seed % 7))
                .sorted()
                .toArray();
        assertTrue(shares[homes / 2] < 1e-4, "median " + shares[homes / 2]);
        assertTrue(shares[homes * 97 / 100] < 0.01, "97th percentile " + shares[homes * 97 / 100]);
        assertTrue(shares[homes - 1] < 0.05, "worst " + shares[homes - 1]);
    }
}
