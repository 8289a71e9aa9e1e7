package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;

/** Every breach is seen: an honest run is tampered with, one way after the other. */
class InvariantCheckerTest {
    private static final ResolvedScenario SCENARIO = new RandomHomes(11, 1).scenario(2, true);
    private static final RunRecord RUN = MarketSimulation.run(
            SCENARIO,
            "one",
            "MECHANISM",
            session -> {
                var desk = session.desks().getFirst();
                double kw = Math.min(session.opportunity().requiredKw(), desk.most().deliverableKw());
                List<org.vppworkbench.model.market.Contract> sold = kw < 0.01
                        ? List.of()
                        : List.of(new org.vppworkbench.model.market.Contract(
                                desk.prosumer(), session.opportunity().product(), session.opportunity().hour(), kw, 10, 5));
                return new OpportunityTrader.Agreement(sold, -1000, RunEvent.Outcome.TRADED, 1, "all it can");
            },
            EventSink.NONE,
            ProgressSink.NONE,
            CancelToken.NEVER);
    private static final Settlement SETTLED = Settler.settle(SCENARIO.inputs(), RUN.dispatch(), RUN.offers(), 1);

    private static List<String> broken(Settlement settled, DispatchTable dispatch, @Nullable OptimumReference optimum) {
        Settlement without = Settler.settle(SCENARIO.inputs(), RUN.dispatch(), List.of(), 1);
        SettledRun run = new SettledRun(
                SCENARIO.inputs(), SCENARIO.behaviours(), SatisfactionSettings.DEFAULT, dispatch, settled, without, null, optimum);
        List<Invariant> verdicts = InvariantChecker.check(run, MetricsEvaluator.evaluate(run));
        List<String> names = verdicts.stream().filter(v -> !v.holds()).map(Invariant::name).collect(Collectors.toList());
        assertEquals(names.isEmpty(), InvariantChecker.allHold(verdicts));
        return names;
    }

    @Test
    void anHonestRunBreaksNothing() {
        assertFalse(SETTLED.contracts().isEmpty(), "the run sells something");
        assertEquals(List.of(), broken(SETTLED, RUN.dispatch(), null));
    }

    @Test
    void moneyFromNowhereIsSeen() {
        PeriodAccount total = SETTLED.total();
        Settlement richer = new Settlement(
                SETTLED.days(),
                new PeriodAccount(total.prosumers(), total.revenueUsd() + 0.01),
                SETTLED.contracts());
        assertEquals(List.of("money adds up"), broken(richer, RUN.dispatch(), null));
        List<SettledContract> contracts = new ArrayList<>(SETTLED.contracts());
        SettledContract first = contracts.getFirst();
        contracts.set(0, new SettledContract(
                first.contract(), true, first.deliveredKwh(), first.shortfallKwh(), first.paymentUsd() + 1));
        Settlement unpaid = new Settlement(SETTLED.days(), total, contracts);
        assertTrue(broken(unpaid, RUN.dispatch(), null).contains("money adds up"), "contracts and accounts differ");
    }

    @Test
    void impossiblePhysicsAndDeliveryBeyondContractsAreSeen() {
        HomeInterval[][] rows = new HomeInterval[RUN.dispatch().prosumers()][RUN.dispatch().intervals()];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < rows[i].length; t++) {
                rows[i][t] = RUN.dispatch().at(i, t);
            }
        }
        HomeInterval r = rows[0][3];
        rows[0][3] = new HomeInterval(
                r.meterKw(), r.pvKw(), r.curtailedKw(), r.loadKw(), r.chargeKw(), r.dischargeKw(), r.bessKwh(), r.evChargeKw(),
                r.evV2gKw(), r.evKwh(), r.soldKw() + 3, r.spinKw(), r.nonSpinKw(), r.calledKw());
        List<String> names = broken(SETTLED, new DispatchTable(rows), null);
        assertTrue(names.contains("energy balance and limits"), names.toString());
        assertTrue(names.contains("nothing delivered beyond contracts"), names.toString());
    }

    @Test
    void boundsThatAreTooLowAreSeenOneByOne() {
        double w = SETTLED.total().welfareUsd();
        assertEquals(List.of(), broken(SETTLED, RUN.dispatch(), new OptimumReference(w + 90, w + 91, w + 92, w + 93, w + 94, w + 95)));
        List<String> low = broken(SETTLED, RUN.dispatch(), new OptimumReference(w - 1e6, w - 1e6, w - 2e6, w - 2e6, w - 3e6, w - 3e6));
        assertTrue(low.containsAll(List.of(
                "welfare <= blind bound", "welfare <= aware bound", "home plans <= home bound", "home bound <= aware bound",
                "aware bound <= blind bound", "home optimum <= aware bound", "aware optimum <= blind bound")), low.toString());
    }
}
