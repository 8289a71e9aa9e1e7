package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonObject;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.settings.Destination;

/**
 * The library's client for one request. It looks at status, finish reason and blocked prompts before the library parses,
 * which would trip over them, and keeps what the library drops. Used by one thread, once.
 */
final class Exchange implements HttpClient, HttpClientBuilder {
    private final Transport transport;
    private final Wire wire;
    private final Destination destination;
    private final Duration longest;
    private final Supplier<Instant> clock;
    private Observed observed = Observed.NOTHING;
    private boolean interrupted;
    private boolean worked;
    private Attempt.@Nullable Problem problem;

    Exchange(Transport transport, Wire wire, Destination destination, Duration longest, Supplier<Instant> clock) {
        this.transport = transport;
        this.wire = wire;
        this.destination = destination;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            return answer(reply(request));
        } catch (InterruptedException e) {
            interrupted = true;
            throw new WireFault(Attempt.Problem.lasting(FailureKind.UNREACHABLE, "interrupted"));
        } catch (WireFault fault) {
            problem = fault.problem();
            throw fault;
        }
    }

    private RawReply reply(HttpRequest request) throws InterruptedException {
        try {
            return transport.send(request.url(), request.headers(), request.body(), longest);
        } catch (WireFault fault) {
            FailureKind kind = fault.problem().kind();
            worked = kind == FailureKind.TIMEOUT || kind == FailureKind.CUT_REPLY;
            throw fault;
        }
    }

    private SuccessfulHttpResponse answer(RawReply reply) {
        if (!reply.successful()) {
            throw new WireFault(Refusals.of(reply, clock.get(), destination::mask));
        }
        JsonObject body = Json.object(reply.body());
        worked = body != null || !reply.isPage();
        if (body == null) {
            throw new WireFault(unreadable(reply));
        }
        observed = wire.observe(body);
        Attempt.Problem found = observed.problem();
        if (found != null) {
            throw new WireFault(found);
        }
        wire.complete(body);
        return SuccessfulHttpResponse.builder().statusCode(reply.status()).body(body.toString()).build();
    }

    private static Attempt.Problem unreadable(RawReply reply) {
        if (reply.body().isBlank()) {
            return Replies.empty("the answer has no content at all");
        }
        return reply.isPage()
                ? Attempt.Problem.lasting(
                        FailureKind.CUT_REPLY,
                        "a web page came instead of an answer: a proxy in the way, or not the address of the interface")
                : Attempt.Problem.passing(FailureKind.CUT_REPLY, "the answer broke off or is not JSON");
    }

    /** What the reply told besides its text. */
    Observed observed() {
        return observed;
    }

    /** Why there is no text, as far as the network and the form of the reply say. */
    Attempt.@Nullable Problem problem() {
        return problem;
    }

    /** Whether a model may have worked for it, and its provider may bill it: not where it was refused or did not arrive. */
    boolean worked() {
        return worked;
    }

    boolean interrupted() {
        return interrupted;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException(
                "the gateway reads answers whole: whether one may be used is known only at its end, and no part is used before");
    }

    @Override
    public Duration connectTimeout() {
        return longest;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return longest;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
