package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.metrics.Metric;

/** §8 of {@code docs/model.md} says what every key of {@code metrics.json} means. */
class MetricsDocumentationTest {
    /** A key, or one that begins with … and stands for all that end like it. */
    private static final Pattern KEY = Pattern.compile("`(\u2026?[A-Za-z]+)`");

    private static final Set<String> KEYS = RunBundle.of(SmallRuns.run("rule", 1, false), Map.of(), List.of())
            .metrics().week().stream()
            .map(Metric::key)
            .collect(Collectors.toCollection(TreeSet::new));

    private static Set<String> documented() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "model.md"));
        String metrics = text.substring(text.indexOf("\n## 8 Metrics"), text.indexOf("\n## 9 "));
        return KEY.matcher(metrics).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toSet());
    }

    private static boolean says(Set<String> documented, String key) {
        return documented.contains(key)
                || documented.stream().anyMatch(d -> d.startsWith("\u2026") && key.endsWith(d.substring(1)));
    }

    @Test
    void everyKeyStandsInTheDocumentation() throws IOException {
        Set<String> documented = documented();
        assertTrue(KEYS.size() > 90, "keys: " + KEYS.size());
        assertEquals(List.of(), KEYS.stream().filter(key -> !says(documented, key)).toList());
    }

    @Test
    void aKeyThatIsNotThereIsMissed() throws IOException {
        assertTrue(!says(documented(), "inventedUsd"));
    }
}
