package org.vppworkbench.app.cli;

import java.util.List;
import org.vppworkbench.app.io.download.GridStatusDataset;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.market.GridStatusImporter;
import picocli.CommandLine.Command;

/** {@code vpp download gridstatus}. */
@Command(
        name = "gridstatus",
        description = "Prices of CAISO from Grid Status; needs GRIDSTATUS_API_KEY in the environment.")
final class DownloadGridStatusCommand extends DownloadPricesCommand {
    DownloadGridStatusCommand(DownloadRun run) {
        super(run);
    }

    @Override
    DownloadRun.Fetch fetch(List<PriceSeries> series) {
        List<GridStatusDataset> datasets = PriceSeries.datasets(series, prices.fiveMinutes);
        return (downloads, progress, cancel) -> downloads.gridStatus()
                .fetch(datasets, prices.node, options.from, options.days, progress, cancel);
    }

    @Override
    Importer importer() {
        return new GridStatusImporter();
    }
}
