package org.vppworkbench.app.io.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback address that answers as told, well or badly, and remembers what it was asked. */
public final class StandIn implements AutoCloseable {
    /** One answer. */
    @FunctionalInterface
    public interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    /**
     * What was asked.
     *
     * @param target path and query
     * @param key value of the key header, or {@code null}
     */
    public record Asked(String target, String key) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Adds answers; the last one is given again and again. */
    public StandIn answers(Answer... answers) {
        synchronized (script) {
            script.addAll(Arrays.asList(answers));
        }
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        synchronized (script) {
            return List.copyOf(asked);
        }
    }

    /** Status, headers ({@code name, value, ...}) and body. */
    static Answer reply(int status, byte[] body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    public static Answer json(String text) {
        return reply(200, text.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    public static Answer zip(byte[] body) {
        return reply(200, body, "Content-Type", "application/x-zip-compressed");
    }

    public static Answer status(int status, String... headers) {
        return reply(status, new byte[0], headers);
    }

    static Answer html() {
        return reply(200, "<!DOCTYPE html><html>Maintenance</html>".getBytes(StandardCharsets.UTF_8),
                "Content-Type", "text/html");
    }

    /** Promises more bytes than come. */
    static Answer truncated(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("the server breaks off");
        };
    }

    /** Bytes without end. */
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) ' ');
            OutputStream out = exchange.getResponseBody();
            while (true) {
                out.write(block);
            }
        };
    }

    /** One byte now and then, until the server closes. */
    Answer trickle() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            try {
                while (!closing.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    out.write(' ');
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Never an answer, until the server closes. */
    Answer silence() {
        return exchange -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void handle(HttpExchange exchange) {
        Answer answer;
        synchronized (script) {
            String key = exchange.getRequestHeaders().getFirst("X-Api-Key");
            asked.add(new Asked(exchange.getRequestURI().toString(), key));
            answer = script.size() > 1 ? script.removeFirst() : script.getFirst();
        }
        try (exchange) {
            answer.send(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
