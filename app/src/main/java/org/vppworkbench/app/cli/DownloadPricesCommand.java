package org.vppworkbench.app.cli;

import java.util.List;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Importer;
import picocli.CommandLine.Mixin;

/** A download of market prices, whatever the service. */
abstract class DownloadPricesCommand extends DownloadSubcommand {
    @Mixin final PriceOptions prices = new PriceOptions();

    DownloadPricesCommand(DownloadRun run) {
        super(run);
    }

    /** How the service is asked for some series. */
    abstract DownloadRun.Fetch fetch(List<PriceSeries> series);

    /** What reads the answers of the service. */
    abstract Importer importer();

    @Override
    public final Integer call() {
        List<PriceSeries> series = prices.series(spec);
        DownloadRun.Fetch fetch = fetch(series);
        ImportOptions how = prices.importOptions(spec);
        return run(fetch, new DownloadRun.Use(importer(), how, PriceSeries.roles(series)));
    }
}
