package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.HomeWeek;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.physics.HomeInterval;

class HomeWeekViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final FleetViewModel fleet = new FleetViewModel(workbench);
    private final HomeWeekViewModel model = new HomeWeekViewModel(workbench, fleet);

    @Test
    void nothingIsComputedUntilSomebodyLooks() {
        assertNull(model.weekProperty().get());
        int tasks = workbench.tasks().tasks().size();

        model.watchedProperty().set(true);

        assertEquals(tasks + 1, workbench.tasks().tasks().size());
        assertEquals(fleet.homes().getFirst().id(), Objects.requireNonNull(model.weekProperty().get()).home());
    }

    @Test
    void theWeekIsThatOfTheEngineAndKeepsItsBooks() {
        model.watchedProperty().set(true);
        Home home = fleet.homes().stream().filter(h -> h.bess() != null && h.pv() != null).findFirst().orElseThrow();
        fleet.selectedProperty().set(home);

        HomeWeek week = Objects.requireNonNull(model.weekProperty().get());
        assertEquals(7, week.horizon().days());
        assertEquals(week.horizon().intervals(), week.rows().size());
        for (HomeInterval row : week.rows()) {
            double balance = row.pvKw() - row.curtailedKw() - row.loadKw() - row.chargeKw() + row.dischargeKw() - row.evChargeKw() + row.evV2gKw();
            assertEquals(balance, row.meterKw(), 1e-6);
            assertEquals(0, row.soldKw());
            assertTrue(row.bessKwh() <= home.bess().capacityKwh() + 1e-9);
        }
        assertTrue(model.wordsProperty().get().contains(HomeText.plan(home.homePlan())), model.wordsProperty().get());
    }

    @Test
    void anEditOfTheHomeAsksAgain() {
        model.watchedProperty().set(true);
        Home home = fleet.homes().getFirst();
        HomeWeek first = model.weekProperty().get();
        fleet.edit("Load ×", home, HomeEdits.loadScale(home, 3 * home.loadScale()));

        HomeWeek second = Objects.requireNonNull(model.weekProperty().get());
        assertNotEquals(first, second);
        assertEquals(3 * Objects.requireNonNull(first).rows().get(40).loadKw(), second.rows().get(40).loadKw(), 1e-9);
    }

    @Test
    void aHomeThatCannotLiveSaysWhy() {
        model.watchedProperty().set(true);
        Home home = fleet.homes().getFirst();
        fleet.edit("Import limit", home, HomeEdits.importLimitKw(home, 0.01));

        assertNull(model.weekProperty().get());
        assertTrue(model.wordsProperty().get().startsWith("No week of " + home.id()), model.wordsProperty().get());
    }
}
