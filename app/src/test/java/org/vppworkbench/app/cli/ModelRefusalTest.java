package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** What is not done, and the words that say why and what helps; in no case do rules speak in place of a model. */
class ModelRefusalTest {
    private static final String KEY = "SECRET-key-0123456789-zyxw";

    @TempDir Path folder;

    private static VppRuns vpp(Map<String, String> environment, Path folder) {
        return new VppRuns(new LanguageDesk(environment::get, folder, question -> null));
    }

    private Object[] run(Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", "--no-optimum", "--out", folder.resolve("out")));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private void nothingWasWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.filter(file -> !file.endsWith(".env")).toList());
        }
    }

    @Test
    void withoutAKeyAndATapeNothingSpeaks() throws IOException {
        VppRuns vpp = new VppRuns();
        vpp.refused(
                List.of("GEMINI_API_KEY", "no key", "--tape replay:FILE", "mechanism rule"),
                run("--mechanism", "llm", "--llm-model", "some-model"));
        vpp.refused(
                List.of("OPENAI_API_KEY"), run("--mechanism", "llm", "--llm-provider", "openai", "--llm-model", "some-model"));
        vpp.refused(List.of("--llm-model", "GEMINI_MODEL"), run("--mechanism", "llm"));
        vpp(Map.of("GEMINI_API_KEY", "null"), folder).refused(
                List.of("GEMINI_API_KEY", "no key", "--tape replay:FILE", "mechanism rule"),
                run("--mechanism", "llm", "--llm-model", "some-model", "--consent"));
        nothingWasWritten();
    }

    @Test
    void aProviderThatIsNotKnownIsNamedBeforeItsModel() throws IOException {
        VppRuns vpp = vpp(Map.of("GEMINI_MODEL", "some-model", "GEMINI_API_KEY", KEY), folder);
        vpp.refused(
                List.of("--llm-provider", "not known (value claude)", "gemini, openai, ollama"),
                run("--mechanism", "llm", "--llm-provider", "claude"));
        assertFalse(vpp.err().contains("--llm-model"), vpp.err());
        nothingWasWritten();
    }

    @Test
    void optionsOfModelsNeedAModel() throws IOException {
        VppRuns vpp = new VppRuns();
        assertEquals(2, vpp.run(run("--mechanism", "rule", "--llm-homes", 3, "--persona", "cautious", "--tape", "replay:x")));
        for (String word : List.of("--llm-homes, --persona, --tape", "mechanism rule", "llm")) {
            assertTrue(vpp.err().contains(word), vpp.err());
        }
        nothingWasWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "--persona, pirate, there is no such persona", "--paraphrase, 77, there is no such wording", "--llm-homes, -5, homes",
        "--budget-usd, -1, budget.usd", "--budget-tokens, -1, budget.tokens", "--price-scale, 0, priceScale",
        "--temperature, 3, sampling.temperature", "--least-stake-usd, -1, leastStakeUsd", "--llm-tool, noisy:7, toolNoise",
        "--llm-provider, azure, provider", "--llm-base-url, 'ftp://SECRET', endpoint", "--llm-prices, none.json, none.json",
        "--tape, replay:none.tape, no such file"
    })
    void conditionsOutOfRangeAreFindings(String option, String value, String word) throws IOException {
        VppRuns vpp = vpp(Map.of("GEMINI_API_KEY", KEY), folder);
        vpp.refused(List.of(word), run("--mechanism", "llm", "--llm-model", "some-model", option, value, "--consent"));
        assertFalse(vpp.err().contains("SECRET"), vpp.err());
        nothingWasWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "--llm-mode, hourly, daily", "--llm-tool, wrong, noisy:SIGMA", "--order, random, shuffled", "--gate, open, physics",
        "--tape, file, record:FILE", "--llm-aggregator, boss, model", "--temperature, hot, provider", "--llm-rpm, 0, '[1,'",
        "--llm-concurrency, 5000, 1024"
    })
    void otherWordsAreMisuse(String option, String value, String word) {
        VppRuns vpp = new VppRuns();
        assertEquals(2, vpp.run(run("--mechanism", "llm", "--llm-model", "some-model", option, value)));
        assertTrue(vpp.err().contains(word), vpp.err());
    }

    /** Nobody to be asked: the notice is told, nothing is sent, and neither the tape nor the bundle is begun. */
    @Test
    void nothingLeavesTheMachineWithoutConsent() throws IOException {
        VppRuns vpp = vpp(Map.of("GEMINI_API_KEY", KEY), folder);
        vpp.refused(
                List.of("PRIVACY", "some-model @generativelanguage.googleapis.com", "nothing was sent", "--consent"),
                run("--mechanism", "llm", "--llm-model", "some-model", "--tape", "record:" + folder.resolve("tape")));
        assertFalse(vpp.err().contains(KEY));
        nothingWasWritten();
    }

    /** What is told is what this command sends. */
    @Test
    void eachCommandTellsWhatItSends() {
        VppRuns vpp = vpp(Map.of("GEMINI_API_KEY", KEY), folder);
        List<String> description = List.of("PRIVACY", "the text of each description", "nothing was sent");
        vpp.refused(description, "describe", "a house with solar panels", "--parser", "model", "--llm-model", "some-model");
        vpp.refused(description, "bench", "text", "--parser", "model", "--llm-model", "some-model");
        vpp.refused(
                List.of("fifty short questions", "nothing was sent"),
                "sentinel", "--llm-model", "some-model", "--out", folder.resolve("answers"));
        vpp.refused(List.of("about market prices", "nothing was sent"), "probe", "--llm-model", "some-model");
        vpp.refused(
                List.of("the true least price", "nothing was sent"), run("--mechanism", "llm-single", "--llm-model", "some-model"));
        assertFalse(vpp.err().contains("Sent of each home a model speaks for"), vpp.err());
    }

    private static String asked(String answer, boolean given) {
        LanguageSettings settings = LanguageSettings.of("openai", "some-model", "https://models.example.org/v1");
        Destination destination = GatewayChecks.destination(GatewaySettings.of(settings, Secret.of(KEY))).orThrow();
        StringWriter said = new StringWriter();
        new AskedConsent(new Console(new PrintWriter(said), new PrintWriter(said)), Purpose.NEGOTIATION, question -> answer, given)
                .obtain(destination, settings);
        return said.toString();
    }

    @Test
    void somebodyAtATerminalMayAgree() {
        assertTrue(asked("yes", false).contains("models.example.org"));
        assertTrue(asked(" Y ", false).contains("The key goes along in a header"));
        assertTrue(asked("never asked", true).contains("PRIVACY"), "the notice is told all the same");
        assertThrows(RefusedException.class, () -> asked("", false));
        assertThrows(RefusedException.class, () -> asked("no", false));
    }

    /** Keys may stand in a file; the environment of the process wins, and a broken line is named by its number alone. */
    @Test
    void keysFromAFile() throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(file, "# keys\nGEMINI_API_KEY=" + KEY + "\nGEMINI_MODEL=model-of-the-file\n");
        vpp(Map.of(), folder).refused(
                List.of("model-of-the-file @generativelanguage", "--consent"), run("--mechanism", "llm"));
        vpp(Map.of("GEMINI_MODEL", "model-of-the-process"), folder).refused(
                List.of("model-of-the-process @generativelanguage"), run("--mechanism", "llm"));
        Files.writeString(file, "# keys\nGEMINI_API_KEY " + KEY + "\n");
        VppRuns vpp = vpp(Map.of(), folder);
        vpp.refused(List.of(".env", "line 2 is malformed"), run("--mechanism", "llm"));
        assertFalse(vpp.err().contains("SECRET"), vpp.err());
        nothingWasWritten();
    }
}
