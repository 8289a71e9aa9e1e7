package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.AgentPrograms;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExperimentRunner;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.experiment.TakenSeat;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.FleetJson;

/** The commands and a bundle of a run with a person: made again without the person, and never run by rules unseen. */
class HumanBundleTest {
    @TempDir
    private Path folder;

    private final VppRuns vpp = new VppRuns();

    private Path bundle(boolean consent) {
        ResolvedScenario four = SmallRuns.scenario("rule", 3);
        HumanSeat seat = HumanSeat.of(four.inputs().prosumers().stream().filter(p -> p.bess() != null).findFirst().orElseThrow().id());
        ResolvedScenario seated = new ResolvedScenario(
                four.scenario().withAgents(four.scenario().agents().withHumans(List.of(seat))), four.fleet(), four.inputs(),
                four.behaviours(), four.skipped(), four.provenance(), four.forecastReport());
        TakenSeat taken = new TakenSeat(seat, consent, AgentPrograms.NONE, System::nanoTime);
        CompletableFuture<ExperimentResult> running = CompletableFuture.supplyAsync(() ->
                new ExperimentRunner(MechanismCatalogue.standard(), LanguageModels.NONE, taken, SmallRuns.CLOCK).run(
                        seated, new ExperimentOptions(false, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER));
        while (!running.isDone()) {
            String line = taken.poll();
            if (line != null) {
                decide(taken, JsonParser.parseString(line).getAsJsonObject());
            }
            LockSupport.parkNanos(50_000);
        }
        Path target = folder.resolve(consent ? "agreed" : "silent");
        ExperimentResult run = running.join();
        BundleWriter.write(
                target, RunBundle.of(run, Map.of(), FigureExporter.pictures(RunFigures.of(run))), ProgressSink.NONE,
                CancelToken.NEVER);
        return target;
    }

    /** Every first offer asks 80 % above what the tool says it costs; everything else is the rule's. */
    private static void decide(TakenSeat taken, JsonObject told) {
        String type = told.get("type").getAsString();
        if (type.equals("call_for_proposals")) {
            taken.say("{\"type\":\"what_if\",\"turn\":" + told.get("turn") + ",\"kw\":1}");
        } else if (type.equals("what_if_result") && told.get("deliverableKw").getAsDouble() > 0.5) {
            taken.say("{\"type\":\"propose\",\"turn\":" + told.get("turn") + ",\"kw\":" + told.get("deliverableKw")
                    + ",\"usdPerMwh\":" + (1.8 * told.get("reservationUsdPerMwh").getAsDouble() + 1) + "}");
        } else if (told.has("turn")) {
            taken.say("{\"type\":\"rule\",\"turn\":" + told.get("turn") + "}");
        }
    }

    @Test
    void aBundleIsCheckedReplayedAndRunAgainWithoutThePerson() throws IOException {
        Path live = bundle(true);
        assertTrue(Files.readString(live.resolve(Bundle.MESSAGES)).contains("HUMAN"));
        assertEquals("RULE + HUMAN", Objects.requireNonNull(VppRuns.bundle(live).manifest()).label());
        assertTrue(Files.readString(live.resolve(Bundle.HUMAN)).contains("what_if"));

        vpp.works("validate", "--bundle", live);
        Path again = folder.resolve("again");
        vpp.works("replay", "--bundle", live, "--out", again);
        for (String name : List.of(Bundle.EVENTS, Bundle.CONTRACTS, Bundle.DISPATCH, Bundle.EXTERNAL, Bundle.HUMAN)) {
            assertEquals(-1, Files.mismatch(live.resolve(name), again.resolve(name)), name);
        }
        assertTrue(vpp.out().contains("person at home-"), vpp.out());
        vpp.works("rerun", "--bundle", live, "--out", folder.resolve("rerun"));
    }

    @Test
    void withoutConsentTheBundleHasTheMovesAndNoMore() throws IOException {
        Path live = bundle(false);
        assertFalse(Files.exists(live.resolve(Bundle.HUMAN)));
        assertFalse(Files.readString(live.resolve(Bundle.EXTERNAL)).contains("what_if"));
        vpp.works("replay", "--bundle", live);
        assertEquals(ExitCode.NOT_REPEATABLE, vpp.run("verify", live), vpp.out() + vpp.err());
        assertTrue(vpp.out().contains("the person was not asked again"), vpp.out());
    }

    @Test
    void aScenarioWithAPersonIsNotRunByRulesUnseen() throws IOException {
        Path live = bundle(false);
        Path scenario = live.resolve(Bundle.SCENARIO);
        String id = ScenarioJson.read(scenario).orThrow().agents().seats().getFirst().id();
        Path fleet = Files.writeString(
                folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 3).fleet()));

        vpp.refused(
                List.of("a person decided here", "--agent " + id + "=rule"), "run", "--scenario", scenario, "--fleet", fleet,
                "--no-optimum", "--out", folder.resolve("never"));
        vpp.works(
                "run", "--scenario", scenario, "--fleet", fleet, "--no-optimum", "--agent", id + "=rule", "--out",
                folder.resolve("ruled"));
        assertEquals("RULE", Objects.requireNonNull(VppRuns.bundle(folder.resolve("ruled")).manifest()).label());
    }

    @Test
    void aDamagedRecordOfChoicesIsNamed() throws IOException {
        Path live = bundle(true);
        Path file = live.resolve(Bundle.HUMAN);
        Files.writeString(file, Files.readString(file).replace("\"decision\":", "\"decisions\":"));

        vpp.refused(List.of(Bundle.HUMAN), "validate", "--bundle", live);
    }
}
