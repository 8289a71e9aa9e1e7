package org.vppworkbench.app.cli;

import java.util.List;
import org.vppworkbench.app.io.download.OasisReport;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.market.OasisImporter;
import picocli.CommandLine.Command;

/** {@code vpp download oasis}. */
@Command(
        name = "oasis",
        description = "Prices from CAISO OASIS; no key. At most 31 days per request, 5 seconds between requests.")
final class DownloadOasisCommand extends DownloadPricesCommand {
    DownloadOasisCommand(DownloadRun run) {
        super(run);
    }

    @Override
    DownloadRun.Fetch fetch(List<PriceSeries> series) {
        List<OasisReport> reports = PriceSeries.reports(series, prices.fiveMinutes);
        return (downloads, progress, cancel) -> downloads.oasis()
                .fetch(reports, prices.node, options.from, options.days, progress, cancel);
    }

    @Override
    Importer importer() {
        return new OasisImporter();
    }
}
