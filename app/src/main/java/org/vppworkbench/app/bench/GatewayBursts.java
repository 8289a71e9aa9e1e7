package org.vppworkbench.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.llm.GatewaySurroundings;
import org.vppworkbench.negotiation.llm.ModelGateway;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.llm.settings.Thinking;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeReader;
import org.vppworkbench.negotiation.llm.tape.TapeUse;
import org.vppworkbench.negotiation.standin.Fault;
import org.vppworkbench.negotiation.standin.FaultPlan;
import org.vppworkbench.negotiation.standin.Latency;
import org.vppworkbench.negotiation.standin.RateCap;
import org.vppworkbench.negotiation.standin.Responder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** Many homes that ask at once, each on a virtual thread, through the gateway and over HTTP to the stand-in. */
final class GatewayBursts {
    private static final int WARM_UP = 3;
    private static final int TAPED_AT_ONCE = 64;
    private static final int CAPPED_CALLS = 200;
    private static final int CAP_PER_SECOND = 50;
    private static final int LIMIT_PER_SECOND = 45;
    private static final Duration LATENCY = Duration.ofMillis(300);
    private static final String MODEL = "stand-in";
    private static final String KEY = "key-of-the-stand-in";
    private static final String SCHEMA = """
            {"type":"object","properties":{"action":{"type":"string","enum":["PROPOSE","REFUSE"]},\
            "kw":{"type":"number"},"price":{"type":"number"}},"required":["action","kw","price"]}""";
    private static final Responder PROPOSAL = Responder.always("""
            {"action":"PROPOSE","kw":2.5,"price":140.0}""");

    /** About as long as what a home is told: 4,000 characters. */
    private static final String SITUATION = "What the battery holds, what the hours cost, what was said. ".repeat(67);

    private final int calls;
    private final int repeats;
    private final CancelToken cancel;

    GatewayBursts(int calls, int repeats, CancelToken cancel) {
        this.calls = calls;
        this.repeats = repeats;
        this.cancel = cancel;
    }

    void measure(Consumer<BenchRow> out) {
        slow(out);
        capped("no limiter", null, out);
        capped("limiter at " + LIMIT_PER_SECOND + "/s", LIMIT_PER_SECOND * 60, out);
        cancelled(out);
        tapes(out);
    }

