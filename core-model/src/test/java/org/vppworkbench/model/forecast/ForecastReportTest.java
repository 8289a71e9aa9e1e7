package org.vppworkbench.model.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Two days by hand: day one costs 100 in every hour; day two 50, but 0 at midnight and −20 at 01:00. */
class ForecastReportTest {
    private static final Horizon DAYS = new Horizon(LocalDate.of(2023, 8, 15), 2, Horizon.LOS_ANGELES);
    private static final Horizon SECOND = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);

    private static final KnownMarket MARKET = new KnownMarket(
            DAYS,
            new MarketSeries(
                    TimeSeries.generate(192, t -> t < 96 ? 100 : t < 100 ? 0 : t < 104 ? -20 : 50), null, null, null),
            Map.of());

    private static MarketSeries forecast(int intervals, double price) {
        return new MarketSeries(TimeSeries.constant(intervals, price), null, null, null);
    }

    @Test
    void errorsOfTheSecondDay() {
        ForecastReport report = ForecastReport.of("60", MARKET, SECOND, forecast(96, 60));
        assertEquals(25, report.rows().size(), "all hours, then each; reserve is not traded");
        ForecastReport.Row all = report.overall(Product.ENERGY);
        assertNotNull(all);
        // errors: 60 at midnight, 80 at 01:00, 10 in the other 22 hours
        assertEquals(24, all.hours());
        assertEquals((60 + 80 + 220) / 24.0, all.mae(), 1e-12);
        assertEquals(Math.sqrt((3600 + 6400 + 2200) / 24.0), all.rmse(), 1e-12);
        assertEquals(all.mae(), all.bias(), 1e-12, "always too high");
        assertEquals((22 * 50 - 20) / 24.0, all.meanPrice(), 1e-12);
        assertEquals(23, all.mapeHours(), "the hour at 0 has no relative error");
        assertEquals(100 * (80 / 20.0 + 22 * 10 / 50.0) / 23, all.mapePercent(), 1e-12);
        // persistence says 100: errors 100, 120 and 22 times 50
        assertEquals((100 + 120 + 1100) / 24.0, all.persistenceMae(), 1e-12);
        assertEquals(1 - 360 / 1320.0, all.skill(), 1e-12);
        ForecastReport.Row midnight = report.rows().get(1);
        assertEquals(0, midnight.clockHour());
        assertEquals(1, midnight.hours());
        assertEquals(60, midnight.mae(), 1e-12);
        assertNull(midnight.mapePercent(), "no price of at least 5 $/MWh");
        assertNull(report.overall(Product.SPIN));
    }

    @Test
    void skillIsMeasuredOverTheHoursThatPersistenceHas() {
        ForecastReport.Row all =
                ForecastReport.of("60", MARKET, DAYS, forecast(192, 60)).overall(Product.ENERGY);
        assertEquals(48, all.hours());
        assertEquals((24 * 40 + 360) / 48.0, all.mae(), 1e-12);
        assertEquals(24, all.persistenceHours());
        assertEquals(1 - 360 / 1320.0, all.skill(), 1e-12, "the first day has no day before");
        Horizon first = new Horizon(DAYS.firstDay(), 1, DAYS.zone());
        ForecastReport.Row alone =
                ForecastReport.of("60", MARKET, first, forecast(96, 60)).overall(Product.ENERGY);
        assertNull(alone.persistenceMae());
        assertNull(alone.skill());
    }

    @Test
    void persistenceHasNoSkillOverItself() {
        MarketSeries persistence = MARKET.forecast(new Persistence(), SECOND);
        ForecastReport.Row all =
                ForecastReport.of("PERSISTENCE", MARKET, SECOND, persistence).overall(Product.ENERGY);
        assertEquals(0, all.skill(), 1e-12);
        KnownMarket flat = new KnownMarket(DAYS, forecast(192, 40), Map.of());
        assertNull(
                ForecastReport.of("60", flat, SECOND, forecast(96, 60)).overall(Product.ENERGY).skill(),
                "persistence is never wrong here");
    }
}
