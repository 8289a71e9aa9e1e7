package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class BundleComparisonTest {
    private static final BundleContent CONTENT = RunBundle.of(SmallRuns.run("rule", 1, true), Map.of(), List.of());

    @TempDir Path folder;

    private Path before;
    private Path now;

    @BeforeEach
    void bundles() {
        before = folder.resolve("before");
        now = folder.resolve("now");
        BundleWriter.write(before, CONTENT, ProgressSink.NONE, CancelToken.NEVER);
        BundleWriter.write(now, CONTENT, ProgressSink.NONE, CancelToken.NEVER);
    }

    private Map<String, BundleComparison.Verdict> compared(Set<String> takenOver) {
        RunManifest manifest = Objects.requireNonNull(BundleReader.read(before).orThrow().manifest());
        return BundleComparison.of(manifest, before, now, takenOver).stream()
                .collect(Collectors.toMap(BundleComparison.Verdict::file, verdict -> verdict));
    }

    private void edit(String name, String good, String bad) throws IOException {
        Path file = now.resolve(name);
        String text = Files.readString(file);
        String other = text.replaceFirst(good, bad);
        assertFalse(other.equals(text), name + " has no " + good);
        Files.writeString(file, other);
    }

    @Test
    void theSameBundleIsTheSame() {
        Map<String, BundleComparison.Verdict> verdicts = compared(Set.of(Bundle.METRICS));
        assertEquals(10, verdicts.size());
        assertTrue(verdicts.values().stream().allMatch(BundleComparison.Verdict::holds), verdicts.toString());
        assertEquals("identical", said(verdicts, Bundle.INPUTS));
        assertEquals("identical; taken over, not made again", said(verdicts, Bundle.METRICS));
    }

    @Test
    void wallTimesAreNotCompared() throws IOException {
        edit(Bundle.BASELINE, "\"seconds\": [0-9.]+", "\"seconds\": 99.5");
        edit(Bundle.MANIFEST, "\"finishedAt\": \"2026", "\"finishedAt\": \"2027");
        edit(Bundle.MANIFEST, "\"version\": \"", "\"version\": \"9");
        Map<String, BundleComparison.Verdict> verdicts = compared(Set.of());
        assertTrue(verdicts.values().stream().allMatch(BundleComparison.Verdict::holds), verdicts.toString());
        assertEquals("identical but for seconds", said(verdicts, Bundle.BASELINE));
    }

    @Test
    void whatElseDiffersIsNamed() throws IOException {
        edit(Bundle.BASELINE, "\"iterations\": ", "\"iterations\": 1");
        edit(Bundle.MANIFEST, "\"kappa\": 1", "\"kappa\": 2");
        edit(Bundle.INPUTS, "\"importLimitKw\":[0-9.]+", "\"importLimitKw\":99.5");
        edit(Bundle.MESSAGES, "\"gate\":", "\"gates\":");
        edit(Bundle.SCENARIO, "\n", "");
        Files.writeString(now.resolve(Bundle.EVENTS), "\n", java.nio.file.StandardOpenOption.APPEND);
        Files.delete(now.resolve(Bundle.CONTRACTS));
        Map<String, BundleComparison.Verdict> verdicts = compared(Set.of());
        assertTrue(said(verdicts, Bundle.BASELINE).startsWith("differs, home.iterations: "), said(verdicts, Bundle.BASELINE));
        assertTrue(said(verdicts, Bundle.MANIFEST).startsWith("differs, configuration.scenario.kappa: 1"));
        assertTrue(said(verdicts, Bundle.INPUTS).startsWith("differs, prosumers[0].importLimitKw: 48.0 before, 99.5 now"));
        assertTrue(said(verdicts, Bundle.MESSAGES).startsWith("differs, line "), said(verdicts, Bundle.MESSAGES));
        assertTrue(said(verdicts, Bundle.MESSAGES).contains(", absent now"), said(verdicts, Bundle.MESSAGES));
        assertTrue(said(verdicts, Bundle.SCENARIO).startsWith("differs, the same values, written otherwise"));
        assertTrue(said(verdicts, Bundle.EVENTS).endsWith("the file ended here before"), said(verdicts, Bundle.EVENTS));
        assertEquals("not in the new bundle", said(verdicts, Bundle.CONTRACTS));
        for (String name : List.of(Bundle.BASELINE, Bundle.MANIFEST, Bundle.INPUTS, Bundle.MESSAGES, Bundle.SCENARIO,
                Bundle.EVENTS, Bundle.CONTRACTS)) {
            assertFalse(Objects.requireNonNull(verdicts.get(name)).holds(), name);
        }
        assertTrue(Objects.requireNonNull(verdicts.get(Bundle.DISPATCH)).holds());
    }

    private static String said(Map<String, BundleComparison.Verdict> verdicts, String file) {
        return Objects.requireNonNull(verdicts.get(file)).words();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "same", value = {
        "a.csv|x,y;1,2;|x,y;1,2;|same",
        "a.csv|x,y;1,2;|x,y;1,3;|line 2, y: 2 before, 3 now",
        "a.csv|x,y;1,;|x,y;1,3;|line 2, y: empty before, 3 now",
        "a.csv|x,y;1,2;|x,z;1,2;|line 1",
        "a.csv|x,y;1,2;|x,y;1,2;4,5;|line 3: the file ended here before",
        "a.jsonl|{\"a\":[1,{\"b\":2}]};|{\"a\":[1,{\"b\":3}]};|line 1, a[1].b: 2 before, 3 now",
        "a.jsonl|{\"a\":1};|{\"a\":1,\"c\":0};|line 1, c: absent before, 0 now",
        "a.jsonl|{\"a\":[1]};|{\"a\":[1,2]};|line 1, a: 1 entries before, 2 entries now",
        "a.json|{\"a\":1.0}|{\"a\":1}|a: 1.0 before, 1 now",
        "a.json|{\"a\":1,\"t\":1}|{\"a\":1,\"t\":2}|same",
        "a.json|{\"a\":1}|{a|from byte 2 on; not JSON",
        "a.png|12345|12945|from byte 3 on",
        "a.svg|one;two;|one;three;|line 2",
    })
    void theFirstDifferenceIsNamed(String name, String one, String two, @Nullable String expected) throws IOException {
        Path first = Files.createDirectories(folder.resolve("1")).resolve(name);
        Path second = Files.createDirectories(folder.resolve("2")).resolve(name);
        Files.write(first, one.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
        Files.write(second, two.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
        assertEquals(expected, FirstDifference.between(first, second, name.equals("a.json") ? Set.of("t") : Set.of()));
    }
}
