package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.negotiation.standin.Fault;
import org.vppworkbench.negotiation.standin.FaultPlan;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** What a parser is said to read is what it read: rules in a model's place are counted, and never pass for it. */
class BenchTextCommandTest {
    private static final String MODEL = "gemini-test";

    @TempDir Path folder;

    private Path set() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            lines.append("{\"id\":\"t-").append(i).append("\",\"split\":\"dev\",\"style\":\"plain\",\"language\":\"en\",")
                    .append("\"text\":\"We have a 13 kWh battery and ").append(i)
                    .append(" kW of solar.\",\"labels\":{\"bess.capacityKwh\":13}}\n");
        }
        return Files.writeString(folder.resolve("set.jsonl"), lines.toString());
    }

    private static VppRuns vpp(StandInServer server) {
        Map<String, String> environment = Map.of("GEMINI_API_KEY", "key-of-the-stand-in", "GEMINI_BASE_URL", server.geminiBase());
        return new VppRuns(new LanguageDesk(environment::get, Path.of("no", "such", "folder"), question -> null));
    }

    private static StandInSettings reads() {
        return StandInSettings.saying(asked ->
                "{\"fields\":[{\"field\":\"bess.capacityKwh\",\"value\":\"13\",\"words\":\"13 kWh battery\"}]}");
    }

    @Test
    void aModelThatReadsNothingHasNoScore() throws IOException {
        try (StandInServer server = StandInServer.start(reads().withFaults(FaultPlan.always(Fault.NOT_JSON)))) {
            VppRuns vpp = vpp(server);
            vpp.refused(
                    List.of("no description was read by the model", "score of the parser that needs none"),
                    "bench", "text", "--set", set(), "--parser", "model", "--llm-model", MODEL);
            assertTrue(vpp.out().contains("parser model (read by the model 0 of 4, without it 4)"), vpp.out());
            assertTrue(vpp.out().contains("MARK 4 of 4 descriptions (100.0 %) were read without the model"), vpp.out());
        }
    }

    @Test
    void whatRulesReadInItsPlaceIsSaidAndLeftOutOfItsOwnScore() throws IOException {
        FaultPlan one = FaultPlan.NONE.when(asked -> asked.everything().contains("and 2 kW"), Fault.NOT_JSON);
        try (StandInServer server = StandInServer.start(reads().withFaults(one))) {
            VppRuns vpp = vpp(server);
            vpp.works("bench", "text", "--set", set(), "--parser", "model", "--llm-model", MODEL);
            assertTrue(vpp.out().contains("parser model (read by the model 3 of 4, without it 1)"), vpp.out());
            assertTrue(vpp.out().contains("MARK 1 of 4 descriptions (25.0 %) were read without the model"), vpp.out());
            assertTrue(vpp.out().matches("(?s).*\nall +4 .*\nread by the model +3 .*"), vpp.out());
        }
    }

    @Test
    void aModelThatReadsAllIsNotMarked() throws IOException {
        try (StandInServer server = StandInServer.start(reads())) {
            VppRuns vpp = vpp(server);
            vpp.works("bench", "text", "--set", set(), "--parser", "model", "--llm-model", MODEL);
            assertTrue(vpp.out().contains("parser model (read by the model 4 of 4, without it 0)"), vpp.out());
            assertFalse(vpp.out().contains("MARK"), vpp.out());
            vpp.works("bench", "text", "--set", set());
            assertTrue(vpp.out().contains("parser trained\n"), vpp.out());
        }
    }
}
