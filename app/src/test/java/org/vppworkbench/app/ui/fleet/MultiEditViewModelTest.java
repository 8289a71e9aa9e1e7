package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;

class MultiEditViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final FleetViewModel fleet = new FleetViewModel(workbench);
    private final Document before = workbench.document();

    @Test
    void whatWouldComeOfItIsSaidFirstAndThenDoneAsOneEdit() {
        fleet.chooseAllShown();
        MultiEditViewModel model = new MultiEditViewModel(fleet);
        assertFalse(model.readyProperty().get());

        model.set(field("many-battery-kwh"), 27.0);
        model.setTariff(TariffPlan.FLAT);
        assertEquals(before, workbench.document());
        long others = before.fleet().homes().stream().filter(h -> h.tariff() != TariffPlan.FLAT || (h.bess() != null && h.bess().capacityKwh() != 27)).count();
        assertTrue(model.previewProperty().get().startsWith(others + " of 20 homes would change"), model.previewProperty().get());

        model.apply();
        for (Home home : workbench.document().fleet().homes()) {
            assertEquals(TariffPlan.FLAT, home.tariff());
            assertTrue(home.bess() == null || home.bess().capacityKwh() == 27.0, home.id());
        }
        assertEquals("battery capacity, tariff of " + others + " homes", workbench.history().undo());
        assertEquals(before, workbench.document());
    }

    @Test
    void homesWithoutTheDeviceAreCountedAndLeftAlone() {
        fleet.chooseAllShown();
        MultiEditViewModel model = new MultiEditViewModel(fleet);
        long without = before.fleet().homes().stream().filter(h -> h.bess() == null).count();
        assertTrue(without > 0);

        model.set(field("many-battery-kw"), 7.5);

        assertTrue(model.previewProperty().get().contains(without + " without such a device"), model.previewProperty().get());
        model.apply();
        assertEquals(without, workbench.document().fleet().homes().stream().filter(h -> h.bess() == null).count());
    }

    @Test
    void whoWouldBeInErrorIsRefusedByNameWithTheReasonAndTheOthersChange() {
        fleet.chooseAllShown();
        MultiEditViewModel model = new MultiEditViewModel(fleet);
        double floor = 9;
        List<String> tooMuch = before.fleet().homes().stream()
                .filter(h -> h.bess() != null)
                .filter(h -> HomeEdits.floor(h) == null || HomeEdits.floor(h).strength() == org.vppworkbench.model.fleet.Strength.HARD
                        || floor > h.bess().capacityKwh() * h.bess().maxSocFraction())
                .filter(h -> floor > h.bess().capacityKwh() * h.bess().initialSocFraction() + 1e-9)
                .map(Home::id)
                .toList();
        assertFalse(tooMuch.isEmpty());

        model.set(field("many-floor"), floor);

        assertEquals(tooMuch, model.refused().stream().map(MultiEdit.Refused::id).toList());
        assertTrue(model.refused().getFirst().why().contains("kWh"), model.refused().getFirst().why());
        model.apply();
        for (Home home : workbench.document().fleet().homes()) {
            boolean changed = home.bess() != null && !tooMuch.contains(home.id());
            assertTrue(!changed || Objects.requireNonNull(HomeEdits.floor(home)).kwh() == floor, home.id());
        }
    }

    @Test
    void aFloorAsAShareIsThatOfTheNewCapacity() {
        Home home = before.fleet().homes().stream().filter(h -> h.bess() != null).findFirst().orElseThrow();
        fleet.choose(List.of(home));
        MultiEditViewModel model = new MultiEditViewModel(fleet);
        model.set(field("many-battery-kwh"), 40.0);
        model.set(field("many-floor-share"), 10.0);
        model.apply();

        Home after = workbench.document().fleet().homes().stream().filter(h -> h.id().equals(home.id())).findFirst().orElseThrow();
        assertEquals(4, Objects.requireNonNull(HomeEdits.floor(after)).kwh(), 1e-12);
    }

    @Test
    void withoutAValueThereIsNothingToApply() {
        fleet.chooseAllShown();
        MultiEditViewModel model = new MultiEditViewModel(fleet);
        model.set(field("many-load"), 2.0);
        assertTrue(model.readyProperty().get());
        model.set(field("many-load"), null);

        assertFalse(model.readyProperty().get());
        model.apply();
        assertEquals(before, workbench.document());
    }

    private static HomeField field(String id) {
        return HomeFields.MANY.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
