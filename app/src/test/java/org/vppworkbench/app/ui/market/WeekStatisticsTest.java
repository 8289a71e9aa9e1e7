package org.vppworkbench.app.ui.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;

class WeekStatisticsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2023, 8, 15);

    @Test
    void hoursOfTheWeekBeginOnMondayWhateverDayTheDataBeginOn() {
        Horizon week = new Horizon(TUESDAY, 7, Horizon.LOS_ANGELES);
        TimeSeries hour = TimeSeries.generate(week.intervals(), t -> Math.floorDiv(t, 4));

        double[] byHour = WeekStatistics.byHour(hour, week, TUESDAY, 7);

        assertEquals(0, byHour[24], "Tuesday 00:00 is the first hour of the data");
        assertEquals(6 * 24, byHour[0], "Monday comes last");
        assertEquals(168, WeekStatistics.of(byHour).hours());
    }

    @Test
    void numbersAreThoseWorkedOutByHand() {
        double[] hours = new double[168];
        Arrays.fill(hours, Double.NaN);
        // Monday: midday hours −10, evening hours 30
        Arrays.fill(hours, 10, 14, -10);
        Arrays.fill(hours, 17, 21, 30);

        WeekStatistics s = WeekStatistics.of(hours);

        assertEquals(10, s.mean(), 1e-12);
        assertEquals(Math.sqrt(8 * 400.0 / 7), s.sd(), 1e-12);
        assertEquals(-10, s.min());
        assertEquals(30, s.max());
        assertEquals(0.5, s.negativeShare());
        assertEquals(40, s.spread(), 1e-12);
        assertEquals(8, s.hours());
    }

    @Test
    void aRepeatedHourIsTheMeanOfBothAndASkippedOneIsNone() {
        LocalDate autumn = LocalDate.of(2023, 11, 5);
        Horizon sunday = new Horizon(autumn, 1, Horizon.LOS_ANGELES);
        double[] back = WeekStatistics.byHour(TimeSeries.generate(sunday.intervals(), t -> Math.floorDiv(t, 4)), sunday, autumn, 7);
        assertEquals(1.5, back[6 * 24 + 1], "01:00 comes twice, as hours 1 and 2");

        LocalDate spring = LocalDate.of(2023, 3, 12);
        Horizon short23 = new Horizon(spring, 1, Horizon.LOS_ANGELES);
        double[] on = WeekStatistics.byHour(TimeSeries.generate(short23.intervals(), t -> Math.floorDiv(t, 4)), short23, spring, 7);
        assertTrue(Double.isNaN(on[6 * 24 + 2]), "02:00 never comes");
    }

    @Test
    void twoSamplesAreComparedAndWhatOneLacksIsSaid() {
        Workbench workbench = SampleRun.fresh();
        CompareViewModel model = new CompareViewModel(workbench);
        model.load(0, SampleLibrary.LOS_ANGELES_2023_08);
        model.load(1, SampleLibrary.SP15_2023_07);

        assertEquals(2, model.drawn().size());
        assertTrue(model.wordsProperty().get().contains("sp15-2023-07 has no spin"), model.wordsProperty().get());
        assertTrue(model.rows().stream().anyMatch(r -> r.quantity() == WeekQuantity.SPIN && r.week().startsWith("la-2023-08")));
        assertFalse(model.rows().stream().anyMatch(r -> r.quantity() == WeekQuantity.SPIN && r.week().startsWith("sp15")));
        double mean = model.rows().stream().filter(r -> r.quantity() == WeekQuantity.ENERGY).findFirst().orElseThrow().statistics().mean();
        assertEquals(workbench.data().prices().energy().mean(0, 672), mean, 1e-9);
    }

    @Test
    void theFleetOnAllDaysIsThatOfARun() {
        Workbench workbench = SampleRun.fresh();
        MarketViewModel model = new MarketViewModel(workbench);
        var inputs = workbench.resolvedProperty().get().inputs();
        var content = model.daysProperty().get().content();
        int from = 96;
        for (int t : List.of(0, 40, 60, 95)) {
            assertEquals(inputs.prosumers().stream().mapToDouble(p -> p.load().at(t)).sum(), content.loadKw().at(from + t), 1e-9);
            assertEquals(inputs.prosumers().stream().mapToDouble(p -> p.pv().at(t)).sum(), content.pvKw().at(from + t), 1e-9);
        }
    }

    @Test
    void theCursorReadsEveryValueWithItsUnitAndTheWindowStaysWithinTheData() {
        Workbench workbench = SampleRun.fresh();
        MarketViewModel model = new MarketViewModel(workbench);
        assertNotNull(model.daysProperty().get());
        model.look(workbench.data().horizon().start().toEpochMilli() + 1000.0);
        String words = model.readoutProperty().get();
        for (String unit : List.of("$/MWh", "$/MW-h", "kW", "°C", "Tue 15 Aug 00:00")) {
            assertTrue(words.contains(unit), words);
        }
        model.look(Double.NaN);
        assertEquals("", model.readoutProperty().get());

        model.rangeProperty().set(MarketRange.DAY);
        assertEquals(workbench.document().scenario().firstDay(), model.windowProperty().get().firstDay());
        model.move(1);
        assertEquals(workbench.document().scenario().firstDay().plusDays(1), model.windowProperty().get().firstDay());
        model.move(-50);
        assertEquals(workbench.data().horizon().firstDay(), model.windowProperty().get().firstDay());
        model.rangeProperty().set(MarketRange.ALL);
        assertEquals(workbench.data().horizon(), model.windowProperty().get());
    }

    @Test
    void whatADataSetLacksIsSaid() {
        Workbench workbench = SampleRun.fresh();
        MarketViewModel model = new MarketViewModel(workbench);
        assertEquals("", model.missingProperty().get());
        workbench.chooseSample(SampleLibrary.SP15_2023_07);
        assertTrue(model.missingProperty().get().contains("reserve prices, temperature"), model.missingProperty().get());
        assertTrue(model.provenanceProperty().get().contains("SHA-256"), model.provenanceProperty().get());
    }
}
