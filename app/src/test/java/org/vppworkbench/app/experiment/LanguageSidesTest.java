package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
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
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.sample.SampleLibrary;

/** The hot day of the sample with twenty homes: models on both sides, many homes in one request, and the single model. */
class LanguageSidesTest {
    /** Answers overtake each other; tokens are counted as a quarter of the characters. */
    private record Speaker(LongAdder questions, LongAdder characters) implements LanguageModel {
        private static final NegotiatingResponder RESPONDER = new NegotiatingResponder(new BargainingResponder(0.03));

        Speaker() {
            this(new LongAdder(), new LongAdder());
        }

        @Override
        public Answer ask(Question question, CancelToken cancel) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1_000_000));
            String text = RESPONDER.reply(question.prompt().system(), question.prompt().turns());
            questions.increment();
            characters.add(question.prompt().system().length() + question.schema().json().length() + text.length()
                    + question.prompt().turns().stream().mapToInt(turn -> turn.text().length()).sum());
            return new Answer.Said(
                    text, Usage.NONE, new Provenance("model-x", "model-x", "test", TextHash.sha256(text), false));
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("gemini", "model-x", "test", true, false);
        }
    }

    private static ExperimentResult run(String id, Mode mode, LanguageModel model, boolean optimum) {
        LanguageSettings plain = LanguageSettings.of("gemini", "model-x", null);
        LanguageSettings settings = new LanguageSettings(
                plain.provider(), plain.model(), null, mode, -1, true, plain.tool(), 0, plain.persona(), plain.paraphrase(),
                plain.order(), false, 0, plain.guards(), plain.sampling(), plain.budget());
        Scenario scenario = new Scenario(
                "la-2023-08", LocalDate.of(2023, 8, 15), 1, "la-20", Requirement.LOS_ANGELES_20, 0.25, id,
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        MechanismCatalogue mechanisms =
                new MechanismCatalogue(List.of(LanguageMechanisms.byId(id, model, settings, new MeritOrderCoalition())));
        return new ExperimentRunner(mechanisms, Clock.systemUTC()).run(
                ScenarioResolver.resolve(
                                scenario, SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(), RandomScenarios.DATA)
                        .orThrow(),
                new ExperimentOptions(optimum, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static List<NegotiationMessage> ofAggregator(ExperimentResult result) {
        return result.events().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(event -> ((RunEvent.MessageSent) event).message())
                .filter(message -> message.envelope().sender().equals(Envelope.AGGREGATOR))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"llm, EVERY_ROUND", "llm, BATCHED", "llm-single, EVERY_ROUND"})
    void aDayKeepsEveryInvariantAndTheBound(String id, Mode mode) {
        Speaker model = new Speaker();
        ExperimentResult result = run(id, mode, model, true);
        assertTrue(result.invariantsHold());
        double efficiency = result.metrics().metric("efficiencyAware").orElseThrow().value();
        assertTrue(efficiency > 0 && efficiency <= 1, "efficiency " + efficiency);
        Map<String, Long> said = ofAggregator(result).stream()
                .filter(m -> m.envelope().source() == MessageSource.LLM)
                .collect(Collectors.groupingBy(m -> m.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
        assertTrue(said.getOrDefault("CounterOffer", 0L) > 0, said::toString);
        int agreements = result.record().offers().stream().mapToInt(offer -> offer.contracts().size()).sum();
        assertTrue(agreements > 0);
        System.out.printf(
                Locale.ROOT, "%s %s: %d questions, %d contracts, %.0f tokens per contract (estimated), efficiency %.3f%n",
                id, mode, model.questions().sum(), agreements, model.characters().sum() / 4.0 / agreements, efficiency);
    }

    @Test
    void whoeverAnswersFirstLeavesNoTrace() {
        List<RunEvent> first = events(run("llm", Mode.BATCHED, new Speaker(), false));
        assertEquals(first, events(run("llm", Mode.BATCHED, new Speaker(), false)));
    }

    private static List<RunEvent> events(ExperimentResult result) {
        return result.events().stream().map(LoggedEvent::event).toList();
    }
}
