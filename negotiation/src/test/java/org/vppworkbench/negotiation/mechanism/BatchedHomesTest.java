package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunEvent.MessageSent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.FakeModel;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.standin.BatchSpeaker;

/** Days of homes that are decided by a model, many in one request. */
class BatchedHomesTest {
    private static final long SEED = 20230816;
    private static final int HOMES = 30;
    private static final Pattern HOME = Pattern.compile("your_home: (home-\\d+)");

    private record Run(RunRecord record, List<RunEvent> events) {
        List<NegotiationMessage> ofHomes() {
            return events.stream()
                    .filter(MessageSent.class::isInstance)
                    .map(e -> ((MessageSent) e).message())
                    .filter(m -> !m.envelope().sender().equals(Envelope.AGGREGATOR))
                    .toList();
        }
    }

    private static Run run(FakeModel model, ResolvedScenario town) {
        EventLog log = new EventLog();
        RunRecord record = LanguageMechanisms.byId("llm", model, LanguageConditions.mode(Mode.BATCHED), new MeritOrderCoalition())
                .run(town, log, ProgressSink.NONE, CancelToken.NEVER);
        return new Run(record, log.range(0, log.size()).stream().map(LoggedEvent::event).toList());
    }

    private static String speak(Question question) {
        return BatchSpeaker.reply(question.prompt().turns());
    }

    @Test
    void aDayTradesWithFewQuestions() {
        FakeModel model = new FakeModel(BatchedHomesTest::speak);
        Run run = run(model, SmallTown.random(HOMES, SEED, 40));
        int contracts = 0;
        for (ClearedOffer offer : run.record().offers()) {
            for (Contract c : offer.contracts()) {
                assertTrue(c.pricePerMwh() >= c.reservationPerMwh() - 1e-6, c::toString);
                contracts++;
            }
        }
        assertTrue(contracts > 5, "contracts: " + contracts);
        assertEquals(0, run.ofHomes().stream().filter(ProtocolViolation.class::isInstance).count());
        assertTrue(run.ofHomes().stream().allMatch(m -> m.envelope().source() == MessageSource.LLM || m instanceof Refusal));
        assertTrue(run.ofHomes().size() > 4 * model.asked().size(), () -> model.asked().size() + " questions for "
                + run.ofHomes().size() + " messages");
        Set<String> origins = new TreeSet<>();
        model.asked().forEach(q -> assertTrue(origins.add(q.origin().words()), q.origin()::words));
        assertEquals(1, model.asked().stream().map(q -> q.prompt().system()).distinct().count());
    }

    @Test
    void whoeverAnswersFirstLeavesNoTrace() {
        ResolvedScenario town = SmallTown.random(HOMES, SEED, 40);
        List<RunEvent> prompt = run(new FakeModel(BatchedHomesTest::speak), town).events();
        assertEquals(prompt, run(new FakeModel(BatchedHomesTest::speak, FailureKind.EMPTY, 4, 3), town).events());
    }

    /** A part left out, one broken, one twice and one of a stranger: two homes fail, the others do not notice. */
    @Test
    void eachPartStandsForItself() {
        ResolvedScenario town = SmallTown.random(8, SEED, 40);
        List<String> plain = new ArrayList<>();
        run(new FakeModel(BatchedHomesTest::speak), town).ofHomes().stream()
                .filter(m -> m.envelope().round() == 1)
                .forEach(m -> plain.add(m.envelope().id()));
        FakeModel model = new FakeModel(q -> {
            JsonObject reply = JsonParser.parseString(speak(q)).getAsJsonObject();
            JsonArray replies = reply.getAsJsonArray("replies");
            JsonArray spoilt = new JsonArray();
            replies.forEach(item -> {
                JsonObject part = item.getAsJsonObject();
                String home = part.get("home").getAsString();
                if (home.equals("home-003")) {
                    part.addProperty("action", "SELL_EVERYTHING");
                }
                if (!home.equals("home-001")) {
                    spoilt.add(part);
                }
            });
            JsonObject stranger = replies.get(0).getAsJsonObject().deepCopy();
            stranger.addProperty("home", "home-999");
            spoilt.add(stranger);
            JsonObject whole = new JsonObject();
            whole.add("replies", spoilt);
            return whole.toString();
        });
        Run run = run(model, town);
        Set<String> failed = new TreeSet<>();
        for (NegotiationMessage message : run.ofHomes()) {
            if (message instanceof ProtocolViolation violation) {
                failed.add(message.envelope().sender());
                assertEquals("model", violation.rule(), violation::detail);
            }
        }
        assertEquals(Set.of("home-001", "home-003"), failed);
        assertTrue(run.ofHomes().stream()
                .filter(m -> failed.contains(m.envelope().sender()) && !(m instanceof ProtocolViolation))
                .allMatch(m -> m.envelope().source() == MessageSource.RULE));
        assertTrue(run.ofHomes().stream()
                .anyMatch(m -> !failed.contains(m.envelope().sender()) && m.envelope().source() == MessageSource.LLM));
        assertFalse(plain.isEmpty());
        List<Question> repairs = model.asked().stream()
                .filter(q -> q.origin().attempt() == 1 && q.origin().step() == 0)
                .toList();
        assertFalse(repairs.isEmpty());
        for (Question repair : repairs) {
            String task = repair.prompt().turns().getLast().text();
            HOME.matcher(task).results().forEach(m -> assertTrue(failed.contains(m.group(1)), task));
        }
    }

    @Test
    void aRequestThatFailsFailsItsHomesOnly() {
        FakeModel model = new FakeModel(q -> q.origin().agent().equals("batch-2") ? "" : speak(q), FailureKind.TIMEOUT, 0, 0);
        Run run = run(model, SmallTown.random(HOMES, SEED, 40));
        Set<String> failed = new TreeSet<>();
        run.ofHomes().stream()
                .filter(ProtocolViolation.class::isInstance)
                .filter(m -> m.envelope().round() == 1)
                .forEach(m -> failed.add(m.envelope().sender()));
        Set<String> second = new TreeSet<>();
        model.asked().stream()
                .filter(q -> q.origin().agent().equals("batch-2") && q.origin().round() == 1)
                .forEach(q -> HOME.matcher(q.prompt().turns().getFirst().text()).results()
                        .forEach(m -> second.add(m.group(1))));
        assertFalse(second.isEmpty());
        assertEquals(second, failed);
        assertFalse(run.ofHomes().stream().noneMatch(m -> m.envelope().source() == MessageSource.LLM));
    }
}
