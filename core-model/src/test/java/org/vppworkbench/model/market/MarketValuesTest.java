package org.vppworkbench.model.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.vppworkbench.model.time.TimeSeries;

class MarketValuesTest {
    @Test
    void aContractWithoutAQuantityOrAPriceIsRefused() {
        for (double kw : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Contract("a", Product.ENERGY, 0, kw, 100, 50), "kw " + kw);
        }
        for (double price : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Contract("a", Product.ENERGY, 0, 1, price, 50));
        }
        assertEquals(-5, new Contract("a", Product.ENERGY, 0, 1, -5, 50).pricePerMwh(), "a negative price is a price");
    }

    @Test
    void missingEnergyIsBoughtBackAtTheDearerPriceAndNeverBelowZero() {
        TimeSeries energy = TimeSeries.of(80, -20, 80, -20);
        MarketSeries known = new MarketSeries(energy, null, null, TimeSeries.of(120, 30, 10, -50));
        assertEquals(120, known.buyBack(0));
        assertEquals(30, known.buyBack(1));
        assertEquals(80, known.buyBack(2));
        assertEquals(0, known.buyBack(3));
        MarketSeries unknown = new MarketSeries(energy, null, null, null);
        assertEquals(80, unknown.buyBack(0));
        assertEquals(0, unknown.buyBack(1));
        assertEquals(0, unknown.at(Product.SPIN, 0), "a product that is not traded costs nothing");
        assertEquals(30, unknown.hourMean(Product.ENERGY, 0), 1e-12);
        assertEquals(0, unknown.hourMean(Product.NONSPIN, 0));
    }
}
