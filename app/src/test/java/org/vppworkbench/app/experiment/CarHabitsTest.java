package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.mechanism.Mechanisms;
import org.vppworkbench.sample.generator.FleetGenerator;

/** Cars that are plugged in only now and then still make every trip of a week under every car plan. */
class CarHabitsTest {
    @ParameterizedTest
    @EnumSource(CarPlanKind.class)
    void noCarIsLeftShort(CarPlanKind plan) {
        for (int seed = 0; seed < RandomScenarios.cases(2); seed++) {
            ResolvedScenario scenario = week(plan, seed);
            DispatchTable dispatch = Mechanisms.byId("no-vpp", new MeritOrderCoalition())
                    .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER)
                    .dispatch();
            PhysicsAudit.Verdict verdict = PhysicsAudit.check(scenario.inputs(), dispatch);
            assertTrue(verdict.worst() <= 1e-6, plan + ", seed " + seed + ": " + verdict);
            for (int i = 0; i < scenario.inputs().prosumers().size(); i++) {
                ProsumerInputs home = scenario.inputs().prosumers().get(i);
                EvInputs ev = home.ev();
                for (EvReady due : home.hard().evReady()) {
                    double kwh = due.interval() == 0
                            ? ev.initialKwh()
                            : dispatch.at(i, due.interval() - 1).evKwh();
                    assertTrue(kwh >= due.kwh() - 1e-6, plan + ", seed " + seed + ", " + home.id() + ": " + due);
                }
            }
        }
    }

    private static ResolvedScenario week(CarPlanKind plan, int seed) {
        List<Home> homes = new FleetGenerator(FleetPreset.LABORATORY.parameters(60, seed), RandomScenarios.DATA)
                .generate("cars").homes().stream()
                .filter(home -> home.ev() != null)
                .map(h -> new Home(
                        h.id(), h.tariff(), h.homePlan(), plan, h.loadProfile(), h.loadScale(), h.importLimitKw(),
                        h.exportLimitKw(), h.pv(), h.bess(), h.ev(), h.style(), h.preferences()))
                .toList();
        assertTrue(homes.stream().flatMap(h -> h.ev().trips().stream()).anyMatch(trip -> !trip.plugIn()));
        assertTrue(homes.stream().flatMap(h -> h.ev().trips().stream()).anyMatch(Trip::plugIn));
        Scenario scenario = new Scenario(
                RandomScenarios.DATA.id(), LocalDate.of(2023, 8, 15), 7, "cars", new Requirement(0, 0, 0), 0, "no-vpp",
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, seed);
        return ScenarioResolver.resolve(scenario, new Fleet("cars", "cars", homes), RandomScenarios.DATA).orThrow();
    }
}
