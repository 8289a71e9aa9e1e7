package org.vppworkbench.app.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.Preferences.Place;
import org.vppworkbench.app.ui.preferences.WindowPlaces.Area;

class WindowPlacesTest {
    private static final Area LAPTOP = new Area(0, 0, 1440, 900);
    private static final Area SECOND = new Area(1440, 0, 1920, 1080);

    @Test
    void aPlaceOnAScreenIsKept() {
        Place was = new Place(1500, 40, 1300, 900, false);

        assertEquals(was, WindowPlaces.of(Optional.of(was), 1280, 800, List.of(LAPTOP, SECOND)));
    }

    @Test
    void aWindowOfAScreenThatIsGoneComesToTheMiddleOfTheFirst() {
        Place was = new Place(1500, 40, 1300, 900, false);

        assertEquals(new Place(70, 0, 1300, 900, false), WindowPlaces.of(Optional.of(was), 1280, 800, List.of(LAPTOP)));
    }

    @Test
    void aTinyScreenIsNotExceeded() {
        assertEquals(
                new Place(0, 0, 640, 480, false), WindowPlaces.of(Optional.empty(), 1280, 800, List.of(new Area(0, 0, 640, 480))));
    }

    @Test
    void theTitleBarCanAlwaysBeReached() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            Place was = new Place(random.nextDouble(-5000, 5000), random.nextDouble(-5000, 5000), random.nextDouble(100, 6000),
                    random.nextDouble(100, 6000), false);
            Place is = WindowPlaces.of(Optional.of(was), 1280, 800, List.of(LAPTOP, SECOND));
            boolean reached = List.of(LAPTOP, SECOND).stream().anyMatch(s ->
                    Math.min(is.x() + is.width(), s.x() + s.width()) - Math.max(is.x(), s.x()) >= 80 - 1e-9
                            && is.y() >= s.y() && is.y() <= s.y() + s.height() - 40);
            assertTrue(reached, was + " became " + is);
        }
    }
}
