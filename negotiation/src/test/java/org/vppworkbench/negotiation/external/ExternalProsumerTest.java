package org.vppworkbench.negotiation.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.engine.SeatedSession;

/** One home's program in one negotiation of 10 kW at 500 $/MWh; the home can sell 5 kW from 100 $/MWh on. */
class ExternalProsumerTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final Wording WORDING = new Wording(DAY);
    private static final String HOME = "home-001";

    private final TestSession session =
            TestSession.of(10, 500, TestDesk.of(HOME, 5, 100), TestDesk.of("home-002", 5, 100));

    private Agreement trade(ScriptedChannel channel, TestSession where) {
        AgentTalk talk = new AgentTalk(ExternalAgent.of(HOME, "program"), channel);
        talk.greet(LineWriter.of("hello"));
        return trade(talk, where);
    }

    private static Agreement trade(AgentTalk talk, TestSession where) {
        ExternalProsumer home = new ExternalProsumer(talk, new Notebook(DAY), DAY, new ProsumerAgent(WORDING), null);
        return NegotiationTrader.rules(AgentSettings.DEFAULT, MarketRules.RESEARCH, new MeritOrderCoalition(), WORDING)
                .trade(new SeatedSession(where, Map.of(HOME, home), null));
    }

    private List<ProtocolViolation> violations() {
        return session.messages(ProtocolViolation.class);
    }

    private Proposal firstAsk(String home) {
        return session.messages(Proposal.class).stream()
                .filter(proposal -> proposal.envelope().sender().equals(home))
                .findFirst()
                .orElseThrow();
    }

    private static Function<JsonObject, List<String>> opening(String reply) {
        return message -> ScriptedChannel.is(message, "call_for_proposals")
                ? List.of(reply.replace("TURN", String.valueOf(ScriptedChannel.turn(message))))
                : message.has("turn")
                        ? List.of("{\"type\":\"withdraw\",\"turn\":" + ScriptedChannel.turn(message) + "}")
                        : List.of();
    }

    @Test
    void aReplyOfAProgramIsSaidInItsName() {
        ScriptedChannel channel = ScriptedChannel.of(opening("{\"type\":\"propose\",\"turn\":TURN,\"kw\":4,\"usdPerMwh\":140.5}"));

        trade(channel, session);

        Proposal ask = firstAsk(HOME);
        assertEquals(4, ask.terms().kw());
        assertEquals(140.5, ask.terms().pricePerMwh());
        assertEquals(MessageSource.EXTERNAL, ask.envelope().source());
        assertEquals(64, String.valueOf(ask.envelope().rawReplyHash()).length());
        assertEquals(List.of(), violations());
        assertEquals(MessageSource.RULE, firstAsk("home-002").envelope().source());
    }

    @Test
    void theToolTellsWhatTheDeskKnows() {
        List<JsonObject> answers = new ArrayList<>();
        ScriptedChannel channel = ScriptedChannel.of(message -> {
            if (ScriptedChannel.is(message, "call_for_proposals")) {
                return List.of("{\"type\":\"what_if\",\"turn\":1,\"kw\":3,\"path\":true}");
            }
            if (ScriptedChannel.is(message, "what_if_result")) {
                answers.add(message);
                return List.of("{\"type\":\"refuse\",\"turn\":1}");
            }
            return List.of();
        });

        trade(channel, session);

        assertEquals(1, answers.size());
        assertEquals(3, answers.getFirst().get("deliverableKw").getAsDouble());
        assertEquals(100, answers.getFirst().get("reservationUsdPerMwh").getAsDouble());
        assertEquals(0.3, answers.getFirst().get("costUsd").getAsDouble(), 1e-12);
        assertTrue(answers.getFirst().has("bessWithKwh"));
        assertEquals(1, session.messages(Refusal.class).size());
    }

    @Test
    void aProgramIsToldNothingOfOtherHomes() {
        ScriptedChannel channel = ScriptedChannel.of(message -> message.has("turn")
                ? List.of("{\"type\":\"" + (ScriptedChannel.is(message, "last_word") ? "reject"
                        : ScriptedChannel.is(message, "call_for_proposals") ? "propose\",\"kw\":5,\"usdPerMwh\":450,\"validUntilRound\":5,\"rationale\":\"r" : "stand")
                        + "\",\"turn\":" + ScriptedChannel.turn(message) + "}")
                : List.of());

        trade(channel, session);

        assertTrue(channel.told.size() > 3, channel.told.toString());
        assertFalse(channel.told.toString().contains("home-002"), channel.told.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "reservation | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"usdPerMwh\":99}",
        "physics     | {\"type\":\"propose\",\"turn\":TURN,\"kw\":6,\"usdPerMwh\":300}",
        "price-cap   | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"usdPerMwh\":99999}",
        "schema      | {\"type\":\"propose\",\"turn\":TURN,\"kw\":-5,\"usdPerMwh\":300}",
        "schema      | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"usdPerMwh\":300,\"opportunity\":\"ENERGY@20\"}",
        "round       | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"usdPerMwh\":300,\"round\":4}",
        "performative| {\"type\":\"accept\",\"turn\":TURN}",
        "performative| {\"type\":\"stand\",\"turn\":TURN}",
        "external    | {\"type\":\"propose\",\"turn\":99,\"kw\":5,\"usdPerMwh\":300}",
        "external    | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"usdPerMwh\":1e999}",
        "external    | {\"type\":\"propose\",\"turn\":TURN,\"kw\":\"5\",\"usdPerMwh\":300}",
        "external    | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"kw\":4,\"usdPerMwh\":300}",
        "external    | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5,\"usdPerMwh\":300,\"price\":1}",
        "external    | {\"type\":\"propose\",\"turn\":TURN,\"kw\":5}",
        "external    | {\"type\":\"sing\",\"turn\":TURN}",
        "external    | hello world",
        "external    | [1,2]",
    })
    void whatIsWrongIsRefusedOnceWithTheReasonThenTheRulesSpeak(String check, String reply) {
        ScriptedChannel channel = ScriptedChannel.of(message -> {
            boolean first = ScriptedChannel.is(message, "call_for_proposals");
            return first || ScriptedChannel.is(message, "verdict")
                    ? List.of(reply.replace("TURN", String.valueOf(ScriptedChannel.turn(message))))
                    : message.has("turn") ? List.of("{\"type\":\"withdraw\",\"turn\":" + ScriptedChannel.turn(message) + "}") : List.of();
        });

        trade(channel, session);

        assertEquals(List.of(check, check), violations().stream().limit(2).map(ProtocolViolation::rule).toList());
        assertEquals(MessageSource.EXTERNAL, violations().getFirst().envelope().source());
        JsonObject verdict = channel.told("verdict").getFirst();
        assertEquals(check, verdict.get("check").getAsString());
        assertEquals(violations().getFirst().detail(), verdict.get("detail").getAsString());
        assertEquals(MessageSource.RULE, firstAsk(HOME).envelope().source());
        assertTrue(firstAsk(HOME).terms().pricePerMwh() >= 100, "not below its reservation");
    }

    @Test
    void threeMissedDeadlinesAreEnoughAndAreSaidOnceEach() {
        ScriptedChannel channel = ScriptedChannel.of(message -> List.of());
        AgentTalk talk = new AgentTalk(ExternalAgent.of(HOME, "program"), channel);
        talk.greet(LineWriter.of("hello"));
        for (int i = 0; i < 4; i++) {
            trade(talk, session);
        }

        assertEquals(3, violations().size(), violations().toString());
        assertTrue(violations().getLast().detail().contains("(3 of 3)"), violations().getLast().detail());
        assertTrue(violations().getLast().detail().contains("not asked again"), violations().getLast().detail());
        assertFalse(talk.present());
        assertTrue(channel.closed);
        assertEquals(MessageSource.RULE, firstAsk(HOME).envelope().source());
    }

    @Test
    void aCrashEndsTheTalkAtOnce() {
        ScriptedChannel channel = ScriptedChannel.of(message -> List.of("!crash"));

        Agreement agreement = trade(channel, session);

        assertEquals(1, violations().size(), violations().toString());
        assertTrue(violations().getFirst().detail().contains("exit code 3"));
        assertTrue(channel.closed);
        TestSession alone = TestSession.of(10, 500, TestDesk.of(HOME, 5, 100), TestDesk.of("home-002", 5, 100));
        Agreement byRules = NegotiationTrader.rules(
                        AgentSettings.DEFAULT, MarketRules.RESEARCH, new MeritOrderCoalition(), WORDING)
                .trade(alone);
        assertEquals(byRules.contracts(), agreement.contracts(), "as if rules had decided from the start");
    }

    @Test
    void aProgramOfAnotherProtocolIsNotAsked() {
        ScriptedChannel channel = new ScriptedChannel(message -> List.of("{\"type\":\"hello\",\"protocol\":\"vpp-agent/9\"}"));

        trade(channel, session);

        assertEquals(1, violations().size());
        assertTrue(violations().getFirst().detail().contains("vpp-agent/9"), violations().getFirst().detail());
    }

    @Test
    void lateAnswersToEarlierTurnsArePassedOver() {
        List<String> late = new ArrayList<>();
        ScriptedChannel channel = ScriptedChannel.of(message -> {
            if (!message.has("turn")) {
                return List.of();
            }
            List<String> now = new ArrayList<>(late);
            late.clear();
            String reply = "{\"type\":\"" + (ScriptedChannel.is(message, "call_for_proposals")
                    ? "propose\",\"kw\":5,\"usdPerMwh\":450" : "withdraw\"") + ",\"turn\":" + ScriptedChannel.turn(message) + "}";
            if (ScriptedChannel.turn(message) == 1) {
                late.add(reply);
                return List.of();
            }
            now.add(reply);
            return now;
        });

        trade(channel, session);

        assertEquals(1, violations().size(), "only the missed first deadline: " + violations());
    }

    @Test
    void questionsWithoutEndCostOneTurn() {
        ScriptedChannel channel = ScriptedChannel.of(message -> message.has("turn")
                ? List.of("{\"type\":\"what_if\",\"turn\":" + ScriptedChannel.turn(message) + ",\"kw\":1}")
                : List.of());

        trade(channel, session);

        assertEquals("external", violations().getFirst().rule());
        assertTrue(channel.told("what_if_result").size() >= ExternalAgent.WHAT_IFS_PER_TURN);
        assertTrue(channel.told("error").getFirst().get("detail").getAsString().contains("used up"));
        assertEquals(MessageSource.RULE, firstAsk(HOME).envelope().source());
    }

    @Test
    void rationalesAreShownAsOneShortLine() {
        String long_ = "a\\u0007b\\u202e" + "x".repeat(9000);
        ScriptedChannel channel = ScriptedChannel.of(opening(
                "{\"type\":\"propose\",\"turn\":TURN,\"kw\":4,\"usdPerMwh\":140,\"rationale\":\"" + long_ + "\"}"));

        trade(channel, session);

        String shown = firstAsk(HOME).envelope().rationale();
        assertTrue(shown.length() <= 503, shown);
        assertTrue(shown.startsWith("a b x"), shown);
    }
}
