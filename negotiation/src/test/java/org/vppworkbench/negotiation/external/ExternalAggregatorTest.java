package org.vppworkbench.negotiation.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.engine.SeatedSession;

/** An aggregator's program in one negotiation of 10 kW at 500 $/MWh; two homes can sell 5 kW each, from 100 and 200 $/MWh on. */
class ExternalAggregatorTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final Wording WORDING = new Wording(DAY);
    private static final MeritOrderCoalition SOLVER = new MeritOrderCoalition();

    private final TestSession session =
            TestSession.of(10, 500, TestDesk.of("home-001", 5, 100), TestDesk.of("home-002", 5, 200));

    private Agreement trade(ScriptedChannel channel) {
        AgentTalk talk = new AgentTalk(ExternalAgent.of("aggregator", "program"), channel);
        talk.greet(LineWriter.of("hello"));
        ExternalAggregator buyer =
                new ExternalAggregator(talk, new Notebook(DAY), DAY, SOLVER, new AggregatorAgent(SOLVER, WORDING), null);
        return NegotiationTrader.rules(AgentSettings.DEFAULT, MarketRules.RESEARCH, SOLVER, WORDING)
                .trade(new SeatedSession(session, Map.of(), buyer));
    }

    private List<ProtocolViolation> violations() {
        return session.messages(ProtocolViolation.class);
    }

    private static String reply(JsonObject message, String actions) {
        return "{\"type\":\"reply\",\"turn\":" + ScriptedChannel.turn(message) + ",\"actions\":[" + actions + "]}";
    }

    private static boolean turn(JsonObject message) {
        return ScriptedChannel.is(message, "offers") || ScriptedChannel.is(message, "last_word");
    }

    @Test
    void itBuysWhatItAcceptsAndNothingElse() {
        Agreement agreement = trade(ScriptedChannel.of(message -> {
            if (!turn(message)) {
                return List.of();
            }
            boolean asked = message.toString().contains("\"home\":\"home-001\",\"stage\":\"ASKED\"");
            return List.of(reply(message, asked ? "{\"home\":\"home-001\",\"action\":\"accept\"}" : ""));
        }));

        assertEquals(1, agreement.contracts().size());
        assertEquals("home-001", agreement.contracts().getFirst().prosumer());
        Acceptance first = session.messages(Acceptance.class).getFirst();
        assertEquals(MessageSource.EXTERNAL, first.envelope().source());
    }

    @Test
    void theCoalitionToolSolvesTheStandingAsks() {
        ScriptedChannel channel = ScriptedChannel.of(message -> turn(message)
                ? List.of("{\"type\":\"coalition\",\"turn\":" + ScriptedChannel.turn(message) + "}")
                : ScriptedChannel.is(message, "coalition_result") ? List.of(reply(message, "")) : List.of());

        trade(channel);

        JsonObject answer = channel.told("coalition_result").getFirst();
        assertEquals(2, answer.getAsJsonArray("members").size());
        assertEquals(List.of(), violations());
    }

    @Test
    void itSeesAsksAndNoReservation() {
        ScriptedChannel channel = ScriptedChannel.of(message -> turn(message) ? List.of(reply(message, "")) : List.of());

        trade(channel);

        assertFalse(channel.told.toString().contains("eservation"), channel.told.toString());
        assertTrue(channel.told("offers").getFirst().toString().contains("\"ask\":{"));
    }

    @Test
    void aBadActionIsRefusedForItsHomeAlone() {
        ScriptedChannel channel = ScriptedChannel.of(message -> turn(message)
                ? List.of(reply(message, "{\"home\":\"home-001\",\"action\":\"accept\"},"
                        + "{\"home\":\"home-002\",\"action\":\"counter\",\"kw\":5,\"usdPerMwh\":600},"
                        + "{\"home\":\"home-777\",\"action\":\"reject\"}"))
                : ScriptedChannel.is(message, "verdict") ? List.of(reply(message, "")) : List.of());

        Agreement agreement = trade(channel);

        assertTrue(agreement.contracts().stream().anyMatch(contract -> contract.prosumer().equals("home-001")));
        List<String> rules = violations().stream().limit(2).map(ProtocolViolation::rule).sorted().toList();
        assertEquals(List.of("reservation", "schema"), rules, violations().toString());
        assertEquals("home-002", channel.told("verdict").getFirst().get("home").getAsString());
    }

    @Test
    void aSilentProgramIsReplacedByTheRules() {
        Agreement agreement = trade(ScriptedChannel.of(message -> List.of()));

        TestSession alone = TestSession.of(10, 500, TestDesk.of("home-001", 5, 100), TestDesk.of("home-002", 5, 200));
        Agreement byRules =
                NegotiationTrader.rules(AgentSettings.DEFAULT, MarketRules.RESEARCH, SOLVER, WORDING).trade(alone);
        assertEquals(byRules.contracts(), agreement.contracts());
        assertEquals(3, violations().size(), violations().toString());
    }
}
