package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BilateralTalk;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.UtilityFigure;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.UtilityCsv;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.utility.UtilityPoint;
import org.vppworkbench.negotiation.utility.UtilitySpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp utility}. */
@Command(
        name = "utility",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what one home and the aggregator negotiated about one opportunity in utility space: the deals that were",
            "possible, the Pareto front, the solutions of Nash and of Kalai and Smorodinsky, the offers, and the agreement.",
            "The home's utility is its surplus by its what-if tool, the aggregator's its expected profit at the published price."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:table and figure are written",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class UtilityCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final BundlePair folders = new BundlePair();

    @Option(names = "--opportunity", paramLabel = "ID", required = true, order = 2,
            description = "product and hour of the run, such as ENERGY@19")
    @SuppressWarnings("NullAway.Init") // required
    private String opportunity;

    @Option(names = "--home", paramLabel = "ID", required = true, order = 3, description = "the home, such as home-003")
    @SuppressWarnings("NullAway.Init") // required
    private String home;

    UtilityCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Bundle bundle = folders.read(console);
        BilateralTalk talk = BilateralTalk.of(bundle, opportunity, home);
        UtilitySpace space = talk.space();
        List<UtilityPoint> agreed = Optional.ofNullable(talk.agreement()).stream().toList();
        String title = home + " and the aggregator about " + opportunity;
        UtilityCsv.write(
                List.of(
                        new UtilityCsv.Rows("deal", space.points()),
                        new UtilityCsv.Rows("front", space.front()),
                        new UtilityCsv.Rows("nash", space.nash().stream().toList()),
                        new UtilityCsv.Rows("kalai-smorodinsky", space.kalaiSmorodinsky().stream().toList()),
                        new UtilityCsv.Rows("ask", talk.asks()),
                        new UtilityCsv.Rows("bid", talk.bids()),
                        new UtilityCsv.Rows("agreement", agreed)),
                FigureExporter.pictures(
                        List.of(UtilityFigure.of(title, space, talk.asks(), talk.bids(), agreed, note(bundle.manifest())))),
                folders.out,
                cancel);
        console.line(title);
        double[] prices = space.points().stream().mapToDouble(UtilityPoint::pricePerMwh).distinct().sorted().toArray();
        if (prices.length > 1) {
            console.line(String.format(
                    Locale.ROOT, "prices of deals in steps of %.2f $/MWh: a solution is right to within one", prices[1] - prices[0]));
        }
        told("Nash", space.nash().orElse(null), console);
        told("Kalai-Smorodinsky", space.kalaiSmorodinsky().orElse(null), console);
        told("agreement", talk.agreement(), console);
        if (space.front().isEmpty()) {
            console.line("no deal is better than none for both");
        } else {
            UtilityPoint outcome = agreed.isEmpty() ? new UtilityPoint(0, 0, 0, 0) : agreed.getFirst();
            console.line(String.format(
                    Locale.ROOT, "%-18s  %.4f $ from the Pareto front", agreed.isEmpty() ? "no agreement" : "distance",
                    space.distanceToFront(outcome)));
        }
        console.line("written to " + folders.out);
        return ExitCode.OK;
    }

    private static String note(@Nullable RunManifest manifest) {
        return manifest == null ? "" : manifest.label() + " \u00b7 forecast " + manifest.forecast() + " \u00b7 " + manifest.timeline();
    }

    private static void told(String what, @Nullable UtilityPoint point, Console console) {
        console.line(point == null
                ? String.format(Locale.ROOT, "%-18s  none", what)
                : String.format(
                        Locale.ROOT, "%-18s  %.2f kW at %.2f $/MWh: home %.4f $, aggregator %.4f $", what, point.kw(),
                        point.pricePerMwh(), point.homeUsd(), point.aggregatorUsd()));
    }
}