    /** From the moment the user cancels, in the middle of a burst nobody answers, until the last call has ended. */
    private void cancelled(Consumer<BenchRow> out) {
        StandInSettings silent = StandInSettings.saying(PROPOSAL).withFaults(FaultPlan.always(Fault.NO_ANSWER));
        List<Double> seconds = new ArrayList<>();
        for (int k = 0; k < repeats; k++) {
            cancel.check("the cancelled burst");
            AtomicLong stopped = new AtomicLong();
            List<Future<Answer>> asked = new ArrayList<>();
            try (StandInServer server = StandInServer.start(silent);
                    ModelGateway gateway = gateway(server, limits(CAPPED_CALLS), TapeUse.NONE)) {
                try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int home = 0; home < CAPPED_CALLS; home++) {
                        Question question = question(home);
                        asked.add(threads.submit(
                                () -> gateway.ask(question, () -> stopped.get() != 0 || cancel.cancelled())));
                    }
                    while (server.ledger().count() < CAPPED_CALLS && !cancel.cancelled()) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    stopped.set(System.nanoTime());
                }
                seconds.add((System.nanoTime() - stopped.get()) / 1e9);
                if (asked.stream().anyMatch(call -> call.state() != Future.State.FAILED)) {
                    throw new IllegalStateException("a call was answered though nobody answers");
                }
            }
        }
        out.accept(BenchRow.seconds(CAPPED_CALLS + " calls cancelled under way", Stopwatch.Times.of(seconds)));
    }

    private void slow(Consumer<BenchRow> out) {
        StandInSettings settings = StandInSettings.saying(PROPOSAL).withLatency(Latency.fixed(LATENCY));
        try (StandInServer server = StandInServer.start(settings);
                ModelGateway gateway = gateway(server, limits(calls), TapeUse.NONE)) {
            Stopwatch.Times times = new Stopwatch(repeats, cancel).time(() -> all(gateway, calls));
            out.accept(BenchRow.seconds(calls + " proposals at " + LATENCY.toMillis() + " ms latency", times));
        }
    }

    private void capped(String how, @Nullable Integer perMinute, Consumer<BenchRow> out) {
        StandInSettings settings = StandInSettings.saying(PROPOSAL)
                .withLatency(Latency.fixed(Duration.ofMillis(20)))
                .withCap(new RateCap(CAP_PER_SECOND, System::nanoTime));
        Limits limits = limits(CAPPED_CALLS).withRequestsPerMinute(perMinute);
        String what = CAPPED_CALLS + " calls, server capped at " + CAP_PER_SECOND + "/s, " + how;
        List<Double> seconds = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        for (int k = 0; k < repeats; k++) {
            cancel.check(what);
            try (StandInServer server = StandInServer.start(settings);
                    ModelGateway gateway = gateway(server, limits, TapeUse.NONE)) {
                long start = System.nanoTime();
                int said = all(gateway, CAPPED_CALLS);
                seconds.add((System.nanoTime() - start) / 1e9);
                lost.add((double) CAPPED_CALLS - said);
                refused.add((double) server.ledger().answered(429));
            }
        }
        out.accept(BenchRow.seconds(what, Stopwatch.Times.of(seconds)));
        out.accept(BenchRow.counts(what + ": lost", lost, "calls"));
        out.accept(BenchRow.counts(what + ": refused", refused, "429s"));
    }

    /**
     * The same burst without latency: bare, recorded, and read back, in turns, so that the three meet the same machine. A tape
     * answers a repeated question itself, so every burst is a tape of its own.
     */
    private void tapes(Consumer<BenchRow> out) {
        List<Double> bare = new ArrayList<>();
        List<Double> recorded = new ArrayList<>();
        List<Double> replayed = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (StandInServer server = StandInServer.start(StandInSettings.saying(PROPOSAL))) {
            for (int k = -Math.min(WARM_UP, repeats); k < repeats; k++) {
                lines.clear();
                double without = timed(gateway(server, limits(TAPED_AT_ONCE), TapeUse.NONE));
                double with =
                        timed(gateway(server, limits(TAPED_AT_ONCE), new TapeUse.Recording(lines::add)));
                Tape tape = TapeReader.read("tape", lines).orThrow();
                double again = timed(ModelGateway.replay(tape, surroundings()));
                if (k >= 0) {
                    bare.add(without);
                    recorded.add(with);
                    replayed.add(again);
                }
            }
        }
        out.accept(perCall("proposal without latency, no tape", bare));
        out.accept(perCall("proposal without latency, recorded", recorded));
        out.accept(perCall("proposal replayed from the tape", replayed));
        double size = lines.stream().mapToLong(String::length).sum() / 1e3 / calls;
        out.accept(new BenchRow("tape per proposal", size, size, size, "kB"));
    }

    private BenchRow perCall(String what, List<Double> seconds) {
        return BenchRow.scaled(what, Stopwatch.Times.of(seconds), 1e3 / calls, "ms");
    }

    /** Seconds of one burst; the gateway is closed. */
    private double timed(ModelGateway gateway) {
        cancel.check("the next burst");
        try (gateway) {
            long start = System.nanoTime();
            int said = all(gateway, calls);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (said < calls) {
                throw new IllegalStateException(calls - said + " of " + calls + " calls were lost");
            }
            return seconds;
        }
    }

    /** All at once; how many got an answer. */
    private int all(LanguageModel model, int homes) {
        int said = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int k = 0; k < homes; k++) {
                Question question = question(k);
                answers.add(threads.submit(() -> model.ask(question, cancel)));
            }
            for (Future<Answer> answer : answers) {
                said += answer.get() instanceof Answer.Said ? 1 : 0;
            }
        } catch (ExecutionException e) {
            cancel.check("the next burst");
            throw new IllegalStateException("a call ended with an exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return said;
    }

    private static Question question(int home) {
        Prompt prompt = new Prompt(
                "bench", "0".repeat(64), "You decide for one home.",
                List.of(new Utterance(Utterance.Role.USER, SITUATION + "You are home " + home + ".")));
        return new Question(
                new Origin("home-" + home, "ENERGY@41", 1, 0, 0, 0), prompt, new ReplySchema("reply", SCHEMA),
                Sampling.REPEATABLE);
    }

    private static Limits limits(int concurrency) {
        return Limits.USUAL.withConcurrency(concurrency);
    }

    private static ModelGateway gateway(StandInServer server, Limits limits, TapeUse tape) {
        GatewaySettings settings = new GatewaySettings(
                "gemini", MODEL, server.geminiBase(), Objects.requireNonNull(Secret.of(KEY)), limits, Thinking.LEAST,
                Budget.NONE);
        return ModelGateway.open(settings, tape, surroundings()).orThrow();
    }

    private static GatewaySurroundings surroundings() {
        return GatewaySurroundings.of("bench", Origin::subject);
    }
}
