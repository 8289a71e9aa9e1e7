package org.vppworkbench.negotiation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.Wording;

class RuleNegotiationTest {
    private static final NegotiationTrader TRADER =
            NegotiationTrader.rules(
                    AgentSettings.DEFAULT,
                    MarketRules.RESEARCH,
                    new MeritOrderCoalition(),
                    new Wording(new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES)));

    private static Map<String, Contract> contracts(TestSession session) {
        Map<String, Contract> byHome = new HashMap<>();
        Agreement agreement = TRADER.trade(session);
        agreement.contracts().forEach(c -> byHome.put(c.prosumer(), c));
        return byHome;
    }

    private static double price(TestDesk desk) {
        return contracts(TestSession.of(5, 400, desk)).get(desk.prosumer()).pricePerMwh();
    }

    @Test
    void boulwareGetsABetterPriceThanConcederWhenNobodyCompetes() {
        TestDesk home = TestDesk.of("a", 5, 100);
        assertTrue(price(home.style(0.2, 0.9)) > price(home.style(1, 0.9)));
        assertTrue(price(home.style(1, 0.9)) > price(home.style(5, 0.9)));
    }

    @Test
    void boulwareMissesOutWhenOthersAreEnough() {
        TestSession session =
                TestSession.of(
                        10,
                        400,
                        TestDesk.of("a", 5, 100).style(0.1, 1),
                        TestDesk.of("b", 5, 110).style(5, 0.8),
                        TestDesk.of("c", 5, 110).style(5, 0.8));
        Map<String, Contract> contracts = contracts(session);
        assertEquals(10, contracts.values().stream().mapToDouble(Contract::kw).sum(), 1e-9);
        assertFalse(contracts.containsKey("a"));
        assertEquals(1, session.messages(Rejection.class).size());
    }

    @Test
    void priceRespondsToTheReservationPrice() {
        double cheap = price(TestDesk.of("a", 5, 50));
        double dear = price(TestDesk.of("a", 5, 250));
        assertTrue(dear > cheap + 50, () -> cheap + " and " + dear);
    }

    @Test
    void reducedQuantityNeedsTheHomesConsent() {
        TestSession session =
                TestSession.of(
                        8, 400, TestDesk.of("a", 5, 100), TestDesk.of("b", 5, 380).slope(-20));
        Map<String, Contract> contracts = contracts(session);
        for (Contract contract : contracts.values()) {
            assertTrue(contract.pricePerMwh() >= contract.reservationPerMwh() - 1e-9);
        }
        assertTrue(session.messages(CounterOffer.class).stream().anyMatch(c -> c.terms().kw() == 3));
    }

    @Test
    void awardsAreTheContractsAndTheOfferPriceIsTheHighest() {
        TestSession session =
                TestSession.of(8, 400, TestDesk.of("a", 5, 100), TestDesk.of("b", 5, 150));
        Agreement agreement = TRADER.trade(session);
        List<Award> awards = session.messages(Award.class);
        assertEquals(agreement.contracts().size(), awards.size());
        double most = 0;
        for (int i = 0; i < awards.size(); i++) {
            Contract contract = agreement.contracts().get(i);
            assertEquals(contract.kw(), awards.get(i).terms().kw());
            assertEquals(contract.pricePerMwh(), awards.get(i).terms().pricePerMwh());
            most = Math.max(most, contract.pricePerMwh());
        }
        assertEquals(most, agreement.offerPricePerMwh());
        assertEquals(8, agreement.contracts().stream().mapToDouble(Contract::kw).sum(), 1e-9);
    }

    @Test
    void endsWithoutProposalWhenNobodyWantsToSell() {
        Agreement agreement =
                TRADER.trade(TestSession.of(8, 400, TestDesk.of("a", 5, 500), TestDesk.of("b", 0, 1)));
        assertEquals(RunEvent.Outcome.NO_PROPOSAL, agreement.outcome());
        assertEquals(1, agreement.rounds());
    }

    @Test
    void losesADealAboveTheAggregatorsLastBid() {
        Agreement agreement = TRADER.trade(TestSession.of(8, 400, TestDesk.of("a", 5, 390)));
        assertEquals(RunEvent.Outcome.NO_AGREEMENT, agreement.outcome());
    }

    @Test
    void tellsTheShadowPriceOfTheRequirement() {
        TestSession session =
                TestSession.of(
                        5,
                        400,
                        TestDesk.of("a", 5, 100),
                        TestDesk.of("b", 5, 100).style(0.5, 0.9));
        TRADER.trade(session);
        RunEvent.CoalitionFormed formed =
                session.events().stream()
                        .filter(RunEvent.CoalitionFormed.class::isInstance)
                        .map(RunEvent.CoalitionFormed.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertTrue(formed.marginalValuePerMwh() > 0);
        assertTrue(formed.expectedProfitUsd() > 0);
    }

    @Test
    void ruleAgentsNeverFailTheGate() {
        TestSession session =
                TestSession.of(
                        12,
                        1500,
                        TestDesk.of("a", 5, 100).style(0.2, 2),
                        TestDesk.of("b", 5, 1480).style(5, 0),
                        TestDesk.of("c", 4, -30),
                        TestDesk.of("d", 3, 100).floor(900));
        TRADER.trade(session);
        assertEquals(List.of(), session.messages(ProtocolViolation.class));
    }
}
