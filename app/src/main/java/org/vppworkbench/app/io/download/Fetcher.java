package org.vppworkbench.app.io.download;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Brings the reply to one question: from the cache, or from the service with its rate limit, retries with growing pauses,
 * and a check of what came. Everything that goes wrong is a finding; none of them contains the key.
 */
final class Fetcher {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<Integer> PASSING = List.of(408, TOO_MANY_REQUESTS, 500, 502, 503, 504);
    private static final int MAX_REDIRECTS = 3;

    private final DownloadTools tools;
    private final Service service;
    private final @Nullable ApiKey key;
    private final RateLimit rate;

    Fetcher(DownloadTools tools, Service service, @Nullable ApiKey key) {
        this.tools = tools;
        this.service = service;
        this.key = key;
        this.rate = new RateLimit(service.gap(), tools.clock());
    }

    /**
     * Fetches.
     *
     * @param what for progress and findings, such as {@code PRC_LMP, 2023-08-15 to 2023-08-21}
     * @throws CancellationException soon after {@code cancel} says so
     */
    Reading<Download> fetch(DownloadRequest request, String what, ContentCheck check, CancelToken cancel) {
        if (cancel.cancelled()) {
            throw new CancellationException("download");
        }
        Reading<Download> kept = tools.cache().read(request);
        if (kept.value() != null) {
            return kept;
        }
        List<Finding> findings = new ArrayList<>(kept.findings());
        String where = service.title() + ", " + what;
        for (int failures = 0; ; ) {
            Attempt attempt = attempt(request, check, cancel);
            Download download = attempt.download();
            if (download != null) {
                findings.addAll(attempt.notes(where));
                findings.addAll(tools.cache().keep(request, download));
                return new Reading<>(download, findings);
            }
            failures++;
            Duration pause = attempt.pause() == null ? tools.retries().pause(failures) : attempt.pause();
            if (!attempt.worthRepeating() || failures >= tools.retries().attempts()) {
                String tries = failures == 1 ? "" : ", after " + failures + " attempts";
                findings.add(Finding.error(where, null, attempt.problem() + tries, attempt.help()));
                return new Reading<>(null, findings);
            }
            if (pause.compareTo(tools.retries().longestPause()) > 0) {
                findings.add(Finding.error(
                        where, null, attempt.problem() + ", and the service asks to wait " + pause.toSeconds() + " s",
                        "try again after " + tools.clock().now().plus(pause)));
                return new Reading<>(null, findings);
            }
            tools.clock().pause(pause, cancel);
        }
    }

    private Attempt attempt(DownloadRequest request, ContentCheck check, CancelToken cancel) {
        URI url = request.url();
        try {
            for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
                HttpResponse<byte[]> reply = ask(url, cancel);
                if (reply.statusCode() / 100 != 3) {
                    return judge(reply, request, check);
                }
                URI next = Redirects.next(url, reply);
                if (next == null) {
                    return Attempt.refused(
                            "the service sends the request on to " + Redirects.host(url, reply) + ", which is not followed",
                            "an address of the service itself; see docs/downloading.md");
                }
                url = next;
            }
            return Attempt.refused("the service redirects in circles", null);
        } catch (TransportException e) {
            String help = "a connection to " + url.getHost() + "; see docs/downloading.md for proxies and addresses";
            return Attempt.failed(String.valueOf(e.getMessage()), help, e.worthRepeating(), null);
        }
    }

    private HttpResponse<byte[]> ask(URI url, CancelToken cancel) throws TransportException {
        rate.await(cancel);
        try {
            ApiKey secret = key;
            Map<String, String> headers = secret == null ? Map.of() : Map.of("X-Api-Key", secret.headerValue());
            return tools.transport().get(url, headers, cancel);
        } finally {
            rate.ended();
        }
    }

    private Attempt judge(HttpResponse<byte[]> reply, DownloadRequest request, ContentCheck check) {
        int status = reply.statusCode();
        if (status != 200) {
            String said = ServerText.brief(reply, key);
            String problem = "the service answers " + status + (said.isEmpty() ? "" : ": " + said);
            boolean passing = PASSING.contains(status);
            return Attempt.failed(problem, help(status), passing, passing ? RetryAfter.of(reply, tools.clock().now()) : null);
        }
        ContentCheck.Verdict verdict = check.check(reply.body());
        String problem = verdict.problem();
        if (problem != null) {
            return Attempt.failed(ServerText.plain(problem, key), verdict.help(), verdict.worthRepeating(), null);
        }
        byte[] clean = key == null ? reply.body() : key.scrub(reply.body());
        Download download = new Download(request.fileName(), request.url(), tools.clock().now(), false, clean);
        return Attempt.succeeded(download, !Arrays.equals(clean, reply.body()));
    }

    private @Nullable String help(int status) {
        return switch (status) {
            case TOO_MANY_REQUESTS -> "fewer requests; try again later";
            case 401, 403 -> key == null ? null : "a valid key in " + key.variable();
            case 404 -> "the address of the service; it may have moved, see docs/downloading.md";
            default -> null;
        };
    }

    /**
     * What came of one request.
     *
     * @param download the reply, or {@code null}
     * @param keyBlanked whether the service had repeated the key in it
     * @param pause how long the service asks to wait, or {@code null}
     */
    private record Attempt(
            @Nullable Download download,
            boolean keyBlanked,
            String problem,
            @Nullable String help,
            boolean worthRepeating,
            @Nullable Duration pause) {

        static Attempt succeeded(Download download, boolean keyBlanked) {
            return new Attempt(download, keyBlanked, "", null, false, null);
        }

        static Attempt refused(String problem, @Nullable String help) {
            return failed(problem, help, false, null);
        }

        static Attempt failed(
                String problem, @Nullable String help, boolean worthRepeating, @Nullable Duration pause) {
            return new Attempt(null, false, problem, help, worthRepeating, pause);
        }

        List<Finding> notes(String where) {
            return keyBlanked
                    ? List.of(Finding.info(where, "the reply repeated the key; it was overwritten with asterisks"))
                    : List.of();
        }
    }
}
