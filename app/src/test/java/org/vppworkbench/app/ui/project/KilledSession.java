package org.vppworkbench.app.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Windows that are killed. */
public final class KilledSession {
    private KilledSession() {}

    /**
     * Starts a process that opens a project, edits and keeps its edits, and kills it.
     *
     * @param project folder, or {@code null} for none
     */
    public static void withEdits(Path home, @Nullable Path project, long seed) throws Exception {
        during(home, project, seed, pid -> {});
    }

    /** The same; something is done before it is killed, with the id of the process. */
    static void during(Path home, @Nullable Path project, long seed, LongConsumer meanwhile) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), KilledSession.class.getName(), home.toString(),
                        project == null ? "" : project.toString(), Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertEquals("kept", out.readLine());
            meanwhile.accept(process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process: it edits, and waits to be killed. */
    public static void main(String[] args) throws InterruptedException {
        Session session = new Session(Path.of(args[0]));
        if (!args[1].isEmpty()) {
            session.desk.open(Path.of(args[1]), () -> {}, () -> {});
        }
        session.seed(Long.parseLong(args[2])).pass(3);
        System.out.println("kept");
        Thread.sleep(Duration.ofMinutes(5));
    }
}
