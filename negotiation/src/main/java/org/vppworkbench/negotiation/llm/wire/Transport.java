package org.vppworkbench.negotiation.llm.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.settings.Destination;

/**
 * Sends over HTTP. It exists beside the library's own client because that one drops the headers of failures, reads bodies of
 * any size, and its time-out ends at the first byte of a body. Redirects are never followed: the key would go along.
 */
public final class Transport implements AutoCloseable {
    private static final long LARGEST_BODY = 4L << 20;

    private final HttpClient client;
    private final URI place;
    private final boolean secure;
    private final Duration quiet;
    private final AtomicBoolean heard = new AtomicBoolean();
    private @Nullable CompletableFuture<Boolean> knock;

    /**
     * @param connect longest wait for a connection
     * @param silence longest wait for the first sign of life of a server
     */
    public Transport(Destination destination, Duration connect, Duration silence) {
        place = URI.create(destination.endpoint().baseUrl());
        secure = destination.endpoint().secure();
        quiet = silence.dividedBy(2);
        client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                // an upgrade from plain HTTP confuses small servers
                .version(destination.endpoint().secure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Sends and reads the whole body.
     *
     * @throws WireFault where no whole reply came
     */
    RawReply send(String url, Map<String, List<String>> headers, String body, Duration longest)
            throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        AtomicBoolean started = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> under = client.sendAsync(request.build(), info -> {
            started.set(true);
            heard.set(true);
            return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY).apply(info);
        });
        try {
            HttpResponse<byte[]> reply = wait(under, longest);
            return new RawReply(reply.statusCode(), reply.headers(), new String(reply.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new WireFault(Attempt.Problem.passing(
                    FailureKind.TIMEOUT,
                    (started.get() ? "the answer was not complete after " : "no answer after ")
                            + longest.toMillis() / 1000.0 + " s"));
        } catch (ExecutionException e) {
            throw new WireFault(problem(e.getCause() == null ? e : e.getCause(), started.get()));
        } finally {
            // ends the exchange wherever nobody waits for it any more
            under.cancel(true);
        }
    }

    private HttpResponse<byte[]> wait(CompletableFuture<HttpResponse<byte[]>> under, Duration longest)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (heard.get() || longest.compareTo(quiet) <= 0) {
            return under.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
        CompletableFuture<Boolean> late =
                new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return under.get(quiet.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            boolean alive = heard.get() || knocked(under);
            if (!alive && !under.isDone() && !heard.get()) {
                throw new WireFault(silent());
            }
        }
        CompletableFuture.anyOf(under.handle((reply, e) -> true), late).get();
        if (!under.isDone()) {
            throw new TimeoutException("no whole answer");
        }
        return under.get();
    }

    /** Whether a server is there that answers at all; one knock serves all who wait, and the answer to a question ends it too. */
    private boolean knocked(CompletableFuture<?> under) throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> answer = knock();
        CompletableFuture.anyOf(under.handle((reply, e) -> true), answer).get();
        return answer.getNow(true);
    }

    private synchronized CompletableFuture<Boolean> knock() {
        CompletableFuture<Boolean> earlier = knock;
        if (earlier != null) {
            return earlier;
        }
        CompletableFuture<Boolean> asked = client.sendAsync(
                        HttpRequest.newBuilder(place).GET().build(), BodyHandlers.discarding())
                .orTimeout(quiet.toNanos(), TimeUnit.NANOSECONDS)
                // a refusal is an answer too; what is wrong with the connection the question itself will tell
                .handle((reply, e) -> !(e instanceof TimeoutException));
        knock = asked;
        return asked;
    }

    private Attempt.Problem silent() {
        return Attempt.Problem.lasting(
                FailureKind.UNREACHABLE,
                "the connection stands, but no byte came within " + 2 * quiet.toMillis() / 1000.0
                        + " s, not even as an answer to a plain GET" + (secure ? ": is it a port of plain http?" : "")
                        + "; look at the address and the proxy, or raise --llm-silence where a slow server answers one request at"
                        + " a time");
    }

    private static Attempt.Problem problem(Throwable cause, boolean started) {
        if (started) {
            return Attempt.Problem.passing(FailureKind.CUT_REPLY, "the answer broke off, or is larger than 4 MiB");
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return Attempt.Problem.passing(FailureKind.UNREACHABLE, "no connection in time");
        }
        if (has(cause, UnresolvedAddressException.class)) {
            return Attempt.Problem.passing(FailureKind.UNREACHABLE, "the name of the host is not known here");
        }
        if (cause instanceof ConnectException) {
            return Attempt.Problem.passing(FailureKind.UNREACHABLE, "the connection was refused");
        }
        if (cause instanceof SSLException) {
            return Attempt.Problem.lasting(
                    FailureKind.UNREACHABLE, "no trusted https connection: is a proxy in the way, or the address of http?");
        }
        if (String.valueOf(cause.getMessage()).contains("Tunnel failed")) {
            return Attempt.Problem.lasting(FailureKind.UNREACHABLE, "a proxy in the way refused the connection");
        }
        if (cause instanceof IOException) {
            return Attempt.Problem.passing(FailureKind.UNREACHABLE, "the connection broke before an answer came");
        }
        // the library's requests are well-formed; whatever else it is, its message may hold a header
        return Attempt.Problem.lasting(
                FailureKind.BAD_REQUEST, "the request could not be sent: " + cause.getClass().getSimpleName());
    }

    private static boolean has(Throwable cause, Class<? extends Throwable> type) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /** Ends everything under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
