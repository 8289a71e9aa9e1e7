package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.standin.Asked;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.Fault;
import org.vppworkbench.negotiation.standin.FaultPlan;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.SchemaReplies;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;
import org.vppworkbench.sample.FleetJson;

/** Runs with a language model, as a user makes them: over real HTTP, against a stand-in on this machine. */
class ModelRunTest {
    private static final String KEY = "SECRET-key-0123456789-zyxw";
    private static final String MODEL = "gemini-test";

    @TempDir Path folder;

    private StandInServer server;
    private VppRuns vpp;

    /** Asks the tool, then sells a kilowatt dearly or declines; what it says depends on the request alone. */
    private static String reply(Asked asked) {
        String all = asked.everything();
        if (!String.valueOf(asked.schema()).contains("WHAT_IF") || all.length() % 3 == 0) {
            return "{\"action\":\"REFUSE\",\"reason\":\"OWNER\",\"rationale\":\"We want to keep it.\"}";
        }
        return asked.turns().size() < 2
                ? "{\"action\":\"WHAT_IF\",\"kw\":1,\"rationale\":\"What would it cost us?\"}"
                : "{\"action\":\"PROPOSE\",\"kw\":1,\"price_usd_per_mwh\":400,\"rationale\":\"Only for good money.\"}";
    }

