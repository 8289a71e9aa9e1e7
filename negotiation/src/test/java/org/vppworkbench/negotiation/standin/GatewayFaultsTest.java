package org.vppworkbench.negotiation.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
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
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/** Every fault of the stand-in in every form, through the gateway as runs use it: over HTTP on this machine. */
class GatewayFaultsTest {
    private static final String KEY = RawClient.KEY;
    private static final String MODEL = "gemini-x";
    private static final Limits IMPATIENT = new Limits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofSeconds(20), 1, null, null, 64);

    static Stream<Arguments> everyFaultInEveryForm() {
        return Stream.of(Api.values())
                .flatMap(api -> Stream.of(Fault.values()).filter(f -> f.knownTo(api)).map(f -> Arguments.of(api, f)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultInEveryForm")
    void everyFaultIsToldInPlainWordsAndWithoutTheKey(Api api, Fault fault) {
        StandInSettings settings = StandInSettings.saying(Responder.always(RawClient.REPLY))
                .withFaults(FaultPlan.always(fault)).withRetryDelay(Duration.ofSeconds(30)).withHugeBytes(24 << 20);
        List<String> tape = new ArrayList<>();
        try (StandInServer server = StandInServer.start(settings);
                ModelGateway gateway = gateway(server, api, limits(fault), new TapeUse.Recording(tape::add))) {
            Answer answer = gateway.ask(question(1), CancelToken.NEVER);
            FailureKind expected = expected(fault);
            if (expected == null) {
                assertSaid(fault, assertInstanceOf(Answer.Said.class, answer, () -> "" + answer));
            } else {
                Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer, () -> "" + answer);
                assertEquals(expected, failed.kind(), failed::words);
                assertTrue(failed.words().contains(server.host()), failed::words);
                assertTrue(failed.words().contains(MODEL), failed::words);
                assertTrue(failed.words().length() < 600, failed::words);
                assertTrue(failed.words().chars().noneMatch(Character::isISOControl), failed::words);
                boolean repeated = expected.passing() && fault != Fault.REFUSED && fault != Fault.HTTP_429;
                if (repeated && fault != Fault.HUGE_BODY && fault != Fault.PROXY_PAGE && fault != Fault.REDIRECT) {
                    assertEquals(2, server.ledger().count(), failed::words);
                }
            }
            String everything = answer + "\n" + tape + gateway.identity() + gateway.accounting();
            assertFalse(everything.contains(KEY), everything);
            assertFalse(everything.contains(KEY.substring(KEY.length() - 8)), everything);
            assertEquals(List.of(), server.ledger().misuses());
            if (api != Api.OLLAMA) {
                assertEquals(server.ledger().count(), server.ledger().withKey());
            }
        }
    }

    /** What a run should make of a fault; {@code null} where the transport is sound and the text is for others to judge. */
    private static FailureKind expected(Fault fault) {
        return switch (fault) {
            case HTTP_400 -> FailureKind.BAD_REQUEST;
            case KEY_NOT_VALID, HTTP_401, HTTP_403, KEY_QUOTED -> FailureKind.UNAUTHORISED;
            case HTTP_404 -> FailureKind.UNKNOWN_MODEL;
            case HTTP_429 -> FailureKind.RATE_LIMITED;
            case HTTP_500, HTTP_503, PROXY_ERROR -> FailureKind.SERVER_ERROR;
            case NO_ANSWER, SLOW_DRIP -> FailureKind.TIMEOUT;
            case DROPPED, REFUSED, REDIRECT -> FailureKind.UNREACHABLE;
            case CUT_BODY, BAD_JSON_BODY, HUGE_BODY, PROXY_PAGE -> FailureKind.CUT_REPLY;
            case EMPTY_TEXT -> FailureKind.EMPTY;
            case SAFETY -> FailureKind.SAFETY;
            case BLOCKED_PROMPT -> FailureKind.BLOCKED_PROMPT;
            case MAX_TOKENS, MAX_TOKENS_EMPTY -> FailureKind.TRUNCATED;
            case NOT_JSON, BAD_ENUM, MISSING_FIELD, NULL_FIELD, NOT_A_NUMBER, WRONG_ID, WRONG_ROUND, NO_USAGE, OTHER_MODEL ->
                null;
        };
    }

    private static void assertSaid(Fault fault, Answer.Said said) {
        assertEquals(fault == Fault.NO_USAGE, said.usage().estimated());
        assertTrue(said.usage().promptTokens() > 0 && said.usage().outputTokens() > 0, () -> "" + said);
        assertEquals(fault == Fault.OTHER_MODEL ? "another-model-002" : MODEL, said.provenance().returnedModel());
        assertEquals(MODEL, said.provenance().requestedModel());
        boolean untouched = !fault.inTheText();
        assertEquals(untouched, said.text().equals(RawClient.REPLY), said::text);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void soundReplyComesWithSchemaSamplingAndTokens(Api api) {
        StandInSettings settings =
                StandInSettings.saying(Responder.always(RawClient.REPLY)).withThoughts(api == Api.OLLAMA ? 0 : 25);
        try (StandInServer server = StandInServer.start(settings);
                ModelGateway gateway = gateway(server, api, IMPATIENT, TapeUse.NONE)) {
            Answer.Said said = assertInstanceOf(Answer.Said.class, gateway.ask(question(1), CancelToken.NEVER));
            Asked asked = server.ledger().requests().getFirst();
            assertEquals("You are home-001.", asked.system());
            assertTrue(asked.last().contains("What do you offer"), asked::last);
            String schema = String.valueOf(asked.schema()).toLowerCase(Locale.ROOT);
            assertTrue(JsonParser.parseString(schema).isJsonObject() && schema.contains("\"refuse\""), schema);
            assertEquals(0.0, asked.sampling().temperature());
            assertEquals(7, asked.sampling().seed());
            assertEquals(512, asked.sampling().maxOutputTokens());
            assertEquals(server.ledger().promptTokens(), said.usage().promptTokens());
            assertEquals(server.ledger().outputTokens(), said.usage().outputTokens() + said.usage().thoughtTokens());
            assertEquals(api == Api.OLLAMA ? 0 : 25, said.usage().thoughtTokens());
            assertFalse(gateway.identity().providersOwn());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_429", "HTTP_500", "HTTP_503", "PROXY_ERROR", "DROPPED", "CUT_BODY", "BAD_JSON_BODY", "NO_ANSWER"})
    void whatPassesIsAskedAgain(Fault fault) {
        StandInSettings settings = StandInSettings.saying(Responder.always(RawClient.REPLY))
                .withFaults(FaultPlan.NONE.nth(1, fault));
        try (StandInServer server = StandInServer.start(settings);
                ModelGateway gateway = gateway(server, Api.GEMINI, IMPATIENT, TapeUse.NONE)) {
            Answer.Said said = assertInstanceOf(
                    Answer.Said.class, gateway.ask(question(1), CancelToken.NEVER));
            assertEquals(2, said.usage().attempts());
            assertEquals(2, server.ledger().count());
        }
    }

    @Test
    void keysDoNotFollowARedirect() {
        StandInSettings settings = StandInSettings.saying(Responder.always(RawClient.REPLY));
        try (StandInServer elsewhere = StandInServer.start(settings);
                StandInServer server = StandInServer.start(settings.withFaults(FaultPlan.always(Fault.REDIRECT))
                        .withRedirect(elsewhere.geminiBase() + "/models/" + MODEL + ":generateContent"));
                ModelGateway gateway = gateway(server, Api.GEMINI, IMPATIENT, TapeUse.NONE)) {
            assertInstanceOf(Answer.Failed.class, gateway.ask(question(1), CancelToken.NEVER));
            assertEquals(0, elsewhere.ledger().count());
        }
    }

    private static Limits limits(Fault fault) {
        return switch (fault) {
            // The wait asked for is longer than the patience.
            case HTTP_429 -> IMPATIENT.withPatience(Duration.ofSeconds(2));
            case HUGE_BODY -> IMPATIENT.withAnswer(Duration.ofSeconds(20));
            default -> IMPATIENT;
        };
    }

    static ModelGateway gateway(StandInServer server, Api api, Limits limits, TapeUse tape) {
        GatewaySettings settings = new GatewaySettings(
                api.name().toLowerCase(Locale.ROOT), MODEL, server.base(api), Secret.of(KEY), limits, Thinking.LEAST,
                Budget.NONE);
        return ModelGateway.open(settings, tape, GatewaySurroundings.of("test", Origin::subject)).orThrow();
    }

    static Question question(int home) {
        Prompt prompt = new Prompt(
                "test/v1", "0".repeat(64), "You are home-001.",
                List.of(new Utterance(Utterance.Role.USER, "Round 3. What do you offer, " + home + "?")));
        return new Question(
                new Origin("home-%03d".formatted(home), "ENERGY@41", 3, 0, 0, 0), prompt,
                new ReplySchema("reply", RawClient.SCHEMA), new Sampling(0.0, null, 7, 512));
    }
}
