package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in: a server on the loopback address that speaks the forms of {@link Api} and behaves as its
 * {@link StandInSettings} say. Each request has a virtual thread of its own. Closing it ends every wait in it.
 */
public final class StandInServer implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong arrivals = new AtomicLong();
    private final Ledger ledger = new Ledger();
    private final PrefixCache cache = new PrefixCache();
    private final int port;
    private volatile StandInSettings settings;
    private volatile @Nullable HttpServer server;

    private StandInServer(StandInSettings settings) {
        this.settings = settings;
        HttpServer first = listen(0);
        port = first.getAddress().getPort();
        server = first;
    }

    /**
     * Opens a stand-in on a free port.
     *
     * @throws UncheckedIOException where no port is free
     */
    public static StandInServer start(StandInSettings settings) {
        return new StandInServer(settings);
    }

    /** Opens one without faults. */
    public static StandInServer saying(Responder responder) {
        return start(StandInSettings.saying(responder));
    }

    /** Base URL of the Gemini form. */
    public String geminiBase() {
        return root() + "/v1beta";
    }

    /** Base URL of the OpenAI form. */
    public String openAiBase() {
        return root() + "/v1";
    }

    /** Base URL of the Ollama form. */
    public String ollamaBase() {
        return root();
    }

    /** Base URL of a form. */
    public String base(Api api) {
        return switch (api) {
            case GEMINI -> geminiBase();
            case OPENAI -> openAiBase();
            case OLLAMA -> ollamaBase();
        };
    }

    /** Host and port, as in {@code 127.0.0.1:41234}. */
    public String host() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    public Ledger ledger() {
        return ledger;
    }

    public StandInSettings settings() {
        return settings;
    }

    /** From now on it behaves so. */
    public void behave(StandInSettings other) {
        settings = other;
    }

    /** Stops listening: who connects is refused. Open connections end. */
    public synchronized void refuse() {
        HttpServer open = server;
        if (open != null) {
            server = null;
            open.stop(0);
        }
    }

    /** Listens again, at the same port. */
    public synchronized void reopen() {
        if (server == null && closing.getCount() > 0) {
            server = listen(port);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        refuse();
        threads.shutdownNow();
    }

    private String root() {
        return "http://" + host();
    }

    private HttpServer listen(int at) {
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
            fresh.setExecutor(threads);
            fresh.createContext("/", this::handle);
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in found no port to listen at", e);
        }
    }

    private void handle(HttpExchange exchange) {
        ledger.opened();
        try (exchange) {
            answer(exchange, new Wire(exchange, ledger, closing), settings);
        } catch (IOException e) {
            ledger.abandonedByClient();
        } finally {
            ledger.closed();
        }
    }

    private void answer(HttpExchange exchange, Wire wire, StandInSettings now) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        Dialect dialect = Dialect.of(path);
        if (dialect == null) {
            ledger.misused("no such path: " + path);
            wire.json(404, "{\"error\":{\"code\":404,\"message\":\"no such path\"}}");
            return;
        }
        String key = key(exchange, dialect);
        lookForKeys(exchange, body, key, now.key());
        Conduct conduct = new Conduct(now, ledger, cache, key, this::refuse);
        Asked asked;
        try {
            JsonObject json = JsonParser.parseString(body).getAsJsonObject();
            asked = dialect.read(arrivals.incrementAndGet(), path, json, !key.isEmpty());
        } catch (RuntimeException e) {
            ledger.misused("a body that cannot be read: " + e.getClass().getSimpleName());
            conduct.status(wire, dialect, Fault.HTTP_400);
            return;
        }
        ledger.arrived(asked);
        if (!admitted(wire, dialect, asked, key, now, conduct)) {
            return;
        }
        try {
            conduct.answer(wire, dialect, asked);
        } catch (RuntimeException e) {
            ledger.misused("the responder failed: " + e);
            conduct.status(wire, dialect, Fault.HTTP_500);
        }
    }

    /** What a server looks at before it thinks: the key, the model, the rate. */
    private static boolean admitted(
            Wire wire, Dialect dialect, Asked asked, String key, StandInSettings now, Conduct conduct) throws IOException {
        String accepted = now.key();
        if (accepted != null && dialect.keyHeader() != null && !accepted.equals(key)) {
            conduct.status(wire, dialect, key.isEmpty() ? Fault.HTTP_403 : Fault.KEY_NOT_VALID);
            return false;
        }
        if (!now.models().isEmpty() && !now.models().contains(asked.model())) {
            conduct.status(wire, dialect, Fault.HTTP_404);
            return false;
        }
        RateCap cap = now.cap();
        Optional<Duration> wait = cap == null ? Optional.empty() : cap.refuse();
        if (wait.isPresent()) {
            conduct.error(wire, dialect, Fault.HTTP_429, wait.get());
            return false;
        }
        return true;
    }

    private static String key(HttpExchange exchange, Dialect dialect) {
        String header = dialect.keyHeader();
        String value = header == null ? null : exchange.getRequestHeaders().getFirst(header);
        if (value == null) {
            return "";
        }
        return (value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value).strip();
    }

    private void lookForKeys(HttpExchange exchange, String body, String sent, @Nullable String accepted) {
        String address = exchange.getRequestURI().toString();
        for (String key : new String[] {sent, accepted == null ? "" : accepted}) {
            if (!key.isEmpty() && address.contains(key)) {
                ledger.misused("a key in the address");
            }
            if (!key.isEmpty() && body.contains(key)) {
                ledger.misused("a key in the body");
            }
        }
    }
}
