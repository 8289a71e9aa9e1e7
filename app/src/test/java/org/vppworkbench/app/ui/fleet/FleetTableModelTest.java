package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;

/** Sort, filter, columns, marks, and what is done with marked homes; no toolkit. */
class FleetTableModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final FleetViewModel model = new FleetViewModel(workbench);
    private final Document before = workbench.document();

    @Test
    void filtersByAssetTariffAndPreferenceTogether() {
        model.wantedProperty().set(new FleetFilter("", Set.of(FleetFilter.Asset.BATTERY, FleetFilter.Asset.CAR), null, null));
        assertFalse(model.homes().isEmpty());
        assertTrue(model.homes().stream().allMatch(h -> h.bess() != null && h.ev() != null));

        TariffPlan plan = model.homes().getFirst().tariff();
        model.wantedProperty().set(new FleetFilter("", Set.of(FleetFilter.Asset.BATTERY), plan, FleetFilter.Wish.FLOOR));
        assertFalse(model.homes().isEmpty());
        assertTrue(model.homes().stream().allMatch(h -> h.tariff() == plan && HomeEdits.floor(h) != null));
        assertTrue(model.countsProperty().get().contains(" of 20 homes"), model.countsProperty().get());
    }

    @Test
    void anEditLeavesTheRowWhereItStandsUntilSomebodySortsAgain() {
        List<FleetOrder.By> byLoad = List.of(new FleetOrder.By(FleetColumns.byId("load"), false));
        model.sort(byLoad);
        Home first = model.homes().getFirst();

        assertTrue(model.edit("Load ×", first, HomeEdits.loadScale(first, 900)));
        assertEquals(first.id(), model.homes().getFirst().id());
        assertEquals(900, model.homes().getFirst().loadScale());

        model.sort(byLoad);
        assertEquals(first.id(), model.homes().getLast().id());
    }

    @Test
    void columnsAreChosenAndTheIdStays() {
        model.show(FleetColumns.byId("v2g"), true);
        model.show(FleetColumns.byId("load"), false);
        model.show(FleetColumns.byId("home"), false);

        List<String> ids = model.columns().stream().map(FleetColumn::id).toList();
        assertTrue(ids.contains("v2g"));
        assertFalse(ids.contains("load"));
        assertEquals("home", ids.getFirst());
        assertTrue(ids.indexOf("v2g") < ids.indexOf("prefs"), "in the order of the fleet: " + ids);
    }

    @Test
    void aCopyHasHeadingsWithUnitsAndOneLinePerMarkedHome() {
        model.choose(List.of(model.homes().get(2), model.homes().get(0)));

        List<String> lines = model.tabbed().lines().toList();

        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().startsWith("Home\tTariff"), lines.getFirst());
        assertTrue(lines.getFirst().contains("Bat. kWh"), lines.getFirst());
        assertTrue(lines.get(1).startsWith(model.homes().get(0).id() + "\t"), "in the order of the table");
        assertEquals(model.columns().size(), lines.get(1).split("\t", -1).length);
        assertFalse(model.tabbed().contains("\t–\t"), "no dash where there is nothing");
    }

    @Test
    void homesAreAddedDuplicatedAndDeletedAsOneEditEach() {
        model.add();
        assertEquals(21, workbench.document().fleet().homes().size());
        assertEquals("home-021", model.selectedProperty().get().id());
        assertNotNull(workbench.resolvedProperty().get(), () -> workbench.findings().toString());
        workbench.history().undo();
        assertEquals(before, workbench.document());

        model.choose(model.homes().subList(0, 5));
        model.duplicate();
        assertEquals(25, workbench.document().fleet().homes().size());
        assertEquals(List.of("home-021", "home-022", "home-023", "home-024", "home-025"), model.chosen().stream().map(Home::id).toList());
        model.delete();
        assertEquals(before.fleet().homes(), workbench.document().fleet().homes());
        workbench.history().undo();
        workbench.history().undo();
        assertEquals(before, workbench.document());
    }

    @Test
    void marksStayWithTheSameHomesThroughAnUndo() {
        Home third = model.homes().get(2);
        model.choose(List.of(model.homes().get(1), third));
        model.edit("Load ×", third, HomeEdits.loadScale(third, 3));
        assertEquals(List.of(model.homes().get(1), model.homes().get(2)), model.chosen());

        workbench.history().undo();
        assertEquals(List.of(model.homes().get(1), third), model.chosen());
        assertEquals(List.of(1, 2), model.chosenPlaces());
    }

    @Test
    void anErrorThatWasThereBeforeDoesNotForbidAnotherEdit() {
        Home home = model.homes().stream().filter(h -> h.bess() != null).findFirst().orElseThrow();
        Bess b = home.bess();
        Home bad = HomeEdits.bess(home, new Bess(b.product(), b.capacityKwh(), b.chargeKw(), b.dischargeKw(), 2, 0, 1, 0.5, 0));
        model.replace("break", java.util.Map.of(home.id(), bad));

        Home broken = model.homes().stream().filter(h -> h.id().equals(home.id())).findFirst().orElseThrow();
        assertTrue(model.edit("Tariff", broken, HomeEdits.tariff(broken, TariffPlan.FLAT)), model.messageProperty().get());
        Home again = model.homes().stream().filter(h -> h.id().equals(home.id())).findFirst().orElseThrow();
        assertFalse(model.edit("Load ×", again, HomeEdits.loadScale(again, -1)));
    }

    @Test
    void anIdThatAnotherHomeHasIsRefused() {
        Home home = model.homes().get(3);
        assertFalse(model.edit("id", home, HomeEdits.id(home, model.homes().get(4).id())));
        assertTrue(model.messageProperty().get().contains("another home"), model.messageProperty().get());
        assertTrue(model.edit("id", home, HomeEdits.id(home, "corner-house")));
        assertEquals("corner-house", model.selectedProperty().get() == null ? "" : model.homes().get(3).id());
    }

    @Test
    void aFleetGoesOutAsCsvAndComesBackTheSame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.csv");
        model.save(file);
        assertTrue(Files.readAllLines(file).getFirst().startsWith("id,tariff"), Files.readAllLines(file).getFirst());

        model.open(file, () -> {});
        assertEquals(before.fleet().homes(), workbench.document().fleet().homes());
    }
}
