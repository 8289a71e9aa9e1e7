package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunEvent.DecisionOutcome;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.standin.Asked;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.Fault;
import org.vppworkbench.negotiation.standin.FaultPlan;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** A week with a fault in its middle: on one day every first round fails, in each way a provider or the network can fail. */
class ModelWeekFaultsTest {
    private static final LocalDate FROM = LocalDate.of(2023, 8, 15);
    private static final String BAD_DAY = "2023-08-18";
    private static final int DAYS = 7;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theWeekIsFinishedAndSaysWhatHappened(Fault fault) {
        StandInSettings settings = StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0)))
                .withFaults(FaultPlan.NONE.when(ModelWeekFaultsTest::unlucky, fault))
                .withRetryDelay(Duration.ofSeconds(60)).withHugeBytes(20 << 20);
        try (StandInServer server = StandInServer.start(settings)) {
            ResolvedScenario scenario = scenario(server);
            ExperimentResult run = ModelRuns.run(scenario, ModelRuns.models(limits(fault)), false);
            assertTrue(run.record().complete());
            assertTrue(run.invariantsHold(), () -> "" + run.invariants());
            assertComplete(run);
            assertTrue(server.ledger().injections(fault) > 0, "the fault was never met");
            assertTold(fault, run);
            assertTrue(spoke(run, 0, 72), "the model spoke before");
            assertEquals(fault != Fault.REFUSED, spoke(run, 96, 168), "the model spoke afterwards");
            String everything = ModelRuns.words(run) + "\n" + ModelRuns.language(run);
            assertFalse(everything.contains(ModelRuns.KEY) || everything.contains(ModelRuns.KEY.substring(0, 12)));
            assertEquals(List.of(), server.ledger().misuses());
        }
    }

    /** Other ways to ask, which have other ways to mend and to give up. */
    enum Way {
        BATCHED("llm", Mode.BATCHED, true),
        DAILY("llm", Mode.DAILY_STRATEGY, false),
        /** On {@link #BAD_DAY} no home would sell at its cost, so that the single model is not asked. */
        SINGLE("llm-single", Mode.EVERY_ROUND, true);

        private final String mechanism;
        private final Mode mode;
        private final boolean aggregator;

        Way(String mechanism, Mode mode, boolean aggregator) {
            this.mechanism = mechanism;
            this.mode = mode;
            this.aggregator = aggregator;
        }

        private boolean unlucky(Asked asked) {
            return switch (this) {
                case BATCHED -> ModelWeekFaultsTest.unlucky(asked);
                case DAILY -> asked.everything().contains(BAD_DAY);
                case SINGLE -> asked.everything().contains("2023-08-16");
            };
        }

        /** First hour of the bad day. */
        private int badFrom() {
            return this == SINGLE ? 24 : 72;
        }
    }

    /** One fault of each kind, every time; all of them are too long for every build. */
    static Stream<Arguments> kinds() {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = Stream.of(Fault.values())
                .filter(fault -> !Set.of(Fault.NO_USAGE, Fault.OTHER_MODEL, Fault.REFUSED).contains(fault))
                .filter(fault -> seen.add(String.valueOf(kind(fault))) || Fault.BAD_ENUM == fault || Fault.NOT_A_NUMBER == fault)
                .toList();
        return Stream.of(Way.values()).flatMap(way -> faults.stream().map(fault -> Arguments.of(way, fault)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void soIsTheWeekOfAnyMode(Way way, Fault fault) {
        StandInSettings settings = StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0)))
                .withFaults(FaultPlan.NONE.when(way::unlucky, fault))
                .withRetryDelay(Duration.ofSeconds(60)).withHugeBytes(20 << 20);
        try (StandInServer server = StandInServer.start(settings)) {
            LanguageSettings all = ModelRuns.gemini(server);
            LanguageSettings language = new LanguageSettings(
                    all.provider(), all.model(), all.endpoint(), way.mode, -1, way.aggregator, all.tool(), 0, all.persona(), 1,
                    all.order(), false, 0, all.guards(), all.sampling(), all.budget());
            ResolvedScenario scenario =
                    ModelRuns.scenario(3, FROM, DAYS, new Requirement(8, 4, 4), 0.45, way.mechanism, language);
            ExperimentResult run = ModelRuns.run(scenario, ModelRuns.models(limits(fault)), false);
            assertTrue(run.record().complete());
            assertTrue(run.invariantsHold(), () -> "" + run.invariants());
            assertComplete(run);
            assertTrue(server.ledger().injections(fault) > 0, "the fault was never met");
            int from = way.badFrom();
            assertTrue(decided(run, DecisionOutcome.OWN, 0, from), "the model decided before");
            assertTrue(decided(run, DecisionOutcome.OWN, from + 24, 168), "the model decided afterwards");
            assertFalse(decided(run, DecisionOutcome.FALLBACK, 0, from) || decided(run, DecisionOutcome.NONE, 0, from));
            boolean given = decided(run, DecisionOutcome.FALLBACK, from, from + 24) || decided(run, DecisionOutcome.NONE, from, from + 24);
            assertTrue(given, "who could not decide on the bad day is counted");
            assertTrue(messages(run).stream().anyMatch(ProtocolViolation.class::isInstance), "nothing was refused");
            FailureKind kind = kind(fault);
            assertEquals(
                    kind == null ? Set.of() : Set.of(kind.name()), ModelRuns.language(run).report().failures().keySet());
            String everything = ModelRuns.words(run) + "\n" + ModelRuns.language(run);
            assertFalse(everything.contains(ModelRuns.KEY) || everything.contains(ModelRuns.KEY.substring(0, 12)));
        }
    }

    private static boolean decided(ExperimentResult run, DecisionOutcome outcome, int from, int to) {
        return run.events().stream()
                .map(logged -> logged.event())
                .filter(RunEvent.AgentDecided.class::isInstance)
                .map(RunEvent.AgentDecided.class::cast)
                .anyMatch(made -> made.outcome() == outcome && made.source() == MessageSource.LLM && made.hour() >= from
                        && made.hour() < to);
    }

    private static boolean unlucky(Asked asked) {
        String said = asked.everything();
        return said.contains(BAD_DAY) && (said.contains("round: 1 of") || said.contains("round 1 of"));
    }

    /** Three homes, of which two are the model's, as is the aggregator; few opportunities are worth talking about. */
    private static ResolvedScenario scenario(StandInServer server) {
        LanguageSettings all = ModelRuns.gemini(server);
        LanguageSettings two = new LanguageSettings(
                all.provider(), all.model(), all.endpoint(), all.mode(), 2, true, all.tool(), 0, all.persona(), 1, all.order(),
                false, 0, all.guards(), all.sampling(), all.budget());
        return ModelRuns.scenario(3, FROM, DAYS, new Requirement(8, 4, 4), 0.45, "llm", two);
    }

    private static Limits limits(Fault fault) {
        return fault == Fault.NO_ANSWER || fault == Fault.SLOW_DRIP
                ? ModelRuns.IMPATIENT.withAnswer(Duration.ofMillis(700))
                : ModelRuns.IMPATIENT.withAnswer(Duration.ofSeconds(20)).withPatience(Duration.ofSeconds(20));
    }

    /** Every event in its place: none lost, none twice, everything opened is closed. */
    private static void assertComplete(ExperimentResult run) {
        List<RunEvent> events = run.events().stream().map(logged -> logged.event()).toList();
        for (int k = 0; k < run.events().size(); k++) {
            assertEquals(k, run.events().get(k).sequence() - run.events().getFirst().sequence());
        }
        assertInstanceOf(RunEvent.RunStarted.class, events.getFirst());
        assertInstanceOf(RunEvent.RunFinished.class, events.getLast());
        assertEquals(96 * DAYS, events.stream().filter(RunEvent.IntervalDispatched.class::isInstance).count());
        TreeSet<String> opened = new TreeSet<>();
        TreeSet<String> closed = new TreeSet<>();
        TreeSet<String> ids = new TreeSet<>();
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.OpportunityOpened open -> opened.add(open.opportunity().id());
                case RunEvent.OpportunityClosed end -> closed.add(end.opportunity().id());
                case RunEvent.MessageSent sent -> assertTrue(ids.add(sent.message().envelope().id()));
                default -> {}
            }
        }
        assertFalse(opened.isEmpty());
        assertEquals(opened, closed);
    }

    private static void assertTold(Fault fault, ExperimentResult run) {
        List<String> marks = ModelRuns.language(run).report().marks();
        List<ProtocolViolation> refused = messages(run).stream()
                .filter(ProtocolViolation.class::isInstance).map(ProtocolViolation.class::cast).toList();
        FailureKind kind = kind(fault);
        if (fault == Fault.NO_USAGE) {
            assertTrue(marks.toString().contains("estimated"), marks::toString);
        } else if (fault == Fault.OTHER_MODEL) {
            assertTrue(marks.toString().contains("another-model-002"), marks::toString);
            assertTrue(ModelRuns.language(run).report().versions().contains("another-model-002"));
        } else {
            assertFalse(refused.isEmpty());
        }
        for (ProtocolViolation each : refused) {
            String words = each.envelope().rationale();
            int hour = each.envelope().hour();
            assertTrue(hour >= 72 && (hour < 96 || fault == Fault.REFUSED), words);
            assertTrue(words.contains(each.envelope().sender()), words);
            if (kind != null) {
                assertTrue(words.contains(kind.words()), words);
            }
            assertTrue(
                    words.contains("a rule answers in its place") || words.contains("asked once more"), words);
        }
        Map<String, Long> failures = ModelRuns.language(run).report().failures();
        assertEquals(kind == null ? List.of() : List.of(kind.name()), List.copyOf(failures.keySet()));
    }

    /** Why there was no text; {@code null} where there was one. */
    private static FailureKind kind(Fault fault) {
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

    private static List<NegotiationMessage> messages(ExperimentResult run) {
        return run.events().stream()
                .map(logged -> logged.event())
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(event -> ((RunEvent.MessageSent) event).message())
                .toList();
    }

    /** Whether a model said something that counted, about an hour in {@code [from, to)}. */
    private static boolean spoke(ExperimentResult run, int from, int to) {
        return messages(run).stream().anyMatch(message ->
                message.envelope().source() == MessageSource.LLM
                        && !(message instanceof ProtocolViolation)
                        && message.envelope().hour() >= from && message.envelope().hour() < to);
    }
}
