package org.vppworkbench.negotiation.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that answers as a test says. */
final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request as it came. */
    record Asked(String path, Map<String, List<String>> headers, String body) {}

    /**
     * A reply.
     *
     * @param announced length of the body in the header; longer than the body cuts it off
     * @param millis wait before it
     */
    record Told(int status, Map<String, String> headers, String body, int announced, long millis) {
        static Told of(int status, String body) {
            return new Told(status, Map.of("Content-Type", "application/json"), body, -1, 0);
        }

        Told with(String header, String value) {
            return new Told(status, Map.of(header, value), body, announced, millis);
        }

        Told cut() {
            return new Told(status, headers, body, body.length() + 500, millis);
        }

        Told after(long wait) {
            return new Told(status, headers, body, announced, wait);
        }
    }

    FakeServer(Function<Asked, Told> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> handle(exchange, answers));
        server.start();
    }

    private void handle(HttpExchange exchange, Function<Asked, Told> answers) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
            asked.add(request);
            Told told = answers.apply(request);
            Thread.sleep(told.millis());
            byte[] bytes = told.body().getBytes(StandardCharsets.UTF_8);
            told.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(told.status(), told.announced() >= 0 ? told.announced() : bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A reply of Gemini with a text. */
    static Told gemini(String text) {
        return Told.of(200, """
                {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},"finishReason":"STOP","index":0}],
                 "usageMetadata":{"promptTokenCount":120,"candidatesTokenCount":40,"thoughtsTokenCount":25,"totalTokenCount":185},
                 "modelVersion":"gemini-2.5-flash","responseId":"r"}"""
                .formatted(new com.google.gson.JsonPrimitive(text)));
    }

    /** A reply of OpenAI's form with a text. */
    static Told openAi(String text) {
        return Told.of(200, """
                {"id":"x","object":"chat.completion","created":1,"model":"gpt-4o-mini-2024-07-18",
                 "choices":[{"index":0,"message":{"role":"assistant","content":%s},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":100,"completion_tokens":30,"total_tokens":130,
                  "prompt_tokens_details":{"cached_tokens":60},"completion_tokens_details":{"reasoning_tokens":10}}}"""
                .formatted(new com.google.gson.JsonPrimitive(text)));
    }

    /** A reply of Ollama with a text. */
    static Told ollama(String text) {
        return Told.of(200, """
                {"model":"llama3.1","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":%s},
                 "done_reason":"stop","done":true,"prompt_eval_count":50,"eval_count":12}"""
                .formatted(new com.google.gson.JsonPrimitive(text)));
    }
}
