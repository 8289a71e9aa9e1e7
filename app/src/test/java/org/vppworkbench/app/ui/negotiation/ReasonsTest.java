package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.TimeSeries;

class ReasonsTest {
    private final TransportViewModel transport = SampleRun.transport(new ManualPulse());
    private final NegotiationViewModel negotiation = new NegotiationViewModel(transport);

    @Test
    void everyTurnOfTheDayHasReasons() {
        for (int hour = 0; hour < 24; hour++) {
            transport.jumpToHour(hour);
            for (Turn turn : negotiation.turns()) {
                if (turn.explicable()) {
                    negotiation.selectedProperty().set(turn);
                    Why why = negotiation.whyProperty().get();
                    assertFalse(why.title().isBlank(), turn.toString());
                    assertTrue(why.rows().stream().allMatch(row -> !row.name().isBlank() && !row.value().isBlank()), why.toString());
                    assertFalse(why.rows().isEmpty(), turn.toString());
                }
            }
        }
    }

    @Test
    void aMessageThatPassedNamesEveryCheckAndAnUnsolvedOptimumIsSaidToBe() {
        Why why = negotiation.whyProperty().get();
        String checks = why.rows().stream().filter(r -> r.name().equals("Checks")).findFirst().orElseThrow().value();

        assertEquals(9, checks.chars().filter(c -> c == '✓').count(), checks);
        assertTrue(why.rows().stream().anyMatch(r -> r.name().equals("Shadow price of D") && r.value().startsWith("not known")), why.toString());
    }

    @Test
    void wearFollowsFromTheRecordedPaths() {
        BessInputs bess = new BessInputs(10, 5, 5, 1, 0.9, 0, 10, 6, 0.1);
        WhatIfResult result = new WhatIfResult(
                2, 2, 1, 500, 0, BindingConstraint.NONE, -1, 0, TimeSeries.of(5, 3, 4), TimeSeries.of(6, 5, 5));

        // 1 + 2 kWh leave the battery with the contract, 1 kWh without: 2 kWh more, 1.8 kWh behind the inverter
        assertEquals(0.18, Composition.wearUsd(result, bess, 6), 1e-12);
    }

    @Test
    void theCostCurveIsThatOfTheRecordedWhatIf() {
        Turn turn = negotiation.turns().stream()
                .filter(t -> t.sent() != null && t.sent().message() instanceof NegotiationMessage.Proposal)
                .findFirst().orElseThrow();
        negotiation.selectedProperty().set(turn);
        Why.Picture picture = Objects.requireNonNull(negotiation.whyProperty().get().picture());
        var run = Objects.requireNonNull(transport.runProperty().get());

        CostCurve curve = CostCurve.of(run.scenario(), run.log().range(0, picture.position()), picture, CancelToken.NEVER);

        assertEquals("", curve.why());
        assertTrue(curve.points().size() > 2, curve.toString());
        assertTrue(curve.points().stream().allMatch(p -> p.kw() > 0));
        assertNotNull(picture.whatIf());
    }

    @Test
    void aCostCurveOfAnotherHistoryIsNotShown() {
        negotiation.selectedProperty().set(negotiation.turns().stream()
                .filter(t -> t.sent() != null && t.sent().message() instanceof NegotiationMessage.Proposal)
                .findFirst().orElseThrow());
        Why.Picture picture = Objects.requireNonNull(negotiation.whyProperty().get().picture());
        var run = Objects.requireNonNull(transport.runProperty().get());
        WhatIfResult w = picture.whatIf();
        WhatIfResult other = new WhatIfResult(w.requestedKw(), w.deliverableKw(), w.incrementalCostUsd() + 0.01, w.reservationPerMwh(),
                w.discomfortUsd(), w.binding(), w.bindingInterval(), w.fromInterval(), w.bessWithKwh(), w.bessWithoutKwh());

        CostCurve curve = CostCurve.of(run.scenario(), run.log().range(0, picture.position()),
                new Why.Picture(picture.position(), picture.home(), picture.product(), picture.hour(), other, picture.bess(), 0, 0), CancelToken.NEVER);

        assertTrue(curve.points().isEmpty());
        assertTrue(curve.why().startsWith("Not shown"), curve.why());
    }

    @Test
    void aQuietHourIsExplainedWithNumbersFromTheEvents() {
        int quiet = -1;
        for (int hour = 0; hour < 24 && quiet < 0; hour++) {
            quiet = transport.hour(hour).filter(s -> s.kind() == HourSummary.Kind.QUIET).isPresent() ? hour : -1;
        }
        HourWords words = Objects.requireNonNull(transport.words());
        if (quiet >= 0) {
            assertTrue(String.join(" ", words.lines(quiet)).contains("below the minimum of 0.25 $"), words.lines(quiet).toString());
        }
        assertTrue(words.day(0).startsWith("Wed 16 Aug: "), words.day(0));
        assertTrue(words.day(0).contains("with contracts"), words.day(0));
    }

    @Test
    void surplusOfAnHourIsThatOfTheBestStanding() {
        var opened = (RunEvent.OpportunityOpened) negotiation.turns().stream()
                .filter(t -> t.side() == Turn.Side.HEADING).findFirst().orElseThrow().event();
        HourBook.Chance chance = HourBook.Chance.of(opened);
        double most = opened.standings().stream().filter(s -> s.kw() > 0)
                .mapToDouble(s -> s.kw() * (opened.opportunity().forecastPrice() - s.reservationPerMwh()) / 1000).max().orElse(0);

        assertEquals(most, chance.bestSurplusUsd(), 1e-12);
        assertEquals(opened.standings().size(), chance.able() + chance.hindered().values().stream().mapToInt(Integer::intValue).sum());
    }
}
