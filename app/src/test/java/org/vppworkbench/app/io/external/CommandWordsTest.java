package org.vppworkbench.app.io.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines without a shell, and what a program inherits. */
class CommandWordsTest {
    private static List<String> words(String command) {
        return CommandWords.split("here", command).orThrow();
    }

    @Test
    void blanksSeparateAndQuotesKeepTogether() {
        assertEquals(List.of("python3", "agent.py", "--beta", "0.3"), words("  python3 agent.py\t--beta  0.3 "));
        assertEquals(List.of("C:\\Program Files\\py.exe", "a b", ""), words("\"C:\\Program Files\\py.exe\" 'a b' ''"));
        assertEquals(List.of("say", "it's"), words("say \"it's\""));
    }

    @Test
    void nothingElseHasAMeaning() {
        assertEquals(List.of("a", "|", "rm", "-rf", "$HOME;", "*", ">x", "`id`"), words("a | rm -rf $HOME; * >x `id`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"\"", "python3 \"agent.py"})
    void commandsThatNameNothingAreFindings(String command) {
        assertNull(CommandWords.split("here", command).value());
        assertTrue(CommandWords.split("here", command).findings().getFirst().oneLine().contains("here"));
    }

    @Test
    void secretsStayAtHome() {
        Map<String, String> environment = new HashMap<>();
        List<String> secret = List.of("GEMINI_API_KEY", "openai_api_key", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "DB_PASSWORD", "MY_KEY");
        List<String> open = List.of("PATH", "HOME", "LANG", "KEYBOARD", "PWD", "JAVA_HOME");
        secret.forEach(name -> environment.put(name, "x"));
        open.forEach(name -> environment.put(name, "x"));

        ScrubbedEnvironment.scrub(environment);

        secret.forEach(name -> assertFalse(environment.containsKey(name), name));
        open.forEach(name -> assertTrue(environment.containsKey(name), name));
    }
}
