package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.OwnHome;
import org.vppworkbench.model.simulation.PriceView;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;

/** What a desk tells the agent of its home, looked at from within a day of rule agents. */
class OwnDeskTest {
    private static ResolvedScenario hourly(ResolvedScenario town) {
        MarketSettings market = MarketSettings.DEFAULT;
        return new ResolvedScenario(
                town.scenario().withMarket(
                        new MarketSettings(Timeline.HOURLY, market.rules(), market.forecast(), market.calls())),
                town.fleet(), town.inputs(), town.behaviours(), town.skipped(), town.provenance());
    }

    @Test
    void aDeskKnowsItsOwnHomeItsOwnContractsAndPublishedPricesOfTheDay() {
        ResolvedScenario town = hourly(SmallTown.random(6, 20230816, 10));
        TraderBrief brief = TraderBrief.of(town);
        OpportunityTrader rules = NegotiationTrader.rules(
                brief.agents(), brief.rules(), new MeritOrderCoalition(), new Wording(brief.horizon()));
        List<Contract> signed = new ArrayList<>();
        AtomicInteger past = new AtomicInteger();
        MarketSimulation.run(town, "test", "test", session -> {
            int hour = session.opportunity().hour();
            for (int i = 0; i < session.desks().size(); i++) {
                ProsumerDesk desk = session.desks().get(i);
                OwnHome own = desk.own();
                assertNotNull(own);
                assertEquals(town.inputs().prosumers().get(i), own.expected());
                assertTrue(own.interval() <= Horizon.firstInterval(hour) && own.interval() >= Horizon.firstInterval(hour - 2));
                List<PriceView.Hour> prices = desk.prices().hours();
                assertEquals(24 - hour, prices.size());
                for (PriceView.Hour at : prices) {
                    for (Product product : Product.values()) {
                        assertEquals(town.inputs().forecasts().hourMean(product, at.hour()), at.of(product));
                    }
                }
                List<Contract> mine = signed.stream().filter(c -> c.prosumer().equals(desk.prosumer())).toList();
                assertEquals(mine.reversed(), desk.history(1000));
                assertEquals(Math.min(2, mine.size()), desk.history(2).size());
                past.addAndGet(mine.size());
            }
            OpportunityTrader.Agreement agreement = rules.trade(session);
            signed.addAll(agreement.contracts());
            return agreement;
        }, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        assertTrue(past.get() > 10, "too few contracts to mean anything");
    }
}
