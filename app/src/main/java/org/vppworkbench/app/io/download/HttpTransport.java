package org.vppworkbench.app.io.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * One GET at a time over {@link HttpClient}. A whole reply comes within the time limit and the size limit or not at all:
 * the client's own time-out ends with the headers, so a body that trickles is stopped here. Redirects are not followed.
 */
public final class HttpTransport implements AutoCloseable {
    private static final long POLL_MILLIS = 20;

    private final HttpClient client;
    private final Duration limit;
    private final long maxBytes;
    private final String userAgent;

    /**
     * @param limit time for a whole reply
     * @param maxBytes size of the largest reply
     * @param userAgent how the program names itself
     */
    public HttpTransport(Duration limit, long maxBytes, String userAgent) {
        // HTTP/1.1: no attempt to upgrade unencrypted connections.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit.compareTo(Duration.ofSeconds(20)) < 0 ? limit : Duration.ofSeconds(20))
                .build();
        this.limit = limit;
        this.maxBytes = maxBytes;
        this.userAgent = userAgent;
    }

    /**
     * Asks and waits.
     *
     * @throws CancellationException soon after {@code cancel} says so
     * @throws TransportException where no whole reply came
     */
    HttpResponse<byte[]> get(URI url, Map<String, String> headers, CancelToken cancel) throws TransportException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).GET().header("User-Agent", userAgent);
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> reply =
                client.sendAsync(request.build(), _ -> new LimitedBody(maxBytes));
        long end = System.nanoTime() + limit.toNanos();
        boolean whole = false;
        try {
            while (true) {
                if (cancel.cancelled()) {
                    throw new CancellationException("download");
                }
                try {
                    HttpResponse<byte[]> response = reply.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    whole = true;
                    return response;
                } catch (TimeoutException e) {
                    if (System.nanoTime() - end >= 0) {
                        throw TransportException.timeout(limit);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw TransportException.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("download");
        } finally {
            if (!whole) {
                reply.cancel(true); // closes the connection
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
