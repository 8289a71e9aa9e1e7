package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.StepKind;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.Horizon;

/** Two days whose hours are traded a day ahead. */
class DayAheadReplayTest {
    private final Workbench workbench = SampleRun.fresh();
    private final ManualPulse pulse = new ManualPulse();
    private final TransportViewModel transport = new TransportViewModel(workbench, pulse, LocalDateTime.of(2023, 8, 16, 17, 0));
    private final NegotiationViewModel negotiation = new NegotiationViewModel(transport);

    @BeforeEach
    void run() {
        var document = workbench.document();
        var market = new MarketSettings(Timeline.DAY_AHEAD, MarketRules.RESEARCH, ForecastSettings.PERFECT, CallSettings.NONE);
        workbench.history().edit("day-ahead", document.with(
                ScenarioEdits.days(ScenarioEdits.market(document.scenario(), market), 2)));
        workbench.startRun();
        Objects.requireNonNull(workbench.outcomeProperty().get());
        pulse.beat(1);
    }

    @Test
    void headingsSayWhenTheHourWasTraded() {
        assertEquals(17, transport.shownHour());
        assertTrue(negotiation.headlineProperty().get().contains("17:00–18:00, traded 00:00"), negotiation.headlineProperty().get());

        transport.jumpToHour(24 + 17);
        assertTrue(negotiation.headlineProperty().get().startsWith("Thu 17 Aug 2023, 17:00–18:00, traded Wed 16 Aug, 10:00"),
                negotiation.headlineProperty().get());
        assertTrue(negotiation.placeProperty().get().contains("delivered to Wed 10:00"), negotiation.placeProperty().get());
    }

    @Test
    void steppingByHoursStopsAtTheTradingOfEveryHourAndAtEveryHourOfDelivery() {
        HourSteps steps = HourSteps.through(transport);

        assertEquals(IntStream.range(0, 48).boxed().toList(), steps.traded());
        Horizon horizon = Objects.requireNonNull(transport.horizon());
        assertEquals(
                IntStream.rangeClosed(1, 48).map(h -> 4 * h).boxed().toList(),
                steps.delivered().stream().filter(d -> d > 0).toList());
        assertEquals(horizon.intervals(), steps.delivered().last());
    }

    @Test
    void theEndOfADayIsTheEndOfItsDelivery() {
        transport.moveTo(0);
        transport.next(StepKind.DAY);

        Horizon horizon = Objects.requireNonNull(transport.horizon());
        assertEquals(horizon.dayStart(1), transport.stateProperty().get().dispatched());
        assertTrue(negotiation.placeProperty().get().contains("delivered to Thu 00:00"), negotiation.placeProperty().get());
    }

    @Test
    void reasonsOfADayAheadMessageSpanTheTimeFromItsGate() {
        transport.jumpToHour(24 + 18);
        Turn told = negotiation.turns().stream()
                .filter(t -> t.sent() != null && t.sent().whatIf() != null)
                .findFirst()
                .orElseThrow();
        negotiation.selectedProperty().set(told);

        Horizon horizon = Objects.requireNonNull(transport.horizon());
        int from = Objects.requireNonNull(negotiation.whyProperty().get().whatIf()).fromInterval();
        assertEquals(LocalDateTime.of(2023, 8, 16, 10, 0), horizon.localStart(from).toLocalDateTime());
    }
}
