package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleComparison;
import org.vppworkbench.app.io.BundleComparison.Verdict;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.app.io.ManifestJson;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.tape.TapeReader;
import org.vppworkbench.negotiation.standin.Asked;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** A full day of the sample fleet, every home and the aggregator by a model, over HTTP in Gemini's own form. */
class ModelDayTest {
    /** One reply in ten is wrong in a way models are wrong. */
    private static final NegotiatingResponder CARELESS = new NegotiatingResponder(new BargainingResponder(0.1));

    /** What a replay repeats to the byte. */
    private static final List<String> FILES = List.of(
            Bundle.EVENTS, Bundle.TAPE, Bundle.MESSAGES, Bundle.DISPATCH, Bundle.CONTRACTS, Bundle.PROSUMERS, Bundle.INPUTS,
            Bundle.SCENARIO);

    @TempDir Path folder;

    @Test
    void aDayOfTwentyHomesIsRealSafeAndReplayable() throws IOException {
        StandInSettings settings = StandInSettings.saying(CARELESS).withKey(ModelRuns.KEY).withModels(Set.of(ModelRuns.MODEL));
        ExperimentResult live;
        ResolvedScenario scenario;
        try (StandInServer server = StandInServer.start(settings)) {
            scenario = ModelRuns.scenario(
                    20, LocalDate.of(2023, 8, 16), 1, Requirement.LOS_ANGELES_20, 0.25, "llm", ModelRuns.gemini(server));
            live = ModelRuns.run(scenario, ModelRuns.models(Limits.USUAL), true);
            assertEquals(List.of(), server.ledger().misuses());
            assertEquals(server.ledger().count(), server.ledger().withKey());
            assertTrue(server.ledger().count() > 500);
            assertTrue(server.ledger().mostOpen() > 1, "homes think side by side");
            assertTrue(server.ledger().requests().stream().allMatch(asked -> asked.schema() != null));
            assertTrue(server.ledger().requests().stream().anyMatch(ModelDayTest::answeredByTool), "no tool was asked");
        }
        Set<String> said = new TreeSet<>();
        for (NegotiationMessage message : messages(live)) {
            if (message.envelope().source() == MessageSource.LLM) {
                said.add(message.getClass().getSimpleName());
            }
        }
        assertTrue(said.containsAll(Set.of(
                "Proposal", "CounterOffer", "Acceptance", "Refusal", "Rejection", "ProtocolViolation")), said::toString);
        assertTrue(live.invariantsHold(), () -> "" + live.invariants());
        double bound = Objects.requireNonNull(live.optimum()).reference().awareUpperBound();
        assertTrue(live.welfareUsd() <= bound + 1e-6, live.welfareUsd() + " above " + bound);
        assertTrue(live.record().offers().stream().mapToInt(offer -> offer.contracts().size()).sum() > 20);
        assertTrue(Objects.requireNonNull(ModelRuns.language(live).report().fallbackShare()) <= 0.05);

        // The server is closed and there is no key: what follows comes from the tape alone.
        List<String> tape = ModelRuns.language(live).tape().lines().toList();
        ExperimentResult replay = ModelRuns.run(
                scenario, new RecordedModels(TapeReader.read("tape", tape).orThrow()), true);
        assertEquals(live.events(), replay.events());
        Path first = written(live, "live");
        Path second = written(replay, "replay");
        for (String name : FILES) {
            assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
        }
        RunManifest manifest = ManifestJson.read(Files.readString(first.resolve(Bundle.MANIFEST)), "manifest").orThrow();
        List<Verdict> metrics = BundleComparison.of(manifest, first, second, Set.of(), Bundle.METRICS::equals);
        assertEquals(1, metrics.size());
        assertTrue(metrics.getFirst().holds(), metrics::toString);
        assertTrue(live.record().label().contains("live") && replay.record().label().contains("replayed"));
        assertTheKeyIsNowhere();
    }

    private Path written(ExperimentResult run, String name) {
        Path target = folder.resolve(name);
        BundleWriter.write(target, RunBundle.of(run, Map.of(), List.of()), ProgressSink.NONE, CancelToken.NEVER);
        return target;
    }

    private void assertTheKeyIsNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertTrue(all.size() > 20);
            for (Path file : all) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(ModelRuns.KEY) || text.contains(ModelRuns.KEY.substring(0, 12)), file::toString);
            }
        }
    }

    private static boolean answeredByTool(Asked asked) {
        return asked.turns().size() > 1 && asked.last().contains("what_if");
    }

    private static List<NegotiationMessage> messages(ExperimentResult run) {
        return run.events().stream()
                .map(logged -> logged.event())
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(event -> ((RunEvent.MessageSent) event).message())
                .toList();
    }
}
