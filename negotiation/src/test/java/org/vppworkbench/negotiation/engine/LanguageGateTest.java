package org.vppworkbench.negotiation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.simulation.Instruction;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.ScriptedModel;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.agent.language.LanguageProsumer;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.persona.PromptLibrary;

/** A model that writes what it must not, in front of both gates. The home: 5 kW at a cost of 60 $/MWh, 100 published. */
class LanguageGateTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);

    private static TestSession trade(ScriptedModel model, Gate gate, ProsumerDesk desk) {
        LanguageSettings conditions = LanguageConditions.DEFAULT;
        HomeBriefing briefing = new HomeBriefing(new PromptLibrary(), conditions, new Figures(DAY, Guards.NONE), 1);
        LanguageProsumer home = new LanguageProsumer(model, briefing, conditions, 1);
        AgentSettings plain = AgentSettings.DEFAULT;
        AgentSettings settings = new AgentSettings(
                plain.rounds(), plain.aggregatorOpeningShare(), plain.aggregatorFinalShare(),
                plain.aggregatorConcessionExponent(), plain.postedPriceShare(), gate);
        MeritOrderCoalition solver = new MeritOrderCoalition();
        Wording wording = new Wording(DAY);
        TestSession session = TestSession.of(10, 100, desk);
        new NegotiationTrader(
                        settings, MarketRules.RESEARCH, solver, wording, id -> home, new AggregatorAgent(solver, wording), home, false)
                .trade(session);
        return session;
    }

    private static String propose(double kw, double price) {
        return "{\"action\":\"PROPOSE\",\"kw\":" + kw + ",\"price_usd_per_mwh\":" + price + ",\"rationale\":\"\"}";
    }

    private static List<String> refused(TestSession session) {
        return session.messages(ProtocolViolation.class).stream().map(ProtocolViolation::rule).toList();
    }

    @Test
    void aPriceBelowTheHomesCostPassesTheGateOfPhysicsOnly() {
        TestSession physics = trade(ScriptedModel.saying(propose(5, 20)), Gate.GATE_PHYSICS, TestDesk.of("home-001", 5, 60));
        assertEquals(List.of(), refused(physics));
        assertEquals(20, physics.messages(Proposal.class).getFirst().terms().pricePerMwh());
        TestSession full = trade(ScriptedModel.saying(propose(5, 20)), Gate.GATE_FULL, TestDesk.of("home-001", 5, 60));
        assertEquals(List.of("reservation", "reservation"), refused(full).subList(0, 2));
        assertEquals(MessageSource.RULE, full.messages(Proposal.class).getFirst().envelope().source());
        assertTrue(full.messages(Proposal.class).stream().allMatch(p -> p.terms().pricePerMwh() >= 60));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void whatCannotBeDeliveredOrIsAboveTheCapIsRefusedAndNeverClamped(Gate gate) {
        for (String wrong : List.of(propose(6, 90), propose(5, 1e6), propose(0, 90))) {
            TestSession session = trade(ScriptedModel.saying(wrong), gate, TestDesk.of("home-001", 5, 60));
            assertTrue(refused(session).size() >= 2, wrong);
            for (Proposal proposal : session.messages(Proposal.class)) {
                assertEquals(MessageSource.RULE, proposal.envelope().source(), wrong);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void aRepairedProposalCountsAsTheModels(Gate gate) {
        TestSession session =
                trade(ScriptedModel.saying(propose(6, 90), propose(5, 90)), gate, TestDesk.of("home-001", 5, 60));
        Proposal first = session.messages(Proposal.class).getFirst();
        assertEquals(MessageSource.LLM, first.envelope().source());
        assertEquals(5, first.terms().kw());
        assertEquals("physics", refused(session).getFirst());
    }

    @Test
    void anOwnersFloorBindsTheModel() {
        TestSession session =
                trade(ScriptedModel.saying(propose(5, 70)), Gate.GATE_FULL, TestDesk.of("home-001", 5, 60).floor(80));
        assertEquals("price-floor", refused(session).getFirst());
        assertTrue(session.messages(Proposal.class).stream().allMatch(p -> p.terms().pricePerMwh() >= 80));
    }

    @Test
    void aModelIsNotAskedAndNotHeardWhereTheOwnerRefuses() {
        TestDesk open = TestDesk.of("home-001", 5, 60);
        ProsumerDesk closed = new RefusingDesk(open);
        ScriptedModel model = ScriptedModel.saying(propose(5, 90));
        TestSession session = trade(model, Gate.GATE_PHYSICS, closed);
        assertEquals(List.of(), model.asked());
        assertEquals(List.of(), refused(session));
        Refusal refusal = session.messages(Refusal.class).getFirst();
        assertEquals(RefusalReason.OWNER, refusal.reason());
        assertEquals(MessageSource.RULE, refusal.envelope().source());
        assertFalse(trade(ScriptedModel.saying(propose(5, 90)), Gate.GATE_PHYSICS, open).messages(Proposal.class).isEmpty());
    }

    private record RefusingDesk(TestDesk desk) implements ProsumerDesk {
        @Override
        public String prosumer() {
            return desk.prosumer();
        }

        @Override
        public Behaviour behaviour() {
            return desk.behaviour();
        }

        @Override
        public Double priceFloorPerMwh() {
            return desk.priceFloorPerMwh();
        }

        @Override
        public int contractsThatDay() {
            return 0;
        }

        @Override
        public Instruction instruction() {
            return new Instruction(true, 1);
        }

        @Override
        public WhatIfResult most() {
            return desk.most();
        }

        @Override
        public WhatIfResult whatIf(double kw) {
            return desk.whatIf(kw);
        }
    }
}
