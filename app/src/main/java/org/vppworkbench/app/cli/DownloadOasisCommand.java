package org.vppworkbench.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.vppworkbench.app.io.download.OasisReport;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.market.OasisImporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vpp download oasis}. */
@Command(
        name = "oasis",
        mixinStandardHelpOptions = true,
        description = "Prices from CAISO OASIS; no key. At most 31 days per request, 5 seconds between requests.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the folder is written",
            "1:refused; the message says why, nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class DownloadOasisCommand implements Callable<Integer> {
    private final DownloadRun run;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final DownloadOptions options = new DownloadOptions();

    @Mixin private final PriceOptions prices = new PriceOptions();

    DownloadOasisCommand(DownloadRun run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        List<PriceSeries> series = prices.series(spec);
        List<OasisReport> reports = PriceSeries.reports(series, prices.fiveMinutes);
        ImportOptions how = prices.importOptions(spec);
        return run.run(
                spec,
                options,
                (downloads, progress, cancel) -> downloads.oasis()
                        .fetch(reports, prices.node, options.from, options.days, progress, cancel),
                new DownloadRun.Use(new OasisImporter(), how, PriceSeries.roles(series)));
    }
}
