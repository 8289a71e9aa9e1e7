package org.vppworkbench.app.ui.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;

class MarketChoicesTest {
    private final Workbench workbench = SampleRun.fresh();
    private final ScenarioViewModel model = new ScenarioViewModel(workbench);
    private final MarketChoices market = model.market();

    @Test
    void everyChoiceIsOneEditThatCanBeUndone() {
        market.setTimeline(Timeline.DAY_AHEAD);
        market.setRules(MarketRules.CAISO_DERA);
        market.setMethod(ForecastSettings.Method.PERSISTENCE);
        market.setSiteSigma(0.1);
        market.setCallMode(CallMode.DRAWN);
        market.setCallSeed(7);

        assertEquals(
                new MarketSettings(
                        Timeline.DAY_AHEAD,
                        MarketRules.CAISO_DERA,
                        new ForecastSettings(ForecastSettings.Method.PERSISTENCE, 0, 0.1),
                        new CallSettings(List.of(), CallSettings.DEFAULT_PROBABILITY, 7)),
                market.settings());
        for (int edit = 0; edit < 6; edit++) {
            workbench.history().undo();
        }
        assertEquals(MarketSettings.DEFAULT, market.settings());
        assertTrue(workbench.history().nothingToUndoProperty().get());
    }

    @Test
    void onlyANoisyForecastKeepsAnErrorOfPrices() {
        market.setMethod(ForecastSettings.Method.NOISY);
        assertEquals(MarketChoices.FIRST_SIGMA, market.settings().forecast().sigma());

        market.setSigma(0.4);
        market.setMethod(ForecastSettings.Method.PERFECT);
        assertEquals(ForecastSettings.PERFECT, market.settings().forecast());
    }

    @Test
    void aForecastThatNeedsEarlierDaysIsExplainedAtItsField() {
        model.setFirstDay(workbench.data().horizon().firstDay());
        market.setMethod(ForecastSettings.Method.PERSISTENCE);

        assertNull(workbench.resolvedProperty().get());
        assertTrue(model.problemOf("market.forecast.method").contains("2023-08-16"), model.problemOf("market.forecast.method"));
        assertEquals("", model.problemOf("market.calls"));

        model.setFirstDay(workbench.data().horizon().date(2));
        assertNotNull(workbench.resolvedProperty().get(), () -> workbench.findings().toString());
        assertEquals("", model.problemOf("market.forecast.method"));
    }

    @Test
    void aQuantityBelowTheMinimumOfTheRulesIsExplainedAtItsField() {
        market.setRules(MarketRules.CAISO_DERA);

        assertTrue(model.problemOf("requirement.energyKw").contains("100 kW"), model.problemOf("requirement.energyKw"));
    }

    @Test
    void listedCallsAreReadAsLocalTimes() {
        assertEquals("", market.setCallTimes(" 2023-08-16 18:00, 2023-08-16T18:15 "));

        assertEquals(
                List.of(Instant.parse("2023-08-17T01:00:00Z"), Instant.parse("2023-08-17T01:15:00Z")),
                market.settings().calls().listed());
        assertEquals("2023-08-16 18:00, 2023-08-16 18:15", market.callTimes());
        assertEquals(CallMode.LISTED, CallMode.of(market.settings().calls()));
    }

    @Test
    void timesThatAreNoneAreExplainedAndNotTaken() {
        CallSettings before = market.settings().calls();

        assertTrue(market.setCallTimes("2023-08-16 18:00, six").contains("six"));
        assertTrue(market.setCallTimes("2023-03-12 02:30").contains("never"));
        assertTrue(market.setCallTimes("2023-11-05 01:30").contains("twice"));
        assertFalse(market.setCallTimes(" , ").isEmpty());
        assertEquals(before, market.settings().calls());
    }

    @Test
    void aCallOutsideTheRunIsAnErrorAtTheTimes() {
        market.setCallTimes("2023-08-20 18:00");

        assertFalse(model.problemOf("market.calls.listed").isEmpty());
        assertNull(workbench.resolvedProperty().get());
    }

    @Test
    void beginningLaterShortensTheRunInTheSameEdit() {
        model.setFirstDay(workbench.data().horizon().firstDay());
        model.setDays(7);
        model.setFirstDay(workbench.data().horizon().date(5));

        assertEquals(2, model.scenario().days());
        workbench.history().undo();
        assertEquals(7, model.scenario().days());
    }
}
