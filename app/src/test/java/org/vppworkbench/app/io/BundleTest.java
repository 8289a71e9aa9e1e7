package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.BundledRun;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class BundleTest {
    private static final ExperimentResult RUN = SmallRuns.run("rule", 1, true);
    private static final BundleContent CONTENT = RunBundle.of(RUN, Map.of(), List.of());

    @TempDir Path folder;

    private Path write() {
        Path target = folder.resolve("run");
        BundleWriter.write(target, CONTENT, ProgressSink.NONE, CancelToken.NEVER);
        return target;
    }

    @Test
    void readsBackAsTheSameRun() {
        Bundle bundle = BundleReader.read(write()).orThrow();

        assertEquals(CONTENT.inputs(), bundle.inputs());
        assertEquals(CONTENT.events(), bundle.events());
        assertEquals(CONTENT.baseline(), bundle.baseline());
        ExperimentResult again = BundledRun.reopen(bundle, SmallRuns.CLOCK);
        assertEquals(RUN.metrics(), again.metrics());
        assertEquals(RUN.invariants(), again.invariants());
        assertEquals(RUN.settlement(), again.settlement());
    }

    @Test
    void changedFileIsAFinding() throws IOException {
        Path target = write();
        Path csv = target.resolve(Bundle.DISPATCH);
        Files.writeString(csv, Files.readString(csv) + "\n");

        assertTrue(firstFinding(target).contains("changed since the run"));
    }

    @Test
    void missingFileIsAFinding() throws IOException {
        Path target = write();
        Files.delete(target.resolve(Bundle.MESSAGES));

        assertTrue(firstFinding(target).contains("messages.jsonl: missing"));
    }

    @Test
    void inputsAloneAreEnough() throws IOException {
        Path target = write();
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.copy(target.resolve(Bundle.INPUTS), alone.resolve(Bundle.INPUTS));

        assertEquals(CONTENT.inputs(), BundleReader.read(alone).orThrow().inputs());
    }

    @Test
    void emptyFolderIsUsed() throws IOException {
        Files.createDirectory(folder.resolve("run"));

        assertTrue(Files.exists(write().resolve(Bundle.MANIFEST)));
    }

    @Test
    void folderWithAFileIsLeftAlone() throws IOException {
        Path target = Files.createDirectory(folder.resolve("run"));
        Files.writeString(target.resolve("mine.txt"), "mine");

        RefusedException refused = assertThrows(RefusedException.class, this::write);

        assertTrue(refused.getMessage().contains("not empty"));
        assertEquals(List.of(target.resolve("mine.txt")), list(target));
        assertEquals(List.of(target), list(folder));
    }

    @Test
    void cancelLeavesNothingBehind() throws IOException {
        AtomicInteger polls = new AtomicInteger();
        CancelToken later = () -> polls.incrementAndGet() > 4;

        assertThrows(
                CancellationException.class,
                () -> BundleWriter.write(folder.resolve("run"), CONTENT, ProgressSink.NONE, later));

        assertEquals(List.of(), list(folder));
    }

    @Test
    void failureWhileWritingLeavesNothingBehind() throws IOException {
        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () ->
                                NewFolder.make(
                                        folder.resolve("run"),
                                        part -> {
                                            Files.writeString(part.resolve("half.csv"), "half");
                                            throw new IOException("No space left on device");
                                        }));

        assertTrue(refused.getMessage().contains("No space left on device"));
        assertEquals(List.of(), list(folder));
    }

    @Test
    void folderBelowAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        RefusedException refused =
                assertThrows(
                        RefusedException.class, () -> NewFolder.make(file.resolve("run"), part -> { }));

        assertTrue(refused.getMessage().contains("not writable"));
    }

    @Test
    void unfinishedRunOfAnotherIsLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("run.part"));

        RefusedException refused = assertThrows(RefusedException.class, this::write);

        assertTrue(refused.getMessage().contains("run.part"));
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void secondRunToTheSameNameIsRefusedAndTheFirstIsLeftAlone() throws IOException {
        Path target = folder.resolve("run");
        NewFolder.make(
                target,
                part -> {
                    Files.writeString(part.resolve("first.csv"), "first");
                    RefusedException refused =
                            assertThrows(
                                    RefusedException.class,
                                    () -> NewFolder.make(target, other -> Files.delete(other)));
                    assertTrue(refused.getMessage().contains("run.part"));
                });

        assertEquals(List.of(target.resolve("first.csv")), list(target));
        assertEquals(List.of(target), list(folder));
    }

    @Test
    void folderFilledMeanwhileIsLeftAlone() throws IOException {
        Path target = folder.resolve("run");

        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () ->
                                NewFolder.make(
                                        target,
                                        part -> {
                                            Files.createDirectory(target);
                                            Files.writeString(target.resolve("other.csv"), "other");
                                        }));

        assertTrue(refused.getMessage().contains("somebody else"));
        assertEquals(List.of(target.resolve("other.csv")), list(target));
        assertEquals(List.of(target), list(folder));
    }

    @Test
    void racingRunsGiveOneFolderThatIsComplete() throws Exception {
        Path target = folder.resolve("run");
        int runs = 8;
        AtomicInteger made = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(runs);
        try (ExecutorService threads = Executors.newFixedThreadPool(runs)) {
            for (int i = 0; i < runs; i++) {
                String name = "run-" + i;
                Future<Integer> _ = threads.submit(() -> {
                    start.await();
                    NewFolder.make(
                            target,
                            part -> {
                                Files.writeString(part.resolve("a.csv"), name);
                                Files.writeString(part.resolve("b.csv"), name);
                            });
                    return made.incrementAndGet();
                });
            }
        }

        assertEquals(1, made.get());
        assertEquals(
                Files.readString(target.resolve("a.csv")), Files.readString(target.resolve("b.csv")));
        assertEquals(List.of(target), list(folder));
    }

    private static String firstFinding(Path bundle) {
        var findings = BundleReader.read(bundle).findings();
        return findings.getFirst().oneLine();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
