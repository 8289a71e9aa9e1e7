package org.vppworkbench.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the program. */
@Command(
        name = "vpp",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Version.class,
        description = {
            "A laboratory for virtual power plants that negotiate.",
            "Without arguments it opens the window; without a display it runs the sample day."
        })
public final class CommandLineProgram implements Runnable {
    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private CommandLineProgram() {}

    /**
     * Runs a command.
     *
     * @param clock for wall times in manifests
     * @return the exit code, 0 only when what was asked for holds
     */
    public static int execute(
            String[] args, PrintWriter out, PrintWriter err, Clock clock, CancelToken cancel) {
        CommandLine line = new CommandLine(new CommandLineProgram());
        line.addSubcommand(new RunCommand(clock, cancel));
        line.addSubcommand(new BranchCommand(clock, cancel));
        line.addSubcommand(new RerunCommand(clock, cancel));
        line.addSubcommand(new BaselineCommand(clock, cancel));
        line.addSubcommand(new ForecastCommand());
        line.addSubcommand(new ValidateCommand());
        line.addSubcommand(new FleetCommand());
        line.addSubcommand(new SharesCommand(clock, cancel));
        line.addSubcommand(new SamplesCommand());
        line.addSubcommand(new DataCommand());
        line.addSubcommand(new ImportCommand());
        line.addSubcommand(DownloadCommand.create(clock, cancel));
        line.addSubcommand(BenchCommand.create(cancel));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, result) -> report(e, new Console(out, err)));
        return line.execute(args);
    }

    /** Says in plain words why a command ended, and returns the exit code. */
    static int report(Exception e, Console console) {
        console.endProgress();
        if (e instanceof RefusedException refused) {
            console.findings(refused.findings());
            return ExitCode.REFUSED;
        }
        if (e instanceof CancellationException) {
            console.error("cancelled; nothing was written");
            return ExitCode.CANCELLED;
        }
        console.error("a bug: " + e + "; please report it with the command and its input. " + traced(e));
        return ExitCode.REFUSED;
    }

    /** Writes the stack trace to a file of its own and says where. */
    private static String traced(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("vpp-error-", ".log");
            Files.writeString(file, trace.toString());
            return "Details for the developers: " + file;
        } catch (IOException | SecurityException unwritable) {
            return "Its details could not be written: " + unwritable.getMessage();
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            ApplicationInfo info = ApplicationInfo.current();
            String commit = info.commit() == null ? "" : " (" + info.commit() + ")";
            return new String[] {ApplicationInfo.NAME + " " + info.version() + commit};
        }
    }
}
