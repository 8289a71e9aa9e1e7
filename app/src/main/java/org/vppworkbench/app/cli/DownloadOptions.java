package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options all downloads have. */
final class DownloadOptions {
    @Option(names = "--from", paramLabel = "DATE", required = true, description = "first local day, such as 2023-08-15")
    @SuppressWarnings("NullAway.Init") // required
    LocalDate from;

    @Option(names = "--days", paramLabel = "N", required = true, description = "number of days")
    int days;

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "folder for the replies and the series; absent or empty")
    @SuppressWarnings("NullAway.Init") // required
    Path out;

    @Option(names = "--cache", paramLabel = "DIR",
            description = "where replies are kept for the next time (default: vpp-workbench in the user's cache folder)")
    @Nullable Path cache;

    @Option(names = "--no-cache", description = "keep no replies and use none that were kept")
    boolean noCache;
}
