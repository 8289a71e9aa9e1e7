package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.external.JavaAgent;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;
import org.vppworkbench.sample.FleetJson;

/** A program of the user and language models in one negotiation, from the command line. */
class MixedAgentsTest {
    private static final String KEY = "SECRET-key-0123456789-zyxw";

    @TempDir Path folder;

    private static Map<String, Set<MessageSource>> speakers(Path bundle) {
        Map<String, Set<MessageSource>> speakers = new TreeMap<>();
        for (LoggedEvent logged : Objects.requireNonNull(VppRuns.bundle(bundle).events())) {
            if (logged.event() instanceof RunEvent.MessageSent sent && decision(sent.message())) {
                speakers.computeIfAbsent(sent.message().envelope().sender(), id -> EnumSet.noneOf(MessageSource.class))
                        .add(sent.message().envelope().source());
            }
        }
        return speakers;
    }

    private static boolean decision(NegotiationMessage message) {
        return message instanceof NegotiationMessage.Proposal
                || message instanceof NegotiationMessage.CounterOffer
                || message instanceof NegotiationMessage.Acceptance;
    }

    @Test
    void oneHomeIsAProgramAndTheOthersAreModelsAndTheReplayIsTheSame() throws IOException {
        ResolvedScenario four = SmallRuns.scenario("rule", 1);
        String home = four.inputs().prosumers().stream()
                .filter(one -> one.bess() != null)
                .findFirst()
                .orElseThrow()
                .id();
        Path fleet = Files.writeString(folder.resolve("four.json"), FleetJson.write(four.fleet()));
        Path live = folder.resolve("live");
        try (StandInServer server = StandInServer.start(
                StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0))).withKey(KEY))) {
            Map<String, String> environment = Map.of("GEMINI_API_KEY", KEY, "GEMINI_BASE_URL", server.geminiBase());
            VppRuns vpp = new VppRuns(new LanguageDesk(environment::get, folder.resolve("nowhere"), question -> null));
            vpp.works(
                    "run", "--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--no-optimum", "--mechanism", "llm",
                    "--llm-model", "gemini-test", "--agent", home + "=external:" + JavaAgent.command("good"), "--agent-deadline", "60",
                    "--out", live);
            assertTrue(server.ledger().count() > 0);
        }
        Map<String, Set<MessageSource>> speakers = speakers(live);
        assertEquals(Set.of(MessageSource.EXTERNAL), speakers.get(home), speakers.toString());
        assertTrue(
                speakers.entrySet().stream().anyMatch(one -> !one.getKey().equals(home) && !one.getKey().equals("aggregator")
                        && one.getValue().equals(Set.of(MessageSource.LLM))),
                speakers.toString());
        assertEquals(Set.of(MessageSource.LLM), speakers.get("aggregator"), speakers.toString());
        RunManifest manifest = Objects.requireNonNull(VppRuns.bundle(live).manifest());
        assertTrue(manifest.label().matches("LLM live gemini-test @custom endpoint.* \\+ EXTERNAL [0-9a-f]{12}"), manifest.label());
        assertNotNull(manifest.language());

        VppRuns offline = new VppRuns();
        Path again = folder.resolve("again");
        offline.works("replay", "--bundle", live, "--out", again);
        for (String name : List.of(Bundle.EVENTS, Bundle.CONTRACTS, Bundle.DISPATCH, Bundle.TAPE, Bundle.EXTERNAL)) {
            assertEquals(-1, Files.mismatch(live.resolve(name), again.resolve(name)), name);
        }
    }
}
