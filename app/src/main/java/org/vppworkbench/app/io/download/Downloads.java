package org.vppworkbench.app.io.download;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ApplicationInfo;

/** The clients of all services, over one network connection and one cache. */
public final class Downloads implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long MAX_BYTES = 50_000_000;

    private final DownloadTools tools;

    private Downloads(DownloadTools tools) {
        this.tools = tools;
    }

    /**
     * Makes the clients.
     *
     * @param cache folder for replies to keep, or {@code null} to keep none
     */
    public static Downloads open(Environment environment, DownloadClock clock, @Nullable Path cache) {
        String userAgent = "vpp-workbench/" + ApplicationInfo.current().version();
        return with(environment, clock, cache, LIMIT, MAX_BYTES, userAgent);
    }

    /** Where replies are kept unless somebody says otherwise: the user's cache folder. */
    public static Path usualCache(Environment environment) {
        String cache = environment.get("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("vpp-workbench").resolve("downloads");
    }

    /** For tests: other limits of one reply. */
    static Downloads with(
            Environment environment, DownloadClock clock, @Nullable Path cache, Duration limit, long maxBytes,
            String userAgent) {
        return new Downloads(new DownloadTools(
                environment,
                new HttpTransport(limit, maxBytes, userAgent),
                clock,
                RetryPolicy.STANDARD,
                new DownloadCache(cache, maxBytes)));
    }

    public OasisClient oasis() {
        return new OasisClient(tools);
    }

    public GridStatusClient gridStatus() {
        return new GridStatusClient(tools);
    }

    public PvwattsClient pvwatts() {
        return new PvwattsClient(tools);
    }

    @Override
    public void close() {
        tools.transport().close();
    }
}
