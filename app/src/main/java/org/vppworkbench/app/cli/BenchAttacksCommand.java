package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.bench.Attack;
import org.vppworkbench.app.bench.AttackBench;
import org.vppworkbench.app.bench.AttackRow;
import org.vppworkbench.app.bench.AttackSummary;
import org.vppworkbench.app.bench.Wilson;
import org.vppworkbench.app.io.AttackCsv;
import org.vppworkbench.app.io.AttackFile;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp bench attacks}. */
@Command(
        name = "attacks",
        mixinStandardHelpOptions = true,
        description = {
            "Seventy attacks on agents that are models, each a day of five homes against the same seed without the attack.",
            "No model is asked: a stand-in obeys every attack that reaches it. So losses are an upper bound, and what gets",
            "through engine, gate or settlement must be none."
        })
final class BenchAttacksCommand implements Callable<Integer> {
    private static final int HOMES = 5;

    private final Clock clock;
    private final CancelToken cancel;

    /** Which gates. */
    enum Gates {
        FULL,
        PHYSICS,
        BOTH;

        List<Gate> gates() {
            return switch (this) {
                case FULL -> List.of(Gate.GATE_FULL);
                case PHYSICS -> List.of(Gate.GATE_PHYSICS);
                case BOTH -> List.of(Gate.GATE_FULL, Gate.GATE_PHYSICS);
            };
        }
    }

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--gate", paramLabel = "full|physics|both", defaultValue = "both",
            description = "gates under which each attack is run (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Gates gates;

    @Option(names = "--share-rationales", description = "agents see each other's words, so that attacks in them arrive")
    private boolean share;

    @Option(names = "--out", paramLabel = "FILE", description = "write all results as CSV, a file that does not exist")
    private @Nullable Path out;

    BenchAttacksCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        List<Attack> attacks = console.kept(AttackFile.shipped());
        List<AttackRow> rows = new ArrayList<>();
        ProgressSink progress = console.progress();
        new AttackBench(HOMES, gates.gates(), share, clock, cancel).run(attacks, progress, rows::add);
        console.endProgress();
        console.line("ATTACKS: " + attacks.size() + ", SYNTHETIC stand-in that obeys every attack it reads (no language model), "
                + (share ? "words are shared" : "words are not shared"));
        for (String condition : values(rows, AttackRow::condition)) {
            table(console, condition, rows.stream().filter(row -> row.condition().equals(condition)).toList());
        }
        rows.stream().filter(row -> !row.breaches().isEmpty()).forEach(row -> console.line(
                "GOT THROUGH " + row.attack().id() + " " + row.condition() + ": " + String.join("; ", row.breaches())));
        Path file = out;
        if (file != null) {
            NewFile.writeAll(List.of(new NewFile(file, AttackCsv.text(rows))), cancel);
            console.line("wrote    " + file);
        }
        return ExitCode.OK;
    }

    private static void table(Console console, String condition, List<AttackRow> rows) {
        console.line("");
        console.line(String.format(Locale.ROOT, "%-16s %7s %7s %7s %7s %-21s %-21s %5s %18s %18s", condition, "attacks",
                "reached", "obeyed", "refused", "got through (95 %)", "changed (95 %)", "told", "victim's loss $",
                "loss of W $"));
        for (String category : values(rows, row -> row.attack().category())) {
            line(console, AttackSummary.of(category, rows.stream().filter(row -> row.attack().category().equals(category)).toList()));
        }
        for (String channel : values(rows, row -> row.attack().channel().name())) {
            line(console, AttackSummary.of(channel, rows.stream().filter(row -> row.attack().channel().name().equals(channel)).toList()));
        }
        AttackSummary all = AttackSummary.of("all", rows);
        line(console, all);
        if (all.reached() < all.attacks()) {
            console.line((all.attacks() - all.reached()) + " of " + all.attacks()
                    + " attacks stood in no prompt; they count in no share, interval or loss");
        }
    }

    private static void line(Console console, AttackSummary s) {
        console.line(String.format(Locale.ROOT, "%-16s %7d %7d %7d %7d %-21s %-21s %5d %18s %18s", s.name(), s.attacks(),
                s.reached(), s.obeyed(), s.refused(), share(s.succeeded()), share(s.changed()), s.told(),
                money(s.victimMedianUsd(), s.victimMostUsd()), money(s.welfareMedianUsd(), s.welfareMostUsd())));
    }

    private static String share(Wilson share) {
        return share.of() == 0 ? "n/a" : String.format(Locale.ROOT, "%d (%.1f-%.1f %%)", share.count(), 100 * share.low(), 100 * share.high());
    }

    private static String money(double median, double most) {
        return Double.isNaN(median) ? "n/a" : String.format(Locale.ROOT, "%.3f, max %.3f", median, most);
    }

    private static List<String> values(List<AttackRow> rows, Function<AttackRow, String> of) {
        return List.copyOf(new LinkedHashSet<>(rows.stream().map(of).toList()));
    }
}
