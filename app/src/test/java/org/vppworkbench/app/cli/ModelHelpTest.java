package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that asks a model lists the options that mean something to it, and takes no others. */
class ModelHelpTest {
    private static final List<String> OF_A_RUN = List.of(
            "--llm-homes", "--llm-mode", "--llm-aggregator", "--llm-tool", "--persona", "--paraphrase", "--order",
            "--share-rationales", "--least-stake-usd", "--relative-dates", "--price-scale", "--temperature",
            "--budget-usd-per-day", "--budget-tokens-per-day");

    private static final List<String> OF_ALL = List.of(
            "--llm-provider", "--llm-model", "--llm-base-url", "--tape", "--llm-prices", "--llm-rpm", "--llm-silence",
            "--llm-timeout", "--consent");

    private static String help(String command) {
        VppRuns vpp = new VppRuns();
        vpp.works((Object[]) (command + " --help").split(" "));
        return vpp.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe", "bench text", "probe", "sentinel"})
    void questionsOutsideARunHaveNoConditionsOfOne(String command) {
        String help = help(command);
        OF_ALL.forEach(option -> assertTrue(help.contains(option), option));
        // a description may name an option of another command
        for (String option : OF_A_RUN) {
            assertFalse(Pattern.compile("\\[" + option + "[\\]=]|" + option + "=").matcher(help).find(), option);
        }
        assertEquals(!command.equals("sentinel"), help.contains("--budget-usd"));
        assertEquals(command.equals("sentinel"), help.contains("--llm-concurrency"));
    }

    @Test
    void aRunHasThemAll() {
        String help = help("run");
        OF_ALL.forEach(option -> assertTrue(help.contains(option), option));
        OF_A_RUN.forEach(option -> assertTrue(help.contains(option), option));
        for (String option : List.of("--budget-usd=", "--budget-tokens=", "--budget-calls=", "--budget-seconds=", "--llm-concurrency=")) {
            assertTrue(help.contains(option), option);
        }
    }

    @Test
    void fixedQuestionsAreNotPutToATape() {
        VppRuns vpp = new VppRuns();
        assertEquals(2, vpp.run("sentinel", "--tape", "replay:x", "--out", "y"));
        assertTrue(vpp.err().contains("the model itself is asked"), vpp.err());
    }
}
