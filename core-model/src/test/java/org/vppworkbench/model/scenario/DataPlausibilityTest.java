package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Data that cannot be, data that is odd, and what becomes of products without prices. */
class DataPlausibilityTest {
    private static final Horizon DAY = new Horizon(Examples.FIRST, 1, Horizon.LOS_ANGELES);

    private static List<Finding> checked(@Nullable TimeSeries spin, TimeSeries load, TimeSeries yield) {
        TimeSeries energy = TimeSeries.constant(96, 50);
        DataSet data = new DataSet(
                "x", "x", DAY, new MarketSeries(energy, spin, null, null), Map.of(), Map.of("house", load),
                Map.of("roof", yield), List.of());
        Findings out = new Findings();
        DataChecks.checkValues(data, out);
        return out.list();
    }

    /** Otherwise 1; {@code odd} in interval 3. */
    private static TimeSeries with(double odd) {
        return TimeSeries.generate(96, t -> t == 3 ? odd : 1);
    }

    @Test
    void theFirstImpossibleValueIsNamedWithItsTime() {
        assertEquals(List.of(), checked(null, with(2), with(1.2)));
        for (double load : new double[] {-0.5, 2e5}) {
            Finding finding = checked(null, with(load), with(1)).getFirst();
            assertTrue(finding.isError());
            assertTrue(finding.where().contains("load house, interval 3 (2023-08-14T07:45:00Z)"), finding.where());
        }
        for (double yield : new double[] {-0.1, 1.6}) {
            assertTrue(checked(null, with(1), with(yield)).getFirst().where().contains("PV yield roof, interval 3"));
        }
    }

    @Test
    void anOddReservePriceIsAWarningAndAnImpossibleOneAnError() {
        for (double odd : new double[] {-5, 2500}) {
            Finding finding = checked(with(odd), with(1), with(1)).getFirst();
            assertEquals(Finding.Severity.WARNING, finding.severity(), "a reserve price of " + odd);
            assertTrue(finding.message().contains("1 intervals"), finding.message());
            assertTrue(finding.oneLine().contains("$/MW-h") && !finding.oneLine().contains("$/MWh"), finding.oneLine());
        }
        for (double absurd : new double[] {-1e6, 1e6}) {
            List<Finding> findings = checked(with(absurd), with(1), with(1));
            assertEquals(1, findings.size(), "one finding per series is enough");
            assertTrue(findings.getFirst().isError());
        }
    }

    @Test
    void everySeriesOfTheWrongLengthIsNamed() {
        TimeSeries two = TimeSeries.of(1, 2);
        Findings out = new Findings();
        DataChecks.checkLengths(
                new DataSet(
                        "x", "x", DAY, new MarketSeries(two, two, two, two), Map.of(), Map.of("house", two),
                        Map.of("roof", two), List.of()),
                out);
        assertEquals(6, out.list().size());
        assertTrue(out.list().stream().allMatch(f -> "96 values".equals(f.allowed())));
    }

    @Test
    void daysThatAreNotCoveredAreRefused() {
        DataSet week = Examples.data(Examples.WEEK);
        assertEquals(96, week.slice(DAY).prices().energy().length());
        for (Horizon outside : List.of(
                new Horizon(Examples.FIRST.minusDays(1), 1, Horizon.LOS_ANGELES),
                new Horizon(Examples.FIRST, 8, Horizon.LOS_ANGELES),
                new Horizon(Examples.FIRST.plusDays(1), 1, ZoneId.of("America/Phoenix")))) {
            assertThrows(IllegalArgumentException.class, () -> week.slice(outside));
        }
    }

    @Test
    void productsBelowTheStakeAreListedAndProductsWithoutPriceAreNone() {
        TimeSeries energy = TimeSeries.constant(96, 50);
        TimeSeries spin = TimeSeries.generate(96, t -> t < 48 ? 20 : 2);
        MarketSeries prices = new MarketSeries(energy, spin, null, null);
        // 10 kW at 50 $/MWh are 0.50 $ an hour; 10 kW of spin 0.20 $, then 0.02 $; nobody prices non-spin.
        RequiredQuantities some = RequiredQuantities.of(new Requirement(10, 10, 10), 0.1, prices, prices, DAY);
        assertEquals(10, some.required().kw(Product.ENERGY, 23));
        assertEquals(10, some.required().kw(Product.SPIN, 11));
        assertEquals(0, some.required().kw(Product.SPIN, 12));
        assertEquals(0, some.required().kw(Product.NONSPIN, 0));
        assertEquals(12, some.skipped().size());
        assertTrue(some.skipped().stream().allMatch(o -> o.product() == Product.SPIN && o.requiredKw() == 10));
        RequiredQuantities none = RequiredQuantities.of(new Requirement(0, 0, 0), 0, prices, prices, DAY);
        assertTrue(none.skipped().isEmpty());
        assertEquals(0, none.required().kw(Product.ENERGY, 0));
    }

    @Test
    void aFindingIsOneLineWithWhatIsKnown() {
        assertEquals("ERROR file: wrong (value 3); allowed: 1", Finding.error("file", 3, "wrong", "1").oneLine());
        assertEquals("WARNING file: odd", Finding.warning("file", null, "odd", null).oneLine());
        assertEquals("INFO file: fine", Finding.info("file", "fine").oneLine());
    }
}
