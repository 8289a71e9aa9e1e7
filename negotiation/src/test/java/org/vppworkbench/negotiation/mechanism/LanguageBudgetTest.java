package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.rules;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.run;
import static org.vppworkbench.negotiation.mechanism.LanguageRuns.same;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.ScriptedModel;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.mechanism.LanguageRuns.Run;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;

/** Days of homes that are decided by a model whose budget does not last. */
class LanguageBudgetTest {
    private static final long SEED = 20230816;

    /** The words with which each opportunity ended, in the order of the run. */
    private static List<RunEvent.OpportunityClosed> ends(Run run) {
        return run.events().stream()
                .filter(RunEvent.OpportunityClosed.class::isInstance)
                .map(RunEvent.OpportunityClosed.class::cast)
                .toList();
    }

    private static int sold(Run run) {
        return run.record().offers().stream().mapToInt(o -> o.contracts().size()).sum();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aBudgetOfNothingSellsNothingAndSaysWhy(Mode mode) {
        ScriptedModel model = ScriptedModel.of(q -> ScriptedModel.failed(FailureKind.BUDGET));
        Run run = run(model, LanguageConditions.mode(mode), SmallTown.random(4, SEED, 10));
        assertEquals(0, sold(run));
        assertFalse(ends(run).isEmpty());
        for (RunEvent.OpportunityClosed end : ends(run)) {
            assertEquals(RunEvent.Outcome.NO_AGREEMENT, end.outcome());
            assertEquals(BudgetSpentException.REASON, end.reason());
        }
        assertEquals(ends(run).size(), run.violations("budget"));
        assertEquals(0, run.violations("model"));
        assertEquals(Set.of(), run.kinds(MessageSource.RULE));
        assertEquals(Set.of("ProtocolViolation"), run.kinds(MessageSource.LLM));
    }

    /** Five of six homes and the aggregator go by rules by choice. */
    @Test
    void ruleHomesDoNotGoOnAlone() {
        ScriptedModel model = ScriptedModel.of(q -> ScriptedModel.failed(FailureKind.BUDGET));
        Run run = run(model, LanguageConditions.homes(1), SmallTown.random(6, SEED, 10));
        assertEquals(0, sold(run));
        assertTrue(ends(run).stream().allMatch(end -> end.reason().equals(BudgetSpentException.REASON)));
    }

    /** Spent after so many answers: what was agreed stays, each ask is turned down, no rule speaks, and a replay is the same. */
    @Test
    void aBudgetSpentInTheMiddleKeepsWhatIsAgreed() {
        ResolvedScenario town = SmallTown.random(8, SEED, 10);
        boolean kept = false;
        for (int most = 20; most <= 120; most += 5) {
            int calls = most;
            ScriptedModel live = ScriptedModel.bargaining(0.1);
            AtomicInteger asked = new AtomicInteger();
            Map<Origin, Answer> tape = new ConcurrentHashMap<>();
            Run run = run(ScriptedModel.of(q -> tape.computeIfAbsent(q.origin(), origin -> asked.getAndIncrement() < calls
                    ? live.ask(q, CancelToken.NEVER)
                    : ScriptedModel.failed(FailureKind.BUDGET))), LanguageConditions.DEFAULT, town);
            boolean over = false;
            for (RunEvent.OpportunityClosed end : ends(run)) {
                boolean spent = end.reason().endsWith(BudgetSpentException.REASON);
                assertTrue(spent || !over, end::toString);
                kept |= spent && !over && !end.reason().equals(BudgetSpentException.REASON);
                assertTrue(!over || end.outcome() == RunEvent.Outcome.NO_AGREEMENT, end::toString);
                over |= spent;
            }
            assertTrue(over, "never spent");
            Run replay = run(
                    ScriptedModel.of(q -> Objects.requireNonNull(tape.get(q.origin()))), LanguageConditions.DEFAULT, town);
            same(run.events(), replay.events());
        }
        assertTrue(kept, "no budget ended a negotiation with something agreed");
    }

    /** As a budget per day is: what one part of the run has no room for the next has. */
    @Test
    void aBudgetThatIsFreeAgainIsUsedAgain() {
        ScriptedModel good = ScriptedModel.bargaining(0);
        ScriptedModel model = ScriptedModel.of(q -> q.origin().subject().matches(".*@1?\\d")
                ? ScriptedModel.failed(FailureKind.BUDGET)
                : good.ask(q, CancelToken.NEVER));
        Run run = run(model, LanguageConditions.DEFAULT, SmallTown.random(6, SEED, 10));
        for (RunEvent.OpportunityClosed end : ends(run)) {
            assertEquals(end.opportunity().hour() < 20, end.reason().equals(BudgetSpentException.REASON), end::toString);
        }
        assertTrue(sold(run) > 0);
    }
}
