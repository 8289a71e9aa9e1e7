package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.Fault;
import org.vppworkbench.negotiation.standin.FaultPlan;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;
import org.vppworkbench.sample.FleetJson;

/** A run of rules never passes for the run of a model that did not work. */
class ModelInVainTest {
    private static final String KEY = "SECRET-key-0123456789-zyxw";

    @TempDir Path folder;

    private final StandInServer server = StandInServer.start(settings());

    private static StandInSettings settings() {
        return StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private VppRuns vpp() {
        Map<String, String> environment = Map.of("GEMINI_API_KEY", KEY, "GEMINI_BASE_URL", server.geminiBase());
        return new VppRuns(new LanguageDesk(environment::get, folder.resolve("nowhere"), question -> null));
    }

    private Object[] day(Object... more) throws IOException {
        Path fleet = folder.resolve("four.json");
        Files.writeString(fleet, FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        List<Object> words = new ArrayList<>(List.of(
                "run", "--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--no-optimum", "--mechanism", "llm",
                "--llm-model", "gemini-test"));
        words.addAll(List.of(more));
        if (!words.contains("--out")) {
            words.addAll(List.of("--out", folder.resolve("out")));
        }
        return words.toArray();
    }

    /** Nobody waits for a day that no model decides: the first refusals end it, with what would help. */
    @ParameterizedTest
    @CsvSource({
        "KEY_NOT_VALID, the key was refused, .env", "HTTP_401, the key was refused, .env", "HTTP_403, the key was refused, .env",
        "HTTP_404, the model is not known there, --llm-model", "REFUSED, the server was not reached, --llm-base-url"
    })
    void whatIsRefusedFromTheStartEndsTheRun(Fault fault, String words, String help) throws IOException {
        server.behave(settings().withFaults(FaultPlan.always(fault)));
        VppRuns vpp = vpp();
        Path tape = folder.resolve("my.tape");
        vpp.refused(List.of("gemini-test @", words, help), day("--tape", "record:" + tape));
        assertFalse(Files.exists(folder.resolve("out")));
        assertFalse(vpp.err().contains("SECRET"), vpp.err());
        vpp.works("tape", "list", tape);
        assertTrue(vpp.out().contains("failures"), vpp.out());
        assertTrue(vpp.out().contains("recorded from gemini-test @custom endpoint by "), vpp.out());
        assertFalse(vpp.out().contains("LLM replayed"), "a list replays nothing");
    }

    /** Once a model has spoken, later refusals are one turn's matter each. */
    @Test
    void whatIsRefusedLaterLeavesTheRestToTheRules() throws IOException {
        server.behave(settings().withFaults(FaultPlan.NONE.when(asked -> asked.number() > 6, Fault.HTTP_401)));
        VppRuns vpp = vpp();
        vpp.works(day());
        assertTrue(vpp.out().contains("MARK"), vpp.out());
    }

    /** Where nothing a model said could be used, the bundle is there, and nobody takes it for the model's. */
    @Test
    void aRunOfWhichNothingIsTheModelsOwnSaysSo() throws IOException {
        server.behave(settings().withFaults(FaultPlan.always(Fault.NOT_JSON)));
        VppRuns vpp = vpp();
        vpp.refused(List.of("no decision was the model's own"), day());
        assertTrue(Files.exists(folder.resolve("out")));
        assertTrue(vpp.out().contains("100.0 %"), vpp.out());
        assertEquals(0, vpp.run("replay", "--bundle", folder.resolve("out")), vpp.err());
        List<Object> single = new ArrayList<>(List.of(day("--out", folder.resolve("single"))));
        single.set(single.indexOf("llm"), "llm-single");
        vpp.refused(
                List.of("no decision was the model's own: none could be used, and no rule sold in its place"), single.toArray());
        assertFalse(vpp.err().contains("fell to the rules"), vpp.err());
        vpp.works("run", "--help");
        String help = vpp.out().replaceAll("\\s+", " ");
        assertFalse(help.contains("leaves the rest to the rules"), help);
        assertTrue(help.contains("no rule decides in its place"), help);
    }

    /** A tape that could not be finished is told, however the run ended; somebody else's file is not called its tape. */
    @Test
    void whatIsWrongWithATapeIsTold() throws IOException {
        Path tape = folder.resolve("my.tape");
        Files.createDirectories(folder.resolve("my.tape.part/inside"));
        VppRuns vpp = vpp();
        vpp.works(day("--tape", "record:" + tape));
        assertTrue(vpp.err().contains("WARNING --tape: the tape " + tape + " is in the order of arrival"), vpp.err());
        vpp.refused(
                List.of("no such file or folder"),
                day("--tape", "record:" + folder.resolve("none/my.tape"), "--out", folder.resolve("second")));
        vpp.refused(List.of("exists already"), day("--tape", "record:" + tape, "--out", folder.resolve("second")));
        assertFalse(vpp.out().contains("tape     "), vpp.out());
    }
}
