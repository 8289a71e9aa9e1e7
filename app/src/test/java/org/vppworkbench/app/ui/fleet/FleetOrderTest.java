package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.model.fleet.Home;

class FleetOrderTest {
    private final List<Home> homes = SampleRun.fresh().document().fleet().homes();

    @Test
    void numbersAreSortedAsNumbersAndHomesWithoutTheDeviceStandLastBothWays() {
        for (FleetColumn column : FleetColumns.ALL) {
            if (column instanceof FleetColumn.Quantity number) {
                List<Home> up = FleetOrder.sorted(homes, List.of(new FleetOrder.By(column, false)));
                List<Home> down = FleetOrder.sorted(homes, List.of(new FleetOrder.By(column, true)));
                long with = homes.stream().filter(h -> !Double.isNaN(number.value().applyAsDouble(h))).count();
                for (int i = 0; i < homes.size(); i++) {
                    boolean there = i < with;
                    assertEquals(there, !Double.isNaN(number.value().applyAsDouble(up.get(i))), column.id() + " up " + i);
                    assertEquals(there, !Double.isNaN(number.value().applyAsDouble(down.get(i))), column.id() + " down " + i);
                }
                for (int i = 1; i < with; i++) {
                    assertTrue(number.value().applyAsDouble(up.get(i - 1)) <= number.value().applyAsDouble(up.get(i)), column.id());
                    assertTrue(number.value().applyAsDouble(down.get(i - 1)) >= number.value().applyAsDouble(down.get(i)), column.id());
                }
            }
        }
    }

    @Test
    void idsAreSortedAsPeopleCount() {
        List<Home> named = new ArrayList<>();
        for (String id : List.of("home-10", "home-9", "Home-1", "home-0100")) {
            named.add(HomeEdits.id(homes.getFirst(), id));
        }

        List<Home> sorted = FleetOrder.sorted(named, List.of(new FleetOrder.By(FleetColumns.byId("home"), false)));

        assertEquals(List.of("Home-1", "home-9", "home-10", "home-0100"), sorted.stream().map(Home::id).toList());
    }

    @Test
    void equalHomesKeepTheirOrderAndALaterColumnDecidesAmongThem() {
        List<Home> shuffled = new ArrayList<>(homes);
        Collections.shuffle(shuffled, new Random(7));

        List<Home> sorted = FleetOrder.sorted(
                shuffled, List.of(new FleetOrder.By(FleetColumns.byId("tariff"), false), new FleetOrder.By(FleetColumns.byId("load"), true)));

        for (int i = 1; i < sorted.size(); i++) {
            Home a = sorted.get(i - 1);
            Home b = sorted.get(i);
            int tariff = HomeText.tariff(a.tariff()).compareToIgnoreCase(HomeText.tariff(b.tariff()));
            assertTrue(tariff < 0 || (tariff == 0 && a.loadScale() >= b.loadScale()), i + ": " + a.id() + ", " + b.id());
        }
        assertEquals(shuffled, FleetOrder.sorted(shuffled, List.of()));
    }
}
