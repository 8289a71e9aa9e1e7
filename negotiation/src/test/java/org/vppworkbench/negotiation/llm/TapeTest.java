package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.llm.FakeServer.Asked;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.Gateways.FakePace;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeEntry;
import org.vppworkbench.negotiation.llm.tape.TapeReader;
import org.vppworkbench.negotiation.llm.tape.TapeSummary;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/** Recording, reading, replaying; and what is wrong with a tape is named. */
class TapeTest {
    /** Every third home is answered by an error, the others by something of their own. */
    private static Told varied(Asked asked) {
        int home = Integer.parseInt(asked.body().replaceAll("(?s).*<home (\\d+)>.*", "$1"));
        return home % 3 == 2
                ? Told.of(400, "{\"error\":{\"message\":\"home %d is odd\"}}".formatted(home))
                : FakeServer.gemini("{\"action\":\"PROPOSE\",\"kw\":" + home + ".25}");
    }

    private static Question question(int home) {
        return Gateways.question("home-" + home, "<home " + home + "> kW?");
    }

    /** Answers of n homes, asked side by side, by home. */
    private static List<Answer> askAll(ModelGateway gateway, int homes) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> under =
                    IntStream.range(0, homes)
                            .mapToObj(home -> threads.submit(() -> gateway.ask(question(home), CancelToken.NEVER)))
                            .toList();
            return under.stream().map(TapeTest::get).toList();
        }
    }

    private static Answer get(Future<Answer> under) {
        try {
            return under.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> record(int homes, List<Answer> answers) {
        List<String> lines = new ArrayList<>();
        try (FakeServer server = new FakeServer(TapeTest::varied);
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(lines::add), new FakePace())) {
            answers.addAll(askAll(gateway, homes));
        }
        return lines;
    }

    private static Tape read(List<String> lines) {
        return TapeReader.read("tape.jsonl", lines).orThrow();
    }

    private static ModelGateway replay(List<String> lines) {
        return ModelGateway.replay(read(lines), Gateways.around(new FakePace()));
    }

    @Test
    void aReplayGivesTheSameAnswersWithoutKeyOrNetwork() {
        List<Answer> live = new ArrayList<>();
        List<String> lines = record(60, live);
        assertEquals(61, lines.size());
        ModelGateway replay = replay(lines);
        assertEquals("LLM replayed gemini-2.5-flash @custom endpoint", replay.identity().label());
        List<Answer> again = askAll(replay, 60);
        for (int home = 0; home < 60; home++) {
            if (live.get(home) instanceof Answer.Said said) {
                Answer.Said played = assertInstanceOf(Answer.Said.class, again.get(home));
                assertEquals(said.text(), played.text());
                assertEquals(said.usage(), played.usage());
                assertTrue(played.provenance().replayed());
                assertEquals(said.provenance().rawHash(), played.provenance().rawHash());
            } else {
                assertEquals(live.get(home), again.get(home));
            }
        }
        assertEquals(0, replay.unplayed());
        assertEquals(60, replay.accounting().run().questions());
        assertEquals(20, replay.accounting().run().failed());
        assertEquals(0, replay.accounting().requests());
    }

    @Test
    void sortedLinesDoNotDependOnWhoWasFirst() {
        List<String> lines = record(30, new ArrayList<>());
        List<String> shuffled = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(shuffled);
        shuffled.addFirst(lines.getFirst());
        assertEquals(read(lines).sortedLines(), read(shuffled).sortedLines());
        assertEquals(new HashSet<>(lines), new HashSet<>(read(lines).sortedLines()));
    }

    @Test
    void aMissNamesTheRequest() {
        ModelGateway replay = replay(record(3, new ArrayList<>()));
        Answer.Failed other =
                assertInstanceOf(
                        Answer.Failed.class,
                        replay.ask(Gateways.question("home-1", "<home 1> other words"), CancelToken.NEVER));
        assertEquals(FailureKind.NOT_ON_TAPE, other.kind());
        assertTrue(other.words().contains("home-1 ENERGY@41 r1.0 attempt 0 step 0"), other.words());
        assertTrue(other.words().contains("recorded with other words"), other.words());
        Answer.Failed nobody =
                assertInstanceOf(Answer.Failed.class, replay.ask(question(77), CancelToken.NEVER));
        assertTrue(nobody.words().contains("nothing of this origin"), nobody.words());
        assertEquals(3, replay.unplayed());
    }

    @Test
    void whoAsksAndWhenIsPartOfTheKey() {
        List<String> lines = new ArrayList<>();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini("{}"));
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(lines::add), new FakePace())) {
            for (Origin origin :
                    List.of(
                            new Origin("a", "s", 1, 0, 0, 0), new Origin("b", "s", 1, 0, 0, 0),
                            new Origin("a", "t", 1, 0, 0, 0), new Origin("a", "s", 2, 0, 0, 0),
                            new Origin("a", "s", 1, 1, 0, 0), new Origin("a", "s", 1, 0, 1, 0),
                            new Origin("a", "s", 1, 0, 0, 1))) {
                gateway.ask(Gateways.question(origin, "the same"), CancelToken.NEVER);
            }
            assertEquals(7, server.asked().size());
        }
        assertEquals(7, read(lines).entries().stream().map(TapeEntry::key).distinct().count());
    }

    @Test
    void theSameQuestionTwiceIsAskedOnce() {
        List<String> lines = new ArrayList<>();
        try (FakeServer server = new FakeServer(TapeTest::varied);
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(lines::add), new FakePace())) {
            Answer first = gateway.ask(question(1), CancelToken.NEVER);
            assertEquals(first, gateway.ask(question(1), CancelToken.NEVER));
            assertEquals(1, server.asked().size());
        }
        assertEquals(1, read(lines).entries().size());
    }

    @Test
    void anEditedLineIsNamed() {
        List<String> lines = record(3, new ArrayList<>());
        for (int row = 1; row < lines.size(); row++) {
            List<String> edited = new ArrayList<>(lines);
            edited.set(row, edited.get(row).replace("home-", "h0me-"));
            Reading<Tape> reading = TapeReader.read("tape.jsonl", edited);
            assertNull(reading.value());
            Finding finding = reading.findings().getFirst();
            assertEquals("tape.jsonl, line " + (row + 1), finding.where());
            assertTrue(finding.message().contains("changed since"), finding.message());
        }
        List<String> otherModel = new ArrayList<>(lines);
        otherModel.set(0, otherModel.get(0).replace("2.5-flash", "9.9-flash"));
        assertTrue(TapeReader.read("t", otherModel).findings().getFirst().message().contains("changed"));
    }

    @Test
    void otherVersionsEmptyTapesAndOtherFilesAreRefused() {
        List<String> lines = record(2, new ArrayList<>());
        List<String> future = new ArrayList<>(lines);
        future.set(0, future.get(0).replace("vpp-tape/1", "vpp-tape/2"));
        Finding version = refused(future);
        assertEquals("vpp-tape/2", version.value());
        assertEquals("vpp-tape/1", version.allowed());
        assertEquals("empty", refused(List.of()).message());
        assertEquals("not a line of JSON", refused(List.of("a,b,c")).message());
        assertEquals("not a tape, or of another version", refused(List.of("{}")).message());
    }

    private static Finding refused(List<String> lines) {
        Reading<Tape> reading = TapeReader.read("tape.jsonl", lines);
        assertNull(reading.value());
        return reading.findings().getFirst();
    }

    @Test
    void aRequestThatComesTwiceIsNamed() {
        List<String> lines = new ArrayList<>(record(2, new ArrayList<>()));
        lines.add(lines.get(1));
        Finding finding = refused(lines);
        assertEquals("tape.jsonl, line 4", finding.where());
        assertEquals("the same request as in line 2", finding.message());
    }

    @Test
    void aTornLastLineIsLeftOutButNotOneInTheMiddle() {
        List<String> lines = new ArrayList<>(record(3, new ArrayList<>()));
        String last = lines.removeLast();
        lines.add(last.substring(0, last.length() / 2));
        Reading<Tape> torn = TapeReader.read("tape.jsonl", lines);
        assertEquals(2, assertNotNullTape(torn).entries().size());
        assertEquals(Finding.Severity.WARNING, torn.findings().getFirst().severity());
        Collections.swap(lines, 2, 3);
        assertEquals("tape.jsonl, line 3", refused(lines).where());
    }

    private static Tape assertNotNullTape(Reading<Tape> reading) {
        Tape tape = reading.value();
        assertNotNull(tape);
        return tape;
    }

    @Test
    void aLineWithoutItsFieldsIsNamed() {
        List<String> lines = new ArrayList<>(record(1, new ArrayList<>()));
        lines.set(1, lines.get(1).replaceAll(",\"check\":\"[0-9a-f]{64}\"", ""));
        assertEquals("not a line of a tape", refused(lines).message());
    }

    @Test
    void budgetStopsAreRecordedAndReplayed() {
        List<String> lines = new ArrayList<>();
        Budget none = new Budget(null, null, 0L, null, null, null);
        try (FakeServer server = new FakeServer(TapeTest::varied);
                ModelGateway gateway =
                        Gateways.open(
                                Gateways.gemini(server).with(none), new TapeUse.Recording(lines::add), new FakePace())) {
            Answer stopped = gateway.ask(question(1), CancelToken.NEVER);
            assertTrue(server.asked().isEmpty());
            assertEquals(TapeEntry.Kind.BUDGET, read(lines).entries().getFirst().kind());
            assertEquals(stopped, replay(lines).ask(question(1), CancelToken.NEVER));
        }
    }

    @Test
    void aCancelIsRecorded() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean cancelled = new AtomicBoolean();
        try (FakeServer server = new FakeServer(asked -> {
                    cancelled.set(true);
                    return FakeServer.gemini("{}").after(30_000);
                });
                ModelGateway gateway =
                        Gateways.open(Gateways.gemini(server), new TapeUse.Recording(lines::add), new FakePace())) {
            assertThrows(CancellationException.class, () -> gateway.ask(question(1), cancelled::get));
            assertEquals(1, gateway.accounting().cancelled());
        }
        assertEquals(TapeEntry.Kind.CANCEL, read(lines).entries().getFirst().kind());
        Answer.Failed replayed =
                assertInstanceOf(Answer.Failed.class, replay(lines).ask(question(1), CancelToken.NEVER));
        assertEquals(FailureKind.NOT_ON_TAPE, replayed.kind());
        assertTrue(replayed.words().contains("cancelled"), replayed.words());
    }

    @Test
    void settingsOfAnotherModelAreRefused() {
        Tape tape = read(record(1, new ArrayList<>()));
        Reading<ModelGateway> other =
                ModelGateway.open(
                        Gateways.settings("gemini", "gemini-2.5-pro", "http://127.0.0.1:1/v1beta"), new TapeUse.Replay(tape),
                        Gateways.around(new FakePace()));
        assertNull(other.value());
        assertTrue(other.findings().getFirst().sentence().contains("recorded with another model"));
    }

    @Test
    void aSummaryListsWhatIsThere() {
        TapeSummary summary = TapeSummary.of(read(record(9, new ArrayList<>())));
        assertEquals(6, summary.lines().get(TapeEntry.Kind.ANSWER));
        assertEquals(3, summary.failures().get(FailureKind.BAD_REQUEST));
        assertEquals(9, summary.agents().size());
        assertEquals(6 * 120, summary.usage().promptTokens());
        assertEquals(6, summary.versions().get("gemini-2.5-flash"));
        assertEquals(9, summary.prompts().get("test/v1"));
        assertFalse(summary.first().isEmpty());
    }
}
