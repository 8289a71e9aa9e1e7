package org.vppworkbench.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.CancellationException;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
        return execute(args, out, err, clock, cancel, LanguageDesk.ofTheProcess());
    }

    /**
     * Runs a command.
     *
     * @param desk where commands get their language models
     */
    static int execute(
            String[] args, PrintWriter out, PrintWriter err, Clock clock, CancelToken cancel, LanguageDesk desk) {
        CommandLine line = new CommandLine(new CommandLineProgram());
        line.addSubcommand(new RunCommand(clock, cancel, desk));
        line.addSubcommand(new BranchCommand(clock, cancel));
        line.addSubcommand(new RerunCommand(clock, cancel));
        line.addSubcommand(new ReplayCommand(clock, cancel));
        line.addSubcommand(new VerifyCommand(clock, cancel));
        line.addSubcommand(TapeCommand.create());
        line.addSubcommand(new SentinelCommand(clock, cancel, desk));
        line.addSubcommand(new BaselineCommand(clock, cancel));
        line.addSubcommand(new CompareCommand(clock, cancel));
        line.addSubcommand(new UtilityCommand(cancel));
        line.addSubcommand(new ExportCommand(clock, cancel));
        line.addSubcommand(new ReportCommand(clock, cancel));
        line.addSubcommand(new ExplainCommand(clock, cancel, desk));
        line.addSubcommand(new ConditionsCommand(clock, cancel));
        line.addSubcommand(new ProbeCommand(clock, cancel, desk));
        line.addSubcommand(new ForecastCommand(cancel));
        line.addSubcommand(new ValidateCommand(cancel));
        line.addSubcommand(new FleetCommand(cancel));
        line.addSubcommand(new SharesCommand(clock, cancel));
        line.addSubcommand(new SamplesCommand());
        line.addSubcommand(new DataCommand(cancel));
        line.addSubcommand(new ImportCommand(cancel));
        line.addSubcommand(DownloadCommand.create(clock, cancel));
        line.addSubcommand(new DescribeCommand(clock, cancel, desk));
        line.addSubcommand(BenchCommand.create(clock, cancel, desk));
        line.registerConverter(LocalDate.class, DateOption::day);
        line.registerConverter(LocalDateTime.class, DateOption::time);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, result) -> report(e, new Console(out, err), cancel));
        line.setParameterExceptionHandler((e, words) -> misused(e, new Console(out, err)));
        return line.execute(args);
    }

    /** Says what is wrong with the command line; the whole usage would push that out of sight. */
    static int misused(ParameterException e, Console console) {
        CommandLine command = e.getCommandLine();
        console.error(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        console.hint("see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    /** Says in plain words why a command ended, and returns the exit code. */
    static int report(Exception e, Console console, CancelToken cancel) {
        console.endProgress();
        if (e instanceof RefusedException refused) {
            console.findings(refused.findings());
            return ExitCode.REFUSED;
        }
        // While the process is being ended much fails that otherwise works; that is no bug.
        if (e instanceof CancellationException || cancel.cancelled()) {
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
