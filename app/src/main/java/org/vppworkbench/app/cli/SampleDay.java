package org.vppworkbench.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.model.simulation.CancelToken;

/** What the program does without arguments where there is no display. */
public final class SampleDay {
    private static final LocalDate DAY = LocalDate.of(2023, 8, 16);

    private SampleDay() {}

    /**
     * Runs 16 August 2023 of the sample with rule agents, below {@code folder/runs}.
     *
     * @param noDisplay why there is no window
     * @return the exit code
     */
    public static int run(
            String noDisplay, Path folder, PrintWriter out, PrintWriter err, Clock clock, CancelToken cancel) {
        Console console = new Console(out, err);
        console.line("No display was found (" + noDisplay + "), so there is no window.");
        console.line("Running the sample day instead:");
        console.line("16 August 2023 in Los Angeles, 20 homes, rule agents (no language model).");
        console.line("'vpp --help' shows what else can be done without a window.");
        ScenarioOptions options = new ScenarioOptions();
        options.from = DAY;
        try {
            return new SingleRun(console, clock, cancel)
                    .run(options.request("rule", 1L), ExperimentOptions.DEFAULT, freeName(folder));
        } catch (RuntimeException e) {
            return CommandLineProgram.report(e, console, cancel);
        }
    }

    private static Path freeName(Path folder) {
        Path runs = folder.resolve("runs");
        String name = "sample-" + DAY;
        Path path = runs.resolve(name);
        for (int n = 2; Files.exists(path) || Files.exists(runs.resolve(path.getFileName() + ".part")); n++) {
            path = runs.resolve(name + "-" + n);
        }
        return path;
    }
}
