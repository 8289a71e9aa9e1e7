package org.vppworkbench.negotiation.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.llm.chain.Pace;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.llm.settings.Thinking;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/** What the tests of the gateway share. */
final class Gateways {
    /** A key that is easy to find wherever it does not belong. */
    static final String KEY = "AIzaSyRECOGNISABLE-KEY-0123456789abc";

    static final String SCHEMA =
            """
            {"type":"object","properties":{"action":{"type":"string","enum":["PROPOSE","REFUSE"]},\
            "kw":{"type":"number","minimum":0,"maximum":5}},"required":["action"]}""";

    private Gateways() {}

    static Question question(String agent, String text) {
        return question(new Origin(agent, "ENERGY@41", 1, 0, 0, 0), text);
    }

    static Question question(Origin origin, String text) {
        return new Question(
                origin,
                new Prompt("test/v1", "0".repeat(64), "You decide for a home.", List.of(new Utterance(Utterance.Role.USER, text))),
                new ReplySchema("reply", SCHEMA), new Sampling(0.0, null, 7, 256));
    }

    static Limits quick() {
        return new Limits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMinutes(5), 2, null, null, 64);
    }

    static GatewaySettings settings(String provider, String model, String url) {
        return new GatewaySettings(
                provider, model, url, Secret.of(KEY), quick(), Thinking.LEAST, Budget.NONE);
    }

    static GatewaySettings gemini(FakeServer server) {
        return settings("gemini", "gemini-2.5-flash", server.url() + "/v1beta");
    }

    static GatewaySurroundings around(Pace pace) {
        return new GatewaySurroundings("test 1", PriceList.builtIn(), origin -> origin.subject(), pace);
    }

    static ModelGateway open(GatewaySettings settings) {
        return open(settings, new FakePace());
    }

    static ModelGateway open(GatewaySettings settings, Pace pace) {
        return open(settings, TapeUse.NONE, pace);
    }

    static ModelGateway open(GatewaySettings settings, TapeUse tape, @Nullable Pace pace) {
        return ModelGateway.open(settings, tape, around(pace == null ? new FakePace() : pace)).orThrow();
    }

    /** Time in which a wait is over at once, and is remembered. Real time goes on beside it. */
    static final class FakePace implements Pace {
        private final AtomicLong slept = new AtomicLong();

        @Override
        public long nanos() {
            return System.nanoTime() + slept.get();
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-01-01T00:00:00Z").plusNanos(slept.get());
        }

        @Override
        public void sleep(Duration duration) {
            slept.addAndGet(duration.toNanos());
        }

        double sleptSeconds() {
            return slept.get() / 1e9;
        }
    }
}
