package org.vppworkbench.app;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vppworkbench.app.cli.CommandLineProgram;
import org.vppworkbench.app.cli.ExitCode;
import org.vppworkbench.app.cli.SampleDay;
import org.vppworkbench.app.ui.WorkbenchApplication;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Entry point of the program: with arguments it is the command line, without arguments the window,
 * or, where there is no display, the sample day.
 *
 * <p>It does not extend {@code Application}, so that JavaFX starts from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /**
     * Starts the program and ends the process with the exit code of the command.
     *
     * @param args the command line; empty to open the window
     */
    public static void main(String[] args) {
        Charset charset = System.out.charset();
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        Optional<String> noDisplay = args.length > 0 ? Optional.of("") : Display.problem();
        // Figures and files need no display.
        System.setProperty("java.awt.headless", "true");
        if (noDisplay.isEmpty()) {
            WorkbenchApplication.open();
            System.exit(0);
        }
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(interrupt::awaitCleanUp));
        int code =
                args.length > 0
                        ? CommandLineProgram.execute(args, out, err, Clock.systemUTC(), interrupt)
                        : SampleDay.run(noDisplay.orElse(""), Path.of(""), out, err, Clock.systemUTC(), interrupt);
        interrupt.finished(code);
        System.exit(code);
    }

    /** Ctrl-C asks the work to stop and gives it a moment to remove what it had begun. */
    private static final class Interrupt implements CancelToken {
        private static final long SECONDS = 10;

        private final CountDownLatch done = new CountDownLatch(1);
        private volatile boolean cancelled;
        private volatile int code = ExitCode.CANCELLED;

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        void finished(int exitCode) {
            code = exitCode;
            done.countDown();
        }

        void awaitCleanUp() {
            // The hook also runs where the program ends by itself; then there is nothing to wait for.
            boolean over = done.getCount() == 0;
            cancelled = true;
            try {
                // Whether or not it came to an end in time: the process ends now.
                boolean inTime = done.await(SECONDS, TimeUnit.SECONDS);
                if (!over && inTime && code != ExitCode.CANCELLED) {
                    // The work was done before it heard of the signal: its own exit code, not that of the signal.
                    Runtime.getRuntime().halt(code);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
