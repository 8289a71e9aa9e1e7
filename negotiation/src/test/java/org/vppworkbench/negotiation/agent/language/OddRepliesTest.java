package org.vppworkbench.negotiation.agent.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.negotiation.agent.language.OddReplyDays.Day;
import org.vppworkbench.negotiation.agent.language.OddReplyDays.Form;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;

/** Replies that are read without a fault and are worth nothing, in all forms, before both gates: the day goes on. */
class OddRepliesTest {
    private static final long SEED = 20230816;
    private static final Pattern NEEDS = Pattern.compile("for ([0-9.]+) kW it needs at least");
    private static final Pattern COUNTER = Pattern.compile("counter_offer: ([0-9.]+) kW");

    /** Ways to spoil what a model decides for one home. */
    enum Odd {
        /** Takes whatever is bid, far below cost. */
        ACCEPTS,
        /** Sells nothing, in numbers. */
        NOTHING,
        /** As good as nothing. */
        NEXT_TO_NOTHING,
        /** Half a kilowatt for a dollar. */
        CHEAP,
        /** For nothing. */
        FREE
    }

    private static void spoil(JsonObject part, Odd odd) {
        switch (odd) {
            case ACCEPTS -> {
                if (Set.of("COUNTER", "REJECT", "STAND").contains(text(part, "action"))) {
                    part.addProperty("action", "ACCEPT");
                }
                if (text(part, "move").equals("COUNTER")) {
                    part.addProperty("move", "ACCEPT");
                }
            }
            case NOTHING -> number(part, "kw", 0);
            case NEXT_TO_NOTHING -> number(part, "kw", 1e-300);
            case CHEAP -> {
                number(part, "kw", 0.5);
                number(part, "price_usd_per_mwh", 1);
            }
            case FREE -> {
                number(part, "price_usd_per_mwh", 0);
                number(part, "price", 0);
            }
        }
    }

    private static String text(JsonObject part, String field) {
        return part.has(field) ? part.get(field).getAsString() : "";
    }

    private static void number(JsonObject part, String field, double value) {
        if (part.has(field) && !text(part, "action").equals("WHAT_IF")) {
            part.addProperty(field, value);
        }
    }

    private static String spoilt(Question question, Odd odd) {
        JsonObject reply = JsonParser.parseString(OddReplyDays.honest(question)).getAsJsonObject();
        spoil(reply, odd);
        for (String list : List.of("replies", "moves", "contracts")) {
            if (reply.has(list)) {
                JsonArray parts = reply.getAsJsonArray(list);
                for (JsonElement part : parts) {
                    spoil(part.getAsJsonObject(), odd);
                }
            }
        }
        return reply.toString();
    }

