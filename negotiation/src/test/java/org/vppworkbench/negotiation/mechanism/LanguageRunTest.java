package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.nothingToSell;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.rules;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.run;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.same;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.talk;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.ScriptedModel;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.TapeMissException;
import org.vppworkbench.negotiation.mechanism.LanguageRuns.Run;

/** Whole days of homes that are decided by a model. */
class LanguageRunTest {
    private static final long SEED = 20230816;
    private static final Pattern HOME = Pattern.compile("your_home: (home-\\d+)");
    private static final int TOWNS = 3 * Integer.getInteger("vpp.random.scale", 1);

    @Test
    void homesBargainAskTheirToolAndAreHeldToTheGate() {
        Set<String> kinds = new TreeSet<>();
        int contracts = 0;
        for (int i = 0; i < TOWNS; i++) {
            ScriptedModel model = ScriptedModel.bargaining(0.1);
            Run run = run(model, LanguageConditions.DEFAULT, SmallTown.random(8, SEED + i, 10));
            kinds.addAll(run.kinds(MessageSource.LLM));
            assertTrue(model.asked().stream().anyMatch(q -> q.origin().step() > 0), "no tool was asked");
            for (var offer : run.record().offers()) {
                for (Contract c : offer.contracts()) {
                    assertTrue(c.pricePerMwh() >= c.reservationPerMwh() - 1e-6, c::toString);
                    assertTrue(c.pricePerMwh() <= offer.opportunity().forecastPrice() + 1e-9, c::toString);
                    contracts++;
                }
            }
        }
        assertTrue(contracts > TOWNS, "too few contracts to mean anything: " + contracts);
        assertTrue(
                kinds.containsAll(Set.of(
                        "Proposal", "Refusal", "CounterOffer", "Acceptance", "ProtocolViolation")),
                kinds::toString);
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"EVERY_ROUND", "DAILY_STRATEGY"})
    void whoeverAnswersFirstLeavesNoTrace(Mode mode) {
        ResolvedScenario town = SmallTown.random(8, SEED, 10);
        LanguageSettings settings = LanguageConditions.mode(mode);
        List<RunEvent> first = run(ScriptedModel.bargaining(0.2), settings, town).events();
        same(first, run(ScriptedModel.bargaining(0.2), settings, town).events());
        same(first, run(ScriptedModel.bargaining(0.2).waiting(4), settings, town).events());
        assertNotEquals(talk(rules(town)), talk(first));
    }

    @Test
    void everyMessageOfAModelNamesItsReply() {
        Run run = run(ScriptedModel.bargaining(0), LanguageConditions.DEFAULT, SmallTown.random(8, SEED, 10));
        Set<String> ids = new HashSet<>();
        run.messages().forEach(m -> assertTrue(ids.add(m.envelope().id()), m.envelope().id()));
        assertFalse(run.ofHomes(MessageSource.LLM).isEmpty());
        for (NegotiationMessage message : run.ofHomes(MessageSource.LLM)) {
            String hash = message.envelope().rawReplyHash();
            assertTrue(hash != null && hash.matches("[0-9a-f]{64}"), message::toString);
        }
        assertEquals(List.of(), run.ofRules());
    }

    /** There is nothing to decide, so nothing is asked, and nothing has failed. */
    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"EVERY_ROUND", "BATCHED"})
    void aHomeThatCanDeliverNothingIsNotAsked(Mode mode) {
        ResolvedScenario town = SmallTown.random(8, SEED, 10);
        ScriptedModel model = ScriptedModel.negotiating();
        Run run = run(model, LanguageConditions.mode(mode), town);
        List<NegotiationMessage> unable = run.ofHomes(MessageSource.RULE);
        assertFalse(unable.isEmpty());
        Set<String> asked = new HashSet<>();
        model.asked().forEach(q -> HOME.matcher(q.prompt().turns().getFirst().text()).results()
                .forEach(m -> asked.add(q.origin().subject() + "/r" + q.origin().round() + "/" + m.group(1))));
        assertFalse(asked.isEmpty());
        for (NegotiationMessage message : unable) {
            assertTrue(nothingToSell(message), message::toString);
            assertFalse(asked.contains(message.envelope().id()), message::toString);
        }
        assertTrue(unable.stream().anyMatch(m -> ((Refusal) m).reason() == RefusalReason.NOT_DELIVERABLE));
        assertEquals(0, run.violations("model"));
        same(run.events(), run(ScriptedModel.negotiating().waiting(2), LanguageConditions.mode(mode), town).events());
    }

    @ParameterizedTest
    @EnumSource(value = FailureKind.class, names = {"NOT_ON_TAPE", "BUDGET"}, mode = EnumSource.Mode.EXCLUDE)
    void aModelThatFailsIsReplacedByTheRulesAndThatIsOnRecord(FailureKind kind) {
        ResolvedScenario town = SmallTown.random(4, SEED, 10);
        ScriptedModel model = ScriptedModel.of(question -> ScriptedModel.failed(kind));
        Run run = run(model, LanguageConditions.DEFAULT, town);
        long refused = run.violations("model");
        assertTrue(refused > 0);
        boolean repaired = kind == FailureKind.TRUNCATED || kind == FailureKind.EMPTY;
        assertEquals(repaired, model.asked().stream().anyMatch(q -> q.origin().attempt() == 1));
        assertEquals(refused, model.asked().size());
        assertEquals(Set.of(RunEvent.DecisionOutcome.FALLBACK), Set.copyOf(run.outcomes()));
        assertEquals(repaired ? refused / 2 : refused, run.outcomes().size());
        assertEquals(Set.of("ProtocolViolation"), run.kinds(MessageSource.LLM));
        for (NegotiationMessage message : run.ofHomes(MessageSource.LLM)) {
            String words = message.envelope().rationale();
            assertTrue(words.contains(message.envelope().sender()) && words.contains(kind.words()), words);
            assertTrue(words.contains("a rule answers in its place") || words.contains("asked once more"), words);
        }
        same(talk(rules(town)), talk(run.events()));
    }

    @Test
    void aDayWithoutAStrategyGoesByTheRulesAndThatIsOnRecordOnce() {
        ResolvedScenario town = SmallTown.random(4, SEED, 10);
        Run run = run(
                ScriptedModel.of(q -> ScriptedModel.failed(FailureKind.SERVER_ERROR)),
                LanguageConditions.mode(Mode.DAILY_STRATEGY), town);
        assertEquals(4, run.violations("model"));
        assertEquals(Collections.nCopies(4, RunEvent.DecisionOutcome.FALLBACK), run.outcomes());
        same(talk(rules(town)), talk(run.events()));
    }

    @Test
    void aStrategyIsAskedOncePerHomeAndDayAndCarriedOutByRules() {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        ScriptedModel model = ScriptedModel.bargaining(0);
        Run run = run(model, LanguageConditions.mode(Mode.DAILY_STRATEGY), town);
        assertEquals(6, model.asked().size());
        assertEquals(Collections.nCopies(6, RunEvent.DecisionOutcome.OWN), run.outcomes());
        assertEquals(Set.of(), run.kinds(MessageSource.LLM));
        assertTrue(run.ofHomes(MessageSource.RULE).stream().allMatch(m -> m.envelope().rawReplyHash() != null));
        assertTrue(run.record().offers().stream().mapToInt(o -> o.contracts().size()).sum() > 0);
    }

    @Test
    void anUnreadableStrategyIsRepairedOnce() {
        ScriptedModel good = ScriptedModel.bargaining(0);
        ScriptedModel model = ScriptedModel.of(q -> q.origin().attempt() == 0
                ? ScriptedModel.said("{\"take_part\": true}")
                : good.ask(q, CancelToken.NEVER));
        Run run = run(model, LanguageConditions.mode(Mode.DAILY_STRATEGY), SmallTown.random(4, SEED, 10));
        assertEquals(8, model.asked().size());
        assertEquals(Collections.nCopies(4, RunEvent.DecisionOutcome.REPAIRED), run.outcomes());
        assertEquals(4, run.violations("model"));
        assertTrue(run.ofHomes(MessageSource.RULE).stream().allMatch(m -> m.envelope().rawReplyHash() != null));
    }

    /** Also where nothing is said, where a repair says nothing, and where a strategy makes many messages. */
    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"EVERY_ROUND", "DAILY_STRATEGY"})
    void everyQuestionIsOneDecision(Mode mode) {
        for (int i = 0; i < TOWNS; i++) {
            ScriptedModel model = ScriptedModel.bargaining(0.2);
            Run run = run(model, LanguageConditions.mode(mode), SmallTown.random(8, SEED + i, 10));
            Set<String> asked = new TreeSet<>();
            model.asked().stream().map(q -> q.origin()).forEach(
                    o -> asked.add(o.agent() + " " + o.subject() + " " + o.round() + " " + o.turn()));
            assertEquals(asked.size(), run.outcomes().size());
            assertTrue(run.outcomes().contains(RunEvent.DecisionOutcome.OWN));
        }
    }

    @Test
    void onlyTheFirstHomesAreDecidedByTheModel() {
        ScriptedModel model = ScriptedModel.bargaining(0);
        Run run = run(model, LanguageConditions.homes(3), SmallTown.random(6, SEED, 10));
        Set<String> asked = new TreeSet<>();
        model.asked().forEach(q -> asked.add(q.origin().agent()));
        assertEquals(Set.of("home-001", "home-003"), asked, "home-002 has no battery");
        run.ofRules().forEach(m -> assertFalse(asked.contains(m.envelope().sender()), m::toString));
        assertFalse(run.ofRules().isEmpty());
    }

    @Test
    void smallStakesAreLeftToTheRulesWithoutAFallback() {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        ScriptedModel model = ScriptedModel.bargaining(0);
        Run run = run(model, LanguageConditions.leastStake(1e6), town);
        assertEquals(List.of(), model.asked());
        assertEquals(rules(town).size(), run.events().size());
        assertEquals(0, run.violations("model"));
        assertEquals(List.of(), run.outcomes());
    }

    @Test
    void aTapeThatMissesARequestEndsTheRun() {
        ScriptedModel model = ScriptedModel.of(q -> ScriptedModel.failed(FailureKind.NOT_ON_TAPE));
        ResolvedScenario town = SmallTown.random(4, SEED, 10);
        assertThrows(TapeMissException.class, () -> run(model, LanguageConditions.DEFAULT, town));
    }

    @Test
    void cancelEndsTheRunWhileModelsAreWaitedFor() {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        ScriptedModel model = ScriptedModel.of(q -> {
            if (asked.incrementAndGet() == 2) {
                cancelled.set(true);
            }
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ScriptedModel.failed(FailureKind.TIMEOUT);
        });
        Run run = run(model, LanguageConditions.DEFAULT, SmallTown.random(8, SEED, 10), cancelled::get);
        assertFalse(run.record().complete());
        assertTrue(run.events().getLast() instanceof RunEvent.RunCancelled);
    }

    @Test
    void replayAndLiveHaveTheSameLabelInTheEvents() {
        var mechanism = LanguageMechanisms.byId(
                "llm", ScriptedModel.bargaining(0), LanguageConditions.DEFAULT, new MeritOrderCoalition());
        assertEquals("LLM model-x", mechanism.label());
        assertThrows(IllegalArgumentException.class, () -> LanguageMechanisms.byId(
                "rule", ScriptedModel.bargaining(0), LanguageConditions.DEFAULT, new MeritOrderCoalition()));
    }
}
