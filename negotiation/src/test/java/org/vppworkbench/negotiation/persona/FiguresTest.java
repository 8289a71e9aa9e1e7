package org.vppworkbench.negotiation.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.time.Horizon;

class FiguresTest {
    private static final Horizon WEEK = new Horizon(LocalDate.of(2023, 8, 14), 7, Horizon.LOS_ANGELES);

    private final Figures plain = new Figures(WEEK, Guards.NONE);
    private final Figures guarded = new Figures(WEEK, new Guards(true, 1.37));

    @Test
    void pricesGoOutAndComeBack() {
        assertEquals("90.00 $/MWh", plain.price(90, Product.ENERGY));
        assertEquals("123.30 $/MWh", guarded.price(90, Product.ENERGY));
        assertEquals("6.85 $/MW-h", guarded.price(5, Product.SPIN));
        assertEquals(90, guarded.unscaled(123.30), 1e-9);
        assertEquals("0.137 $", guarded.usd(0.1));
        assertEquals("0.411 $/kWh", guarded.perKwh(0.3));
    }

    @Test
    void aLeastPriceIsNeverShownLower() {
        for (double price = 0; price < 500; price += 0.37) {
            for (Figures figures : new Figures[] {plain, guarded}) {
                String shown = figures.priceUp(price, Product.ENERGY);
                double asked = figures.unscaled(Double.parseDouble(shown.substring(0, shown.indexOf(' '))));
                assertTrue(asked >= price - 1e-6 && asked <= price + 0.011, shown);
            }
        }
    }

    /** A table leaves the units to its head, and says the same numbers. */
    @Test
    void tablesSayTheSameNumbersAsSentences() {
        for (double value = -3; value < 500; value += 0.2713) {
            for (Figures figures : new Figures[] {plain, guarded}) {
                Columns columns = new Columns(figures);
                assertEquals(figures.price(value, Product.ENERGY), columns.price(value) + " $/MWh");
                assertEquals(figures.priceUp(value, Product.ENERGY), columns.priceUp(value) + " $/MWh");
                assertEquals(Figures.kw(value), Columns.kw(value) + " kW");
            }
        }
        assertEquals("0.00", new Columns(plain).priceUp(0));
        assertEquals("0.00", new Columns(plain).priceDown(0));
        assertEquals("0.01", new Columns(plain).priceUp(0.0001));
        assertEquals("0.00", new Columns(plain).priceDown(0.0099));
    }

    @Test
    void quantitiesAreWholeWattsRoundedDown() {
        assertEquals("4.2 kW", Figures.kw(4.2));
        assertEquals("0.285 kW", Figures.kw(0.28500000000000003));
        assertEquals("3.333 kW", Figures.kw(10.0 / 3));
        assertEquals("0 kW", Figures.kw(0));
        assertEquals("100 kW", Figures.kw(100));
    }

    @Test
    void daysAndHoursAreLocal() {
        assertEquals("2023-08-15", plain.day(41));
        assertEquals("day 2", guarded.day(41));
        assertEquals("17:00-18:00", plain.clock(41));
        Horizon fall = new Horizon(LocalDate.of(2023, 11, 5), 2, Horizon.LOS_ANGELES);
        assertEquals("day 1", new Figures(fall, new Guards(true, 1)).day(24));
        assertEquals("day 2", new Figures(fall, new Guards(true, 1)).day(25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "visitors on 2023-08-15 at dinner | visitors on (a date) at dinner",
        "nothing from 2023-08-15T18:00 on | nothing from (a date)T18:00 on",
        "the heat of August 15 | the heat of (a date)",
        "the heat of 15th of August | the heat of (a date)",
        "since 8/15/2023 | since (a date)",
        "bought in 2019 | bought in (a date)",
        "keep 20 % until 18:30 | keep 20 % until 18:30"
    })
    void foreignWordsLoseTheirDates(String words, String expected) {
        assertEquals(expected, new Figures(WEEK, new Guards(true, 1)).guarded(words));
        assertEquals(words, plain.guarded(words));
    }

    @Test
    void underScaledPricesForeignWordsLoseTheirNumbers() {
        assertEquals(
                "You ask # $/MWh; I bid # kW.",
                new Figures(WEEK, new Guards(false, 2)).guarded("You ask 1,234.56 $/MWh; I bid 4 kW."));
    }
}