    static Stream<Arguments> all() {
        return Stream.of(Form.values()).flatMap(form -> Stream.of(Gate.values())
                .flatMap(gate -> Stream.of(Odd.values()).map(odd -> Arguments.of(form, gate, odd))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("all")
    void theDayGoesOn(Form form, Gate gate, Odd odd) {
        Day day = OddReplyDays.run(form, gate, SEED, question -> spoilt(question, odd));
        assertTrue(day.record().complete());
        assertTrue(day.events().getLast() instanceof RunEvent.RunFinished);
        assertFalse(day.model().asked().isEmpty());
        assertFalse(day.refusedBy().contains("agent"), "no agent fails over such a reply: " + day.refusedBy());
        if (odd == Odd.NOTHING && form != Form.DAILY) {
            assertTrue(day.refusedBy().contains("schema"), day.refusedBy()::toString);
        }
        if (odd == Odd.ACCEPTS && gate == Gate.GATE_FULL && (form == Form.EVERY_ROUND || form == Form.BATCHED)) {
            assertTrue(day.refusedBy().contains("reservation"), day.refusedBy()::toString);
        }
    }

    /** Whoever speaks errs: each mistake is refused, mended and counted, and the day is sold. */
    @ParameterizedTest
    @MethodSource("formsAndGates")
    void theDayOfACarelessModelGoesOn(Form form, Gate gate) {
        NegotiatingResponder careless = new NegotiatingResponder(new BargainingResponder(0.3));
        Day day = OddReplyDays.run(
                form, gate, SEED, question -> careless.reply(question.prompt().system(), question.prompt().turns()));
        assertTrue(day.record().complete());
        List<String> refused = day.refusedBy();
        assertFalse(refused.isEmpty(), "nobody erred");
        assertFalse(refused.contains("agent"), refused::toString);
        assertTrue(day.record().offers().stream().anyMatch(offer -> !offer.contracts().isEmpty()), "nothing was sold");
        assertTrue(
                day.events().stream().anyMatch(event -> event instanceof RunEvent.AgentDecided decided
                        && decided.source() == MessageSource.LLM && decided.outcome() == RunEvent.DecisionOutcome.REPAIRED),
                "no reply was mended");
    }

    static Stream<Arguments> formsAndGates() {
        return Stream.of(Form.values()).flatMap(form -> Stream.of(Gate.values()).map(gate -> Arguments.of(form, gate)));
    }

    /** Any text at all, half of the time: no day ends before its end, and nothing that must not be sold is sold. */
    @ParameterizedTest
    @MethodSource("formsAndGates")
    void theDayOfABabblingModelGoesOn(Form form, Gate gate) {
        for (int i = 0; i < 2 * Integer.getInteger("vpp.random.scale", 1); i++) {
            long seed = SEED + i;
            Day day = OddReplyDays.run(form, gate, seed, question -> babble(question, seed));
            assertTrue(day.record().complete());
            assertFalse(day.refusedBy().isEmpty(), "nothing was refused");
            assertFalse(day.refusedBy().contains("agent"), () -> day.refusedBy().toString());
            day.record().offers().forEach(offer -> offer.contracts().forEach(contract -> {
                assertTrue(contract.kw() > 0 && Double.isFinite(contract.pricePerMwh()), contract::toString);
                if (gate == Gate.GATE_FULL) {
                    assertTrue(contract.pricePerMwh() >= contract.reservationPerMwh() - 1e-6, contract::toString);
                }
            }));
        }
    }

    /** Depends on the question alone, so that the order in which homes are asked leaves no trace. */
    private static String babble(Question question, long seed) {
        ReplyFuzz fuzz = new ReplyFuzz(seed * 31 + question.origin().words().hashCode());
        if (fuzz.number(2) == 0) {
            return OddReplyDays.honest(question);
        }
        List<String> homes = List.of("home-001", "home-002", "home-003", "home-004", "home-005");
        return switch (question.schema().name()) {
            case "prosumer_replies" -> fuzz.batched(homes, 2, 300, question.origin().round());
            case "prosumer_strategy" -> fuzz.strategy();
            case "aggregator_reply" -> fuzz.aggregator(homes, 2, 300);
            case "single_reply" -> fuzz.single(homes, 2, 300);
            default -> fuzz.home(2, 300, question.origin().round());
        };
    }

    /** Who accepts too little is told what the quantity that was bid costs, in both ways homes are asked. */
    @Test
    void whoAcceptsTooLittleIsToldWhatThatQuantityCosts() {
        for (Form form : List.of(Form.EVERY_ROUND, Form.BATCHED)) {
            Day day = OddReplyDays.run(form, Gate.GATE_FULL, SEED, question -> spoilt(question, Odd.ACCEPTS));
            Set<String> told = new HashSet<>();
            for (Question question : day.model().asked()) {
                String task = String.join("\n", question.prompt().turns().stream().map(turn -> turn.text()).toList());
                NEEDS.matcher(task).results().forEach(needs -> {
                    told.add(needs.group(1));
                    assertTrue(
                            COUNTER.matcher(task).results().anyMatch(c -> c.group(1).equals(needs.group(1))),
                            () -> needs.group() + " is no quantity that was bid in: " + task);
                });
            }
            assertFalse(told.isEmpty(), form + " told nobody what it costs");
            assertFalse(told.contains("0"), told::toString);
        }
    }

    /** The same homes asked alone and together are told the same reason. */
    @Test
    void aBatchOfOneHearsTheSameReason() {
        assertEquals(reasons(Form.EVERY_ROUND), reasons(Form.BATCHED));
    }

    private static Set<String> reasons(Form form) {
        Set<String> reasons = new HashSet<>();
        OddReplyDays.run(form, Gate.GATE_FULL, SEED, question -> spoilt(question, Odd.CHEAP))
                .model().tasks().forEach(task -> NEEDS.matcher(task).results().forEach(needs -> reasons.add(needs.group())));
        assertFalse(reasons.isEmpty(), form + " told nobody what it costs");
        return reasons;
    }
}
