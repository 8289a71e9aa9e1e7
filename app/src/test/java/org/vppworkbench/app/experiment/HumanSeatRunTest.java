package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.EventsJsonl;
import org.vppworkbench.app.io.ExternalJsonl;
import org.vppworkbench.app.io.HumanChoice;
import org.vppworkbench.app.io.HumanCsv;
import org.vppworkbench.app.io.HumanJsonl;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.external.ChannelOpener;
import org.vppworkbench.negotiation.external.ExternalReplay;

/** A person in a real run: the moves count, the labels are honest, and the run can be made again without the person. */
class HumanSeatRunTest {
    private static final int SEED = 3;

    private static String home() {
        return SmallRuns.scenario("rule", SEED).inputs().prosumers().stream()
                .filter(home -> home.bess() != null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static ResolvedScenario scenario(HumanSeat seat) {
        ResolvedScenario four = SmallRuns.scenario("rule", SEED);
        return new ResolvedScenario(
                four.scenario().withAgents(four.scenario().agents().withHumans(List.of(seat))),
                four.fleet(), four.inputs(), four.behaviours(), four.skipped(), four.provenance(), four.forecastReport());
    }

    private static ExperimentResult run(ResolvedScenario scenario, AgentPrograms programs, CancelToken cancel) {
        return new ExperimentRunner(MechanismCatalogue.standard(), LanguageModels.NONE, programs, SmallRuns.CLOCK)
                .run(scenario, new ExperimentOptions(false, 1e-3), EventSink.NONE, ProgressSink.NONE, cancel);
    }

    /** A person who answers every line at once, by a function of what was told. */
    private static ExperimentResult played(HumanSeat seat, boolean consent, Function<JsonObject, @Nullable String> person) {
        TakenSeat taken = new TakenSeat(seat, consent, AgentPrograms.NONE, System::nanoTime);
        CompletableFuture<ExperimentResult> running =
                CompletableFuture.supplyAsync(() -> run(scenario(seat), taken, CancelToken.NEVER));
        while (!running.isDone()) {
            String line = taken.poll();
            if (line == null) {
                LockSupport.parkNanos(100_000);
                continue;
            }
            String said = person.apply(JsonParser.parseString(line).getAsJsonObject());
            if (said != null) {
                taken.say(said);
            }
        }
        return running.join();
    }

    private static boolean asks(JsonObject told) {
        return told.has("may") || told.has("positions") || told.get("type").getAsString().equals("verdict");
    }

    private static String reply(JsonObject told, String type) {
        return "{\"type\":\"" + type + "\",\"turn\":" + told.get("turn").getAsInt() + "}";
    }

    private static @Nullable String leavesAllToTheRule(JsonObject told) {
        return asks(told) ? reply(told, "rule") : null;
    }

    private static List<String> bytes(ExperimentResult run) {
        return run.events().stream().map(EventsJsonl::line).toList();
    }

    private static List<NegotiationMessage> messages(ExperimentResult run, String sender) {
        List<NegotiationMessage> said = new ArrayList<>();
        run.events().forEach(logged -> {
            if (logged.event() instanceof RunEvent.MessageSent sent && sent.message().envelope().sender().equals(sender)) {
                said.add(sent.message());
            }
        });
        return said;
    }

    private static ExternalRecord external(ExperimentResult run) {
        return Objects.requireNonNull(run.external());
    }

    private static ExperimentResult replayed(ExperimentResult run) {
        return run(run.scenario(), new AgentPrograms() {
            @Override
            public ChannelOpener opener(List<ExternalAgent> agents) {
                try (BufferedReader in = new BufferedReader(new StringReader(external(run).lines()))) {
                    return new ExternalReplay(ExternalJsonl.read(in, "external.jsonl").orThrow());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public ChannelOpener opener(org.vppworkbench.model.scenario.AgentSettings settings) {
                return opener(settings.programs());
            }
        }, CancelToken.NEVER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameMovesAsTheRuleGiveTheContractsOfTheRule(boolean aggregator) {
        ExperimentResult rule = SmallRuns.run("rule", SEED, false);
        HumanSeat seat = HumanSeat.of(aggregator ? Envelope.AGGREGATOR : home());
        // first the choices of the rule are read from the record, then a person makes them in their own name
        ExperimentResult noted = played(seat, true, HumanSeatRunTest::leavesAllToTheRule);
        List<HumanChoice> choices = HumanJsonl.read(String.valueOf(external(noted).choices()), "human.jsonl").orThrow();
        int[] next = {0};
        ExperimentResult own = played(seat, false, told -> asks(told)
                ? asMove(choices.get(next[0]++), told.get("turn").getAsInt())
                : null);

        assertEquals(rule.record().offers(), noted.record().offers());
        assertEquals(rule.record().offers(), own.record().offers());
        assertEquals(rule.settlement(), own.settlement());
        assertEquals("RULE + HUMAN", own.record().label());
        assertTrue(messages(own, seat.id()).stream().anyMatch(m -> m.envelope().source() == MessageSource.HUMAN));
        assertTrue(messages(noted, seat.id()).stream().noneMatch(m -> m.envelope().source() == MessageSource.HUMAN));
        assertTrue(own.invariantsHold(), own.invariants().toString());
        assertEquals(bytes(own), bytes(replayed(own)));
        assertEquals(bytes(noted), bytes(replayed(noted)));
        assertEquals(external(own).lines(), external(replayed(own)).lines());
    }

    /** The move that says what the rule would have said. */
    private static String asMove(HumanChoice choice, int turn) {
        JsonObject rule = JsonParser.parseString(String.valueOf(choice.rule())).getAsJsonObject();
        JsonObject move = new JsonObject();
        if (rule.has("actions")) {
            move.addProperty("type", "reply");
            rule.getAsJsonArray("actions").forEach(action -> action.getAsJsonObject()
                    .addProperty("action", word(action.getAsJsonObject().remove("said").getAsString())));
            rule.getAsJsonArray("actions").forEach(action -> terms(action.getAsJsonObject(), action.getAsJsonObject()));
            move.add("actions", rule.get("actions"));
        } else {
            move.addProperty("type", word(rule.get("said").getAsString()));
            terms(rule, move);
        }
        move.addProperty("turn", turn);
        return move.toString();
    }

    private static void terms(JsonObject from, JsonObject to) {
        var terms = from.get("terms");
        String type = to.has("action") ? to.get("action").getAsString() : to.get("type").getAsString();
        to.remove("terms");
        if (terms != null && terms.isJsonObject() && !type.equals("accept")) {
            terms.getAsJsonObject().entrySet().forEach(entry -> to.add(entry.getKey(), entry.getValue()));
        }
    }

    private static String word(String said) {
        return switch (said) {
            case "PROPOSAL" -> "propose";
            case "COUNTER_OFFER" -> "counter";
            case "ACCEPTANCE" -> "accept";
            case "REJECTION" -> "reject";
            case "REFUSAL" -> "refuse";
            case "WITHDRAWAL" -> "withdraw";
            default -> "stand";
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverAPersonSaysNoInvariantBreaksAndTheReplayIsTheSame(boolean aggregator) {
        int cases = 3 * Integer.getInteger("vpp.random.scale", 1);
        HumanSeat seat = HumanSeat.of(aggregator ? Envelope.AGGREGATOR : home());
        for (int i = 0; i < cases; i++) {
            SplittableRandom random = new SplittableRandom(100 + i);
            ExperimentResult run = played(seat, false, told -> asks(told) ? anything(told, seat, random)
                    : told.has("turn") ? fuzzed(told, aggregator, random) : null);

            assertTrue(run.invariantsHold(), run.invariants().toString());
            assertEquals(bytes(run), bytes(replayed(run)), "case " + i);
        }
    }

    private static String anything(JsonObject told, HumanSeat seat, SplittableRandom random) {
        int turn = told.get("turn").getAsInt();
        return switch (random.nextInt(8)) {
            case 0 -> "{\"type\":\"what_if\",\"turn\":" + turn + ",\"kw\":" + random.nextDouble(-1, 12) + "}";
            case 1 -> "{\"type\":\"check\",\"turn\":" + turn + ",\"say\":\"propose\",\"kw\":1,\"usdPerMwh\":2}";
            case 2 -> reply(told, "rule");
            case 3 -> "{\"type\":\"rule\",\"turn\":" + turn + ",\"scope\":\"" + (random.nextInt(20) == 0 ? "rest" : "hour") + "\"}";
            default -> fuzzed(told, seat.id().equals(Envelope.AGGREGATOR), random);
        };
    }

    private static String fuzzed(JsonObject told, boolean aggregator, SplittableRandom random) {
        int turn = told.get("turn").getAsInt() + (random.nextInt(10) == 0 ? 1 : 0);
        String[] moves = {"propose", "counter", "accept", "reject", "withdraw", "refuse", "stand", "sing"};
        String terms = random.nextInt(4) == 0
                ? ""
                : String.format(Locale.ROOT, ",\"kw\":%.3f,\"usdPerMwh\":%.3f", random.nextDouble(-1, 9), random.nextDouble(-100, 900));
        if (!aggregator) {
            return "{\"type\":\"" + moves[random.nextInt(moves.length)] + "\",\"turn\":" + turn + terms + "}";
        }
        String home = SmallRuns.scenario("rule", SEED).inputs().prosumers().get(random.nextInt(4)).id();
        return "{\"type\":\"reply\",\"turn\":" + turn + ",\"actions\":[{\"home\":\"" + home + "\",\"action\":\""
                + moves[1 + random.nextInt(3)] + "\"" + terms + "}]}";
    }

    @Test
    void theGateSaysBeforeAMoveWhatItSaysToIt() {
        List<JsonObject> checks = new ArrayList<>();
        List<JsonObject> verdicts = new ArrayList<>();
        ExperimentResult run = played(HumanSeat.of(home()), false, told -> {
            String type = told.get("type").getAsString();
            if (type.equals("call_for_proposals") && checks.isEmpty()) {
                return "{\"type\":\"check\",\"turn\":" + told.get("turn") + ",\"say\":\"propose\",\"kw\":500,\"usdPerMwh\":300}";
            }
            if (type.equals("check_result")) {
                checks.add(told);
                return "{\"type\":\"propose\",\"turn\":" + told.get("turn") + ",\"kw\":500,\"usdPerMwh\":300}";
            }
            if (type.equals("verdict")) {
                verdicts.add(told);
            }
            return leavesAllToTheRule(told);
        });

        assertEquals(1, verdicts.size());
        assertFalse(checks.getFirst().get("passed").getAsBoolean());
        assertEquals("physics", checks.getFirst().get("check").getAsString());
        assertEquals(verdicts.getFirst().get("detail"), checks.getFirst().get("detail"));
        assertTrue(bytes(run).stream().anyMatch(line -> line.contains("\"REPAIRED\"")), "the second move was the repair");
        assertEquals(bytes(run), bytes(replayed(run)));
    }

    @Test
    void withConsentTheWayToEachMoveIsKeptAndWithoutNothingButTheMoves() {
        Function<JsonObject, @Nullable String> person = told -> switch (told.get("type").getAsString()) {
            case "call_for_proposals" -> "{\"type\":\"what_if\",\"turn\":" + told.get("turn") + "}";
            default -> told.has("turn") ? reply(told, "rule") : null;
        };
        ExperimentResult with = played(HumanSeat.of(home()), true, person);
        ExperimentResult without = played(HumanSeat.of(home()), false, person);

        assertNull(external(without).choices());
        assertFalse(external(without).lines().contains("what_if"), "a question is no move");
        assertFalse(external(without).lines().contains("rule_choice"));
        assertEquals(external(without).lines(), external(with).lines(), "the moves are the same either way");
        List<HumanChoice> choices = HumanJsonl.read(String.valueOf(external(with).choices()), "human.jsonl").orThrow();
        assertTrue(choices.size() > 10, choices.size() + " decisions");
        HumanChoice first = choices.getFirst();
        assertEquals(1, first.asked().size());
        assertTrue(first.asked().getFirst().answer().contains("reservationUsdPerMwh"));
        assertTrue(String.valueOf(first.rule()).contains("\"said\""), String.valueOf(first.rule()));
        assertTrue(first.seconds() >= 0 && first.atSeconds() >= 0);
        assertEquals(choices.size() + 1, csv(choices).lines().count());
        assertTrue(csv(choices).startsWith("decision,agent,opportunity,round,kind,at_s,seconds,what_ifs,"));
    }

    private static String csv(List<HumanChoice> choices) {
        StringWriter out = new StringWriter();
        try {
            HumanCsv.write(choices, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    @Test
    void whoLeavesTheSeatIsNotAskedAgainAndTheRuleGoesOn() {
        int[] turns = {0};
        ExperimentResult run = played(HumanSeat.of(home()), true, told -> {
            if (asks(told)) {
                turns[0]++;
                return "{\"type\":\"rule\",\"turn\":" + told.get("turn") + ",\"scope\":\"rest\"}";
            }
            return null;
        });

        assertEquals(1, turns[0]);
        assertEquals(SmallRuns.run("rule", SEED, false).record().offers(), run.record().offers());
        assertEquals(bytes(run), bytes(replayed(run)));
        assertTrue(external(run).lines().contains("\\\"scope\\\":\\\"rest\\\""), "the leaving is on record");
    }

    @Test
    void whenTheTimeIsOverTheRuleDecidesAndItIsCounted() {
        HumanSeat hurried = new HumanSeat(home(), 0.05);
        int[] turns = {0};
        ExperimentResult run = played(hurried, true, told -> asks(told) && turns[0]++ >= 2 ? reply(told, "rule") : null);

        List<NegotiationMessage> violations = messages(run, home()).stream()
                .filter(NegotiationMessage.ProtocolViolation.class::isInstance)
                .toList();
        assertTrue(violations.size() >= 2, violations.toString());
        NegotiationMessage.ProtocolViolation first = (NegotiationMessage.ProtocolViolation) violations.getFirst();
        assertEquals("human", first.rule());
        assertTrue(first.detail().contains("did not decide within 0.05 s; rules decide in its place"), first.detail());
        assertTrue(bytes(run).stream().anyMatch(line -> line.contains("AgentDecided") && line.contains("HUMAN") && line.contains("FALLBACK")));
        assertEquals(SmallRuns.run("rule", SEED, false).record().offers(), run.record().offers());
        assertEquals(bytes(run), bytes(replayed(run)));
        HumanChoice late = HumanJsonl.read(String.valueOf(external(run).choices()), "human.jsonl").orThrow().getFirst();
        assertNull(late.said());
        assertTrue(late.seconds() >= 0.05, late.toString());
    }

    @Test
    void cancelDoesNotWaitForThePerson() {
        AtomicBoolean cancelled = new AtomicBoolean();
        TakenSeat taken = new TakenSeat(HumanSeat.of(home()), false, AgentPrograms.NONE, System::nanoTime);
        CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(() ->
                assertThrows(CancellationException.class, () -> run(scenario(taken.seat()), taken, cancelled::get)));
        boolean waiting = false;
        while (!waiting) {
            String line = taken.poll();
            waiting = line != null && asks(JsonParser.parseString(line).getAsJsonObject());
            LockSupport.parkNanos(100_000);
        }
        cancelled.set(true);

        assertTrue(ended.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join() instanceof CancellationException);
    }

    @Test
    void withoutASeatOnOfferAPersonIsNotReplacedByRules() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> run(scenario(HumanSeat.of(home())), AgentPrograms.NONE, CancelToken.NEVER));

        assertTrue(refused.findings().getFirst().oneLine().contains("in the window only"), refused.findings().toString());
    }

    @Test
    void aHomeIsToldNothingOfOthers() {
        List<String> told = new ArrayList<>();
        String own = home();
        ExperimentResult run = played(HumanSeat.of(own), false, line -> {
            told.add(line.toString());
            return leavesAllToTheRule(line);
        });

        run.scenario().inputs().prosumers().stream().map(p -> p.id()).filter(id -> !id.equals(own))
                .forEach(other -> assertFalse(told.toString().contains(other), other));
    }
}
