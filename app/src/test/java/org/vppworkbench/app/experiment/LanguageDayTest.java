package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.sample.SampleLibrary;

/** The hot day of the sample with twenty homes, each decided by a model that asks its tool and errs now and then. */
class LanguageDayTest {
    private static final double FAULTS = 0.05;

    /** Answers overtake each other. */
    private record Bargainer(AtomicInteger tools) implements LanguageModel {
        private static final BargainingResponder RESPONDER = new BargainingResponder(FAULTS);

        @Override
        public Answer ask(Question question, CancelToken cancel) {
            tools.addAndGet(question.origin().step() > 0 ? 1 : 0);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(2_000_000));
            String text = RESPONDER.reply(question.prompt().turns());
            return new Answer.Said(
                    text, Usage.NONE, new Provenance("model-x", "model-x", "test", TextHash.sha256(text), false));
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("gemini", "model-x", "test", true, false);
        }
    }

    private static LanguageSettings settings(Mode mode, Guards guards) {
        LanguageSettings plain = LanguageSettings.of("gemini", "model-x", null);
        return new LanguageSettings(
                plain.provider(), plain.model(), null, mode, -1, false, plain.tool(), 0, plain.persona(), plain.paraphrase(),
                plain.order(), false, 0, guards, plain.sampling(), plain.budget());
    }

    private static ExperimentResult run(LanguageModel model, LanguageSettings settings, boolean optimum) {
        Scenario scenario = new Scenario(
                "la-2023-08", LocalDate.of(2023, 8, 15), 1, "la-20", Requirement.LOS_ANGELES_20, 0.25, "llm",
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        MechanismCatalogue mechanisms = new MechanismCatalogue(
                List.of(LanguageMechanisms.byId("llm", model, settings, new MeritOrderCoalition())));
        return new ExperimentRunner(mechanisms, Clock.systemUTC()).run(
                ScenarioResolver.resolve(
                                scenario, SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(), RandomScenarios.DATA)
                        .orThrow(),
                new ExperimentOptions(optimum, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    /** Messages of homes by kind and source. */
    private static Map<String, Long> said(ExperimentResult result) {
        return result.events().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(event -> ((RunEvent.MessageSent) event).message())
                .filter(message -> !message.envelope().sender().equals(Envelope.AGGREGATOR))
                .collect(Collectors.groupingBy(
                        m -> m.getClass().getSimpleName() + " " + m.envelope().source(), TreeMap::new, Collectors.counting()));
    }

    @Test
    void aDayOfModelsKeepsEveryInvariantAndShowsEveryKindOfTalk() {
        Bargainer model = new Bargainer(new AtomicInteger());
        ExperimentResult result = run(model, settings(Mode.EVERY_ROUND, Guards.NONE), true);
        assertTrue(result.invariantsHold());
        assertTrue(model.tools().get() > 100, "tool answers: " + model.tools());
        Map<String, Long> said = said(result);
        for (String kind : List.of("Proposal", "Refusal", "CounterOffer", "Acceptance", "ProtocolViolation")) {
            assertTrue(said.getOrDefault(kind + " " + MessageSource.LLM, 0L) > 0, said::toString);
        }
        double efficiency = result.metrics().metric("efficiencyAware").orElseThrow().value();
        assertTrue(efficiency > 0 && efficiency <= 1, "efficiency " + efficiency);
        ExperimentResult again = run(
                new Bargainer(new AtomicInteger()), settings(Mode.EVERY_ROUND, Guards.NONE), false);
        assertEquals(digest(result), digest(again), "the order of arrival left a trace");
    }

    /** Under scaled prices and relative dates the same model strikes about the same deals. */
    @Test
    void guardsChangeTheWordsAndHardlyTheMoney() {
        double plain = efficiency(Guards.NONE);
        double guarded = efficiency(new Guards(true, 1.37));
        assertEquals(plain, guarded, 0.02 * Math.abs(plain), plain + " and " + guarded);
    }

    private static double efficiency(Guards guards) {
        ExperimentResult result = run(new Bargainer(new AtomicInteger()), settings(Mode.DAILY_STRATEGY, guards), false);
        assertTrue(result.record().complete());
        return result.metrics().metric("welfareUsd").orElseThrow().value();
    }

    private static int digest(ExperimentResult result) {
        return Arrays.hashCode(result.events().stream().map(LoggedEvent::event).mapToInt(Object::hashCode).toArray());
    }
}
