package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

class DataSetTest {
    private static DataSet withDrivers(DataSet data, Map<String, TimeSeries> drivers) {
        return new DataSet(
                data.id(), data.title(), data.horizon(), data.prices(), data.retail(), data.loadKw(), data.pvYield(),
                drivers, List.of());
    }

    @Test
    void driversAreCutWithTheDays() {
        DataSet week = Examples.data(Examples.WEEK);
        TimeSeries forecast = TimeSeries.generate(672, t -> 1000 + t);
        DataSet data = withDrivers(week, Map.of(DataSet.LOAD_FORECAST_MW, forecast));
        DataSet day = data.slice(new Horizon(Examples.FIRST.plusDays(2), 1, Horizon.LOS_ANGELES));
        assertEquals(forecast.slice(192, 288), day.drivers().get(DataSet.LOAD_FORECAST_MW));
        assertEquals(week.prices().energy().slice(192, 288), day.prices().energy());
        assertNull(day.prices().nonSpin());
        assertTrue(week.drivers().isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> data.slice(new Horizon(Examples.FIRST.plusDays(6), 2, Horizon.LOS_ANGELES)));
    }

    @Test
    void driverOfTheWrongLengthIsRefusedByName() {
        DataSet data = withDrivers(
                Examples.data(Examples.WEEK), Map.of(DataSet.SOLAR_FORECAST_MW, TimeSeries.constant(96, 1)));
        Findings out = new Findings();
        DataChecks.checkLengths(data, out);
        assertEquals(1, out.list().size());
        assertEquals("test, driver solarForecastMw", out.list().get(0).where());
        assertEquals("672 values", out.list().get(0).allowed());
    }
}