    @BeforeEach
    void start() throws IOException {
        server = StandInServer.start(StandInSettings.saying(ModelRunTest::reply).withKey(KEY));
        vpp = vpp(KEY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VppRuns vpp(String key) {
        return new VppRuns(desk(key));
    }

    private LanguageDesk desk(String key) {
        Map<String, String> environment = Map.of("GEMINI_API_KEY", key, "GEMINI_BASE_URL", server.geminiBase());
        return new LanguageDesk(environment::get, folder.resolve("nowhere"), question -> null);
    }

    private Path fleet() throws IOException {
        Path file = folder.resolve("four.json");
        if (!Files.exists(file)) {
            Files.writeString(file, FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        }
        return file;
    }

    private Object[] day(Object... more) throws IOException {
        return dayOf(MODEL, more);
    }

    private Object[] dayOf(String model, Object... more) throws IOException {
        return from("2023-08-16", model, more);
    }

    private Object[] from(String date, String model, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "run", "--fleet", fleet(), "--from", date, "--required", "6,4,4", "--no-optimum", "--mechanism", "llm",
                "--llm-model", model, "--llm-aggregator", "rule"));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private static LanguageReport report(Path bundle) {
        return Objects.requireNonNull(Objects.requireNonNull(VppRuns.bundle(bundle).manifest()).language());
    }

    private List<Path> files(Path where) throws IOException {
        try (Stream<Path> all = Files.walk(where)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aDayIsRecordedAndReplayedToTheSameBytesWithoutKeyOrServer() throws IOException {
        Path live = folder.resolve("live");
        Path tape = folder.resolve("my.tape");
        vpp.works(day("--tape", "record:" + tape, "--out", live));
        assertTrue(vpp.out().contains("LLM live " + MODEL + " @custom endpoint"), vpp.out());
        assertTrue(vpp.out().contains("tape     " + tape), vpp.out());
        assertEquals(-1, Files.mismatch(tape, live.resolve(Bundle.TAPE)), "the recorded file is the tape of the bundle");
        LanguageReport report = report(live);
        assertFalse(report.replayed());
        assertTrue(report.use().calls() > 20, report.toString());
        assertTrue(report.decisions() > 0, report.toString());
        assertEquals(VppRuns.scenario(live).language(), Objects.requireNonNull(VppRuns.bundle(live).manifest()).configuration().scenario().language());
        String events = Files.readString(live.resolve(Bundle.EVENTS));
        assertTrue(events.contains("\"source\":\"LLM\""), "the model really decided");
        for (String word : List.of("LLM live", "LLM replayed", "custom endpoint", "127.0.0.1")) {
            assertFalse(events.contains(word), "nothing of this reaches an event: " + word);
        }
        int asked = server.ledger().count();
        server.close();

        VppRuns offline = new VppRuns();
        offline.works("replay", "--bundle", live);
        assertTrue(offline.out().contains("LLM replayed " + MODEL + " @custom endpoint"), offline.out());
        assertTrue(offline.out().contains("same     events.jsonl"), offline.out());
        offline.works("verify", live);
        assertTrue(offline.out().contains("what the models said taken from the tape"), offline.out());
        Path again = folder.resolve("again");
        offline.works("rerun", "--bundle", live, "--out", again);
        assertEquals(-1, Files.mismatch(live.resolve(Bundle.EVENTS), again.resolve(Bundle.EVENTS)));
        Path third = folder.resolve("third");
        offline.works("run", "--scenario", live.resolve(Bundle.SCENARIO), "--fleet", fleet(), "--tape", "replay:" + tape,
                "--no-optimum", "--out", third);
        assertEquals(-1, Files.mismatch(live.resolve(Bundle.EVENTS), third.resolve(Bundle.EVENTS)));
        assertEquals(-1, Files.mismatch(live.resolve(Bundle.TAPE), third.resolve(Bundle.TAPE)));
        assertEquals(report.use(), report(third).use(), "a replay was no cheaper");
        assertTrue(report(third).replayed());
        assertEquals(asked, server.ledger().count(), "nothing was sent");
        assertNotNull(VppRuns.bundle(third).tape());
    }

    /** Under another condition the recorded answers are those to other questions, or judged otherwise: it is named, nothing runs. */
    @Test
    void aTapeOfOtherConditionsIsRefusedByTheirNames() throws IOException {
        Path tape = folder.resolve("my.tape");
        Path live = folder.resolve("live");
        vpp.works(day("--tape", "record:" + tape, "--out", live));
        int asked = server.ledger().count();
        VppRuns offline = new VppRuns();
        Path other = folder.resolve("other");
        offline.refused(
                List.of("tape, agents.gate: the tape was recorded under another condition (value GATE_PHYSICS); allowed: GATE_FULL"),
                day("--tape", "replay:" + tape, "--gate", "physics", "--out", other));
        offline.refused(
                List.of("tape, language.persona", "(value cautious); allowed: neutral", "tape, seed", "(value 2); allowed: 1"),
                day("--tape", "replay:" + tape, "--persona", "cautious", "--seed", 2, "--out", other));
        offline.refused(
                List.of("tape, language.tool", "(value NONE); allowed: EXACT"),
                day("--tape", "replay:" + tape, "--llm-tool", "none", "--out", other));
        offline.refused(
                List.of("tape, days", "(value 2); allowed: 1", "inputs.prices", "other contents"),
                day("--tape", "replay:" + tape, "--days", 2, "--out", other));
        assertFalse(Pattern.compile("[0-9a-f]{64}").matcher(offline.err()).find(), offline.err());
        offline.refused(
                List.of("tape, firstDay", "(value 2023-08-17); allowed: 2023-08-16"),
                from("2023-08-17", MODEL, "--tape", "replay:" + tape, "--out", other));
        offline.refused(
                List.of("tape, model", "another-model", MODEL), dayOf("another-model", "--tape", "replay:" + tape, "--out", other));
        assertFalse(Files.exists(other));
        assertEquals(asked, server.ledger().count());
        Tampered.forge(live, Bundle.MANIFEST, "GATE_FULL", "GATE_PHYSICS");
        offline.refused(List.of("tape, agents.gate", "GATE_PHYSICS", "GATE_FULL"), "replay", "--bundle", live);
    }

    /** A tape of something else: the request that is missing is named, and no live call or rule takes its place. */
    @Test
    void whatIsNotOnTheTapeEndsTheRun() throws IOException {
        Path tape = folder.resolve("probe.tape");
        vpp.run("probe", "--llm-model", MODEL, "--tape", "record:" + tape);
        int asked = server.ledger().count();
        VppRuns offline = new VppRuns();
        offline.refused(
                List.of("is not on the tape", "attempt 0 step", "the tape of this very run"),
                day("--tape", "replay:" + tape, "--out", folder.resolve("other")));
        assertFalse(Files.exists(folder.resolve("other")));
        assertEquals(asked, server.ledger().count());
    }

    @Test
    void aTapeThatWasEditedOrIsGoneIsRefused() throws IOException {
        Path live = folder.resolve("live");
        vpp.works(day("--out", live));
        Path tape = live.resolve(Bundle.TAPE);
        String whole = Files.readString(tape);
        Path edited = Files.writeString(folder.resolve("edited"), whole.replaceFirst("good money", "gold money"));
        VppRuns offline = new VppRuns();
        offline.refused(List.of("edited, line", "changed since it was recorded"), "tape", "list", edited);
        offline.refused(
                List.of("changed since it was recorded"),
                day("--tape", "replay:" + edited, "--out", folder.resolve("other")));
        Path newer = Files.writeString(folder.resolve("newer"), whole.replaceFirst("vpp-tape/1", "vpp-tape/9"));
        offline.refused(List.of("newer, line 1", "vpp-tape/9", "vpp-tape/1"), "tape", "list", newer);
        offline.refused(List.of("no such file"), "tape", "list", folder.resolve("none"));
        Files.writeString(tape, whole.replaceFirst("good money", "gold money"));
        offline.refused(List.of("tape.jsonl", "changed since the run"), "replay", "--bundle", live);
        Files.delete(tape);
        offline.refused(List.of("tape.jsonl", "missing"), "replay", "--bundle", live);
    }

    @Test
    void aTapeIsListed() throws IOException {
        Path live = folder.resolve("live");
        vpp.works(day("--out", live));
        VppRuns offline = new VppRuns();
        offline.refused(List.of("a folder, not a tape", live.resolve(Bundle.TAPE).toString()), "tape", "list", live);
        offline.works("tape", "list", live.resolve(Bundle.TAPE));
        long lines = Files.readString(live.resolve(Bundle.TAPE)).lines().count() - 1;
        assertEquals(lines, offline.out().lines().filter(line -> line.contains(" attempt ")).count());
        assertTrue(offline.out().contains("recorded from " + MODEL + " @custom endpoint by "), offline.out());
        assertTrue(offline.out().contains("\"action\":\"WHAT_IF\""), offline.out());
        assertTrue(offline.out().lines().anyMatch(line -> line.startsWith("lines ") && line.contains("ANSWER " + lines)), offline.out());
    }

    /** The first K homes of the fleet speak through the model; with a budget of nothing nothing is sold, and no rule decides. */
    @Test
    void aBudgetOfNothingSellsNothingAndSaysSo() throws IOException {
        Path one = folder.resolve("one");
        vpp.works(day("--llm-homes", 1, "--out", one));
        assertTrue(report(one).decisions() > 0);
        Path broke = folder.resolve("broke");
        int asked = server.ledger().count();
        vpp.works(day("--budget-calls", 0, "--out", broke));
        assertEquals(asked, server.ledger().count(), "nothing was sent");
        LanguageReport report = report(broke);
        assertEquals(0, report.decisions());
        assertEquals(0, report.fallbacks());
        assertTrue(report.marks().toString().contains("budget was spent"), report.toString());
        assertEquals(1, Files.readAllLines(broke.resolve(Bundle.CONTRACTS)).size(), "nothing but the header");
        assertTrue(Files.readString(broke.resolve(Bundle.EVENTS)).contains(BudgetSpentException.REASON));
        assertTrue(vpp.out().contains("MARK"), vpp.out());
        assertFalse(vpp.out().contains("LLM live"), "it never spoke: " + vpp.out());
        assertTrue(vpp.out().contains("NO MODEL ASKED (the budget was spent"), vpp.out());
        long unsent = Objects.requireNonNull(report.notSent());
        assertTrue(unsent > 0 && unsent == report.use().calls(), report.toString());
        assertTrue(vpp.out().contains("model asked 0 times, 0 without an answer"), vpp.out());
        assertTrue(vpp.out().contains("  " + unsent + " questions not sent: the budget is spent"), vpp.out());
        assertFalse(vpp.out().contains("0 of 0"), vpp.out());
        new VppRuns().works("replay", "--bundle", broke);
        Path some = folder.resolve("some");
        vpp.works(day("--budget-calls", 12, "--out", some));
        assertEquals(asked + 12, server.ledger().count());
        assertTrue(vpp.out().contains("model asked 12 times, 0 without an answer"), vpp.out());
        assertTrue(report(some).decisions() > 0);
        new VppRuns().works("replay", "--bundle", some);
    }

    /** Where all stakes are too small for it the model is not asked, and gives nothing its name. */
    @Test
    void aModelThatWasNeverAskedIsNotOnTheLabel() throws IOException {
        Path out = folder.resolve("small");
        vpp.works(day("--least-stake-usd", 1_000_000, "--out", out));
        assertEquals(0, server.ledger().count());
        assertTrue(vpp.out().contains("NO MODEL ASKED (no question arose)"), vpp.out());
        assertTrue(vpp.out().contains("no question for the model arose"), vpp.out());
        assertFalse(vpp.out().contains("LLM live") || vpp.out().contains("0 of 0"), vpp.out());
        assertEquals("NO MODEL ASKED (no question arose)", Objects.requireNonNull(VppRuns.bundle(out).manifest()).label());
        new VppRuns().works("replay", "--bundle", out);
    }

    /** Stopped in the middle: no bundle, and a tape that can be read as far as it goes. */
    @Test
    void aStoppedRunLeavesAWholeTape() throws IOException {
        Path tape = folder.resolve("my.tape");
        Path out = folder.resolve("stopped");
        Object[] command = day("--tape", "record:" + tape, "--out", out);
        StringWriter said = new StringWriter();
        String[] words = Stream.of(command).map(Object::toString).toArray(String[]::new);
        int code = CommandLineProgram.execute(
                words, new PrintWriter(said), new PrintWriter(said), SmallRuns.CLOCK, () -> server.ledger().count() > 10, desk(KEY));
        assertEquals(ExitCode.CANCELLED, code, said.toString());
        assertFalse(Files.exists(out));
        assertTrue(said.toString().contains("tape     " + tape), said.toString());
        VppRuns offline = new VppRuns();
        offline.works("tape", "list", tape);
        assertTrue(offline.out().lines().filter(line -> line.contains(" attempt ")).count() >= 10, offline.out());
    }

    /** One model for all, which nobody negotiates with, is a mechanism of its own, recorded and replayed the same way. */
    @Test
    void oneModelForAllIsReplayedToo() throws IOException {
        server.behave(StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0))).withKey(KEY));
        Path live = folder.resolve("live");
        vpp.works(
                "run", "--fleet", fleet(), "--from", "2023-08-16", "--required", "6,4,4", "--no-optimum", "--mechanism", "llm-single",
                "--llm-model", MODEL, "--out", live);
        assertTrue(report(live).use().calls() > 0);
        assertTrue(report(live).decisions() <= report(live).use().calls(), "a question is one decision, bid and answer together");
        assertFalse(vpp.out().contains("fell to the rules") || vpp.out().contains("by rules"), vpp.out());
        server.close();
        VppRuns offline = new VppRuns();
        offline.works("replay", "--bundle", live);
        assertTrue(offline.out().contains("same     tape.jsonl"), offline.out());
    }

    /** Nonsense that keeps to the schema harms nobody but the one who says it: the run is whole and its invariants hold. */
    @Test
    void nonsenseAndFaultsAreCountedAndReplayed() throws IOException {
        server.behave(StandInSettings.saying(new SchemaReplies(7)).withKey(KEY));
        Path live = folder.resolve("live");
        vpp.works(dayOf(MODEL, "--llm-mode", "every-round", "--llm-homes", 2, "--out", live));
        LanguageReport report = report(live);
        assertTrue(report.fallbacks() > 0 && report.fallbacks() <= report.decisions(), report.toString());
        JsonObject week = JsonParser.parseString(Files.readString(live.resolve(Bundle.METRICS))).getAsJsonObject().getAsJsonObject("week");
        assertEquals(report.fallbackShare(), week.get("modelFallbackShare").getAsDouble());
        assertEquals(report.use().calls(), week.get("modelCalls").getAsLong());
        assertEquals(report.use().tokens(), week.get("modelTokens").getAsLong());
        new VppRuns().works("replay", "--bundle", live);
    }

    @Test
    void theFixedQuestionsNoticeAnotherModel() throws IOException {
        server.behave(StandInSettings.saying(new SchemaReplies(1)).withKey(KEY));
        Path first = folder.resolve("first.json");
        vpp.works("sentinel", "--llm-model", MODEL, "--out", first);
        assertTrue(vpp.out().contains("50 of 50 questions answered"), vpp.out());
        vpp.works("sentinel", "--llm-model", MODEL, "--compare", first, "--out", folder.resolve("second.json"));
        assertTrue(vpp.out().contains("the same answers"), vpp.out());
        server.behave(StandInSettings.saying(new SchemaReplies(2)).withKey(KEY));
        vpp.refused(List.of("changed: ", "answers differ"),
                "sentinel", "--llm-model", MODEL, "--compare", first, "--out", folder.resolve("third.json"));
        vpp.refused(List.of("exists already"), "sentinel", "--llm-model", MODEL, "--out", first);
        server.behave(StandInSettings.saying(new SchemaReplies(1)).withKey(KEY).withFaults(FaultPlan.always(Fault.HTTP_401)));
        Path silent = folder.resolve("silent.json");
        assertEquals(1, vpp.run("sentinel", "--llm-model", MODEL, "--out", silent));
        assertTrue(vpp.err().contains("no question was answered, and nothing was written"), vpp.err());
        assertFalse(Files.exists(silent), "no file of failures passes for answers to compare with");
        vpp.refused(List.of("no such file"),
                "sentinel", "--llm-model", MODEL, "--compare", folder.resolve("none"), "--out", folder.resolve("fourth.json"));
    }

    /** What a probe found stays with the run, a replay included; a probe of another model says nothing about it. */
    @Test
    void aProbeOfTheModelStandsInTheManifest() throws IOException {
        server.behave(StandInSettings.saying(asked -> asked.everything().contains("PROPOSE")
                ? reply(asked) : "{\"knows\":true,\"price_usd_per_mwh\":60}").withKey(KEY));
        Path probe = folder.resolve("probe.json");
        int code = vpp.run("probe", "--llm-model", MODEL, "--out", probe);
        Path live = folder.resolve("live");
        vpp.works(day("--probe", probe, "--out", live));
        RecallReport recall = Objects.requireNonNull(report(live).recall());
        assertEquals(MODEL, recall.model());
        assertEquals(recall.questions(), recall.replied());
        assertEquals(code == 1, recall.suspicious());
        assertEquals(recall.suspicious(), report(live).marks().toString().contains("recall probe"));
        assertTrue(vpp.out().contains("recall probe of "), vpp.out());
        Path again = folder.resolve("again");
        new VppRuns().works("replay", "--bundle", live, "--out", again);
        assertEquals(recall, report(again).recall());
        vpp.refused(
                List.of("--probe", "another model was probed"),
                dayOf("another", "--probe", probe, "--out", folder.resolve("other")));
        vpp.refused(List.of("vpp-probe/1"), day("--probe", live.resolve(Bundle.SCENARIO), "--out", folder.resolve("other")));
        assertEquals(2, vpp.run("run", "--mechanism", "rule", "--probe", probe, "--out", folder.resolve("other")));
    }

    @Test
    void theKeyIsNowhere() throws IOException {
        Path run = folder.resolve("run");
        vpp.works(day("--tape", "record:" + folder.resolve("my.tape"), "--out", run));
        assertTrue(server.ledger().count() > 0);
        assertEquals(1, vpp.run(dayOf(KEY, "--out", folder.resolve("wrong"))), "a key in place of the model's name");
        assertFalse((vpp.out() + vpp.err()).contains(KEY), vpp.err());
        assertFalse((vpp.out() + vpp.err()).contains(KEY.substring(0, 10)));
        for (Path file : files(folder)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(text.contains(KEY) || text.contains(KEY.substring(0, 10)), file.toString());
        }
    }
}
