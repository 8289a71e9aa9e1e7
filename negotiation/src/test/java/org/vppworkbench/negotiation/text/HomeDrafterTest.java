package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;

/** From fields to a home: what was said stands in it, all else is a marked default. */
class HomeDrafterTest {
    private static final HomeDefaults DEFAULTS = new HomeDefaults("load-01", 20, "pv-01");

    @Test
    void whatIsSaidStandsInTheHome() {
        Home home = home("Powerwall 2 and 7.2 kW of solar. We use 30 kWh a day. Never let the battery go below 20%."
                + " Don't touch the battery between 5 and 8 pm.");
        assertEquals(13.5, home.bess().capacityKwh());
        assertEquals(0.9, home.bess().roundTripEfficiency());
        assertEquals(7.2, home.pv().kwDc());
        assertEquals(1.5, home.loadScale());
        assertNull(home.ev());
        assertEquals(
                List.of(
                        new Preference.ReserveFloor(Strength.HARD, 2.7, 0, "Never let the battery go below 20%"),
                        new Preference.BlackoutWindow(
                                Strength.HARD, LocalTime.of(17, 0), LocalTime.of(20, 0), 0, "5 and 8 pm")),
                home.preferences());
    }

    @Test
    void aCarNeedKeepsItsDaysAndItsTime() {
        Home weekdays = home("A Chevy Bolt with 65 kWh. The car must be at 80% by 7 am on weekdays.");
        Preference.EvReadyBy need = (Preference.EvReadyBy) weekdays.preferences().getFirst();
        assertEquals(
                new Preference.EvReadyBy(Strength.HARD, 52, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(7, 0), 0, need.source()),
                need);
        assertTrue(need.source().contains("80%"), need.source());
        Home thursday = home("A Chevy Bolt with 65 kWh. I need the car full on Thursday by 9 pm.");
        assertEquals(
                List.of(new Preference.EvReadyBy(Strength.HARD, 65, Set.of(DayOfWeek.THURSDAY), LocalTime.of(21, 0), 0, "full")),
                thursday.preferences());
        Preference.EvReadyBy always = (Preference.EvReadyBy)
                home("A Chevy Bolt with 65 kWh. The car must always be at 80% when I leave.").preferences().getFirst();
        assertTrue(always.everyDeparture(), always.when());
    }

    @Test
    void aNeedForATimeAtWhichTheCarIsAlwaysAwayIsToldOf() {
        HomeDraft draft = draft("A Chevy Bolt. I leave at 7:30 and am back at 18:00 every day. The car must be at 80% by 9 am.");
        assertTrue(draft.findings().stream().anyMatch(f -> f.message().contains("always away")), draft.findings().toString());
    }

    @Test
    void everyValueIsSaidOrADefault() {
        HomeDraft draft = draft("A Chevy Bolt, charger 7.7 kW.");
        for (HomeDraft.Entry entry : draft.entries()) {
            ParsedField said = entry.said();
            assertEquals(said == null, entry.isDefault());
            if (said == null) {
                assertTrue(!entry.note().isBlank(), entry.key());
            } else {
                assertEquals(said.value(), entry.value());
            }
        }
        assertEquals(7.7, draft.home().ev().chargeKw());
        assertEquals(65, draft.home().ev().capacityKwh());
    }

    @Test
    void aStartBelowTheHardFloorIsRefusedAsInAFleetFile() {
        HomeDraft draft = draft("Powerwall 2, currently at 10%. Always keep at least 50% in the battery.");
        assertNull(draft.home());
        assertTrue(draft.findings().stream().anyMatch(f -> f.isError() && f.message().contains("hard floor")));
    }

    @Test
    void aBatteryStartsWithItsReserveUnlessSaidOtherwise() {
        Home home = home("Powerwall 2. Always keep at least 80% in the battery.");
        assertEquals(0.8, home.bess().initialSocFraction());
    }

    @Test
    void anEmptyTextIsAHomeOfDefaults() {
        HomeDraft draft = draft("");
        Home home = draft.home();
        assertNotNull(home);
        assertNull(home.bess());
        assertNull(home.pv());
        assertNull(home.ev());
        assertTrue(draft.entries().stream().allMatch(HomeDraft.Entry::isDefault));
    }

    private static HomeDraft draft(String text) {
        return HomeDrafter.draft(new RuleParser().parse(text), DEFAULTS, "described");
    }

    private static Home home(String text) {
        Home home = draft(text).home();
        assertNotNull(home, text);
        return home;
    }
}
