package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
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

/** Budgets per day need the day of every question that is really asked. */
class SimulatedDayTest {
    /** Keeps the days of what it is asked; the empty one too. */
    private record Calendar(SimulatedDay days, Set<String> asked) implements LanguageModel {
        private static final NegotiatingResponder RESPONDER = new NegotiatingResponder(new BargainingResponder(0));

        @Override
        public Answer ask(Question question, CancelToken cancel) {
            asked.add(days.apply(question.origin()));
            String text = RESPONDER.reply(question.prompt().system(), question.prompt().turns());
            return new Answer.Said(text, Usage.NONE, new Provenance("model-x", "model-x", "test", "0".repeat(64), false));
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("gemini", "model-x", "test", true, false);
        }
    }

    @ParameterizedTest
    @CsvSource({"llm, EVERY_ROUND", "llm, DAILY_STRATEGY", "llm, BATCHED", "llm-single, EVERY_ROUND"})
    void everyQuestionOfEveryModeBelongsToItsDay(String mechanism, LanguageSettings.Mode mode) {
        ResolvedScenario scenario =
                ModelRuns.scenario(4, LocalDate.of(2023, 8, 15), 2, Requirement.LOS_ANGELES_20, 0, null, null);
        LanguageSettings plain = LanguageSettings.of("gemini", "model-x", null);
        LanguageSettings settings = new LanguageSettings(
                plain.provider(), plain.model(), null, mode, -1, true, plain.tool(), 0, plain.persona(), plain.paraphrase(),
                plain.order(), false, 0, plain.guards(), plain.sampling(), plain.budget());
        Calendar calendar = new Calendar(
                new SimulatedDay(scenario.inputs().horizon()), Collections.synchronizedSet(new TreeSet<>()));
        LanguageMechanisms.byId(mechanism, calendar, settings, new MeritOrderCoalition())
                .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        assertEquals(Set.of("2023-08-15", "2023-08-16"), calendar.asked());
    }
}
