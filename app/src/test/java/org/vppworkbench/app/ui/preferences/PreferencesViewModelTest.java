package org.vppworkbench.app.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.Preferences;

class PreferencesViewModelTest {
    private final List<Preferences> kept = new ArrayList<>();
    private final PreferencesViewModel model = new PreferencesViewModel(Preferences.DEFAULT, kept::add);

    @Test
    void aChangeIsKeptOnceAndNoChangeIsNotKept() {
        model.change(p -> p.withKeptRuns(9));
        model.change(p -> p.withKeptRuns(9));

        assertEquals(List.of(Preferences.DEFAULT.withKeptRuns(9)), kept);
        assertEquals(9, model.current().keptRuns());
    }

    @Test
    void theDefaultsLeaveTourAndPlace() {
        Preferences.Place place = new Preferences.Place(1, 2, 900, 700, false);
        model.change(p -> p.withTheme(Preferences.Theme.DARK).withFontScale(1.5).withTourSeen(true).withPlace(place));
        model.reset();

        assertEquals(Preferences.DEFAULT.withTourSeen(true).withPlace(place), model.current());
    }
}
