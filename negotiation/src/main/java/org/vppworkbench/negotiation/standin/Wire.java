package org.vppworkbench.negotiation.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Puts answers on one connection, whole or maimed.
 *
 * @param exchange the request and its connection
 * @param ledger where statuses are counted
 * @param closing opens when the server closes; every wait ends then
 */
record Wire(HttpExchange exchange, Ledger ledger, CountDownLatch closing) {
    private static final String JSON = "application/json";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><title>Sign in to this network</title></head>
            <body><h1>Sign in</h1><p>This network asks you to sign in first.</p></body></html>
            """;

    void json(int status, String body) throws IOException {
        send(status, JSON, bytes(body));
    }

    void page(int status) throws IOException {
        send(status, "text/html; charset=utf-8", bytes(PAGE));
    }

    void redirect(String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        head(307, JSON, -1);
    }

    void retryAfter(Duration wait) {
        // HTTP counts whole seconds, never too few.
        exchange.getResponseHeaders().set("Retry-After", Long.toString((wait.toMillis() + 999) / 1000));
    }

    /** Frames of a stream, each sent as soon as it is there. */
    void frames(String type, List<String> frames) throws IOException {
        head(200, type, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (String frame : frames) {
                out.write(bytes(frame));
                out.flush();
            }
        }
    }

    /** Announces all and sends half. */
    void cut(String type, String body) throws IOException {
        byte[] all = bytes(body);
        head(200, type, all.length);
        OutputStream out = exchange.getResponseBody();
        out.write(all, 0, all.length / 2);
        out.flush();
    }

    /** One byte after the other, until all are sent or the server closes. */
    void drip(String type, String body, Duration pause) throws IOException {
        byte[] all = bytes(body);
        head(200, type, all.length);
        OutputStream out = exchange.getResponseBody();
        for (byte each : all) {
            if (await(pause)) {
                return;
            }
            out.write(each);
            out.flush();
        }
    }

    /** Waits; true where the server closes meanwhile. */
    boolean await(Duration wait) {
        if (wait.isZero()) {
            return false;
        }
        try {
            return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until the server closes. */
    void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(int status, String type, byte[] body) throws IOException {
        head(status, type, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void head(int status, String type, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, length);
        ledger.sent(status);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
