package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.FakeModel;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.standin.AggregatorSpeaker;
import org.vppworkbench.negotiation.standin.SingleSpeaker;

/** Whole days in which a rule plays the model: the aggregator among rule homes, and the single model. */
class LanguageMechanismDayTest {
    private static final long SEED = 20230816;

    private record Run(RunRecord record, List<RunEvent> events) {}

    private static LanguageSettings settings() {
        LanguageSettings d = LanguageSettings.of("gemini", "fake", null);
        return new LanguageSettings(
                d.provider(), d.model(), null, d.mode(), 0, true, d.tool(), 0, d.persona(), 1, d.order(), false, 0,
                d.guards(), d.sampling(), d.budget());
    }

    private static String play(Question question) {
        return question.schema().name().equals("single_reply")
                ? SingleSpeaker.reply(question.prompt().turns())
                : AggregatorSpeaker.reply(question.prompt().turns(), question.schema().json());
    }

    private static Run run(String id, FakeModel model, ResolvedScenario town) {
        EventLog log = new EventLog();
        RunRecord record = LanguageMechanisms.byId(id, model, settings(), new MeritOrderCoalition())
                .run(town, log, ProgressSink.NONE, CancelToken.NEVER);
        return new Run(record, log.range(0, log.size()).stream().map(LoggedEvent::event).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"llm", "llm-single"})
    void aDayTradesInsideTheGate(String id) {
        int contracts = 0;
        for (int i = 0; i < 4 * Integer.getInteger("vpp.random.scale", 1); i++) {
            ResolvedScenario town = SmallTown.random(8, SEED + i, 10);
            FakeModel model = new FakeModel(LanguageMechanismDayTest::play);
            for (ClearedOffer offer : run(id, model, town).record().offers()) {
                assertTrue(offer.totalKw() <= offer.opportunity().requiredKw() + 1e-9);
                for (Contract c : offer.contracts()) {
                    assertTrue(c.pricePerMwh() >= c.reservationPerMwh() - 1e-6, c::toString);
                    assertTrue(c.pricePerMwh() <= offer.opportunity().forecastPrice() + 1e-6, c::toString);
                    contracts++;
                }
            }
            assertFalse(model.asked().isEmpty());
            assertEquals(1, model.asked().stream().map(q -> q.prompt().system()).distinct().count());
        }
        assertTrue(contracts > 10, "too few contracts to mean anything: " + contracts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llm", "llm-single"})
    void answersThatComeLateChangeNothing(String id) {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        Run prompt = run(id, new FakeModel(LanguageMechanismDayTest::play), town);
        Run late = run(id, new FakeModel(LanguageMechanismDayTest::play, FailureKind.EMPTY, 3, 1), town);
        assertEquals(prompt.events(), late.events());
    }

    @Test
    void theAggregatorSpeaksForItself() {
        Run run = run("llm", new FakeModel(LanguageMechanismDayTest::play), SmallTown.random(6, SEED, 10));
        long own = run.events().stream()
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(e -> ((RunEvent.MessageSent) e).message())
                .filter(m -> !(m instanceof NegotiationMessage.ProtocolViolation))
                .filter(m -> m.envelope().source() == MessageSource.LLM)
                .count();
        assertTrue(own > 10, "the model said " + own);
        assertTrue(run.events().getFirst() instanceof RunEvent.RunStarted s && s.label().equals("LLM fake"));
    }

    @Test
    void aSmallStakeIsLeftToTheRules() {
        LanguageSettings d = settings();
        LanguageSettings stakes = new LanguageSettings(
                d.provider(), d.model(), null, d.mode(), 0, true, d.tool(), 0, d.persona(), 1, d.order(), false, 1e6,
                d.guards(), d.sampling(), d.budget());
        FakeModel model = new FakeModel(LanguageMechanismDayTest::play);
        for (String id : List.of("llm", "llm-single")) {
            LanguageMechanisms.byId(id, model, stakes, new MeritOrderCoalition())
                    .run(SmallTown.random(6, SEED, 10), new EventLog(), ProgressSink.NONE, CancelToken.NEVER);
        }
        assertEquals(List.of(), model.asked());
    }
}
