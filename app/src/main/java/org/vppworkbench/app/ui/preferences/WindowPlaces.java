package org.vppworkbench.app.ui.preferences;

import java.util.List;
import java.util.Optional;
import org.vppworkbench.app.io.Preferences.Place;

/** Where a window may stand, given the screens there are now. */
public final class WindowPlaces {
    /** How much of a title bar must be on a screen to be taken by the mouse [px]. */
    private static final double GRIP = 80;

    private WindowPlaces() {}

    /**
     * What a screen leaves for windows.
     *
     * @param x left edge [px]
     * @param y upper edge [px]
     * @param width [px]
     * @param height [px]
     */
    public record Area(double x, double y, double width, double height) {}

    /**
     * Where the window goes: where it was, if its title bar can be reached there; else into the middle of the first screen.
     * It is never larger than the screen it is on.
     *
     * @param remembered from the last time
     * @param width wanted where nothing is remembered [px]
     * @param height likewise [px]
     * @param screens the first is the main one; not empty
     */
    public static Place of(Optional<Place> remembered, double width, double height, List<Area> screens) {
        for (Area screen : screens) {
            Optional<Place> fitted = remembered.map(was -> fit(was, screen)).filter(place -> reaches(place, screen));
            if (fitted.isPresent()) {
                return fitted.get();
            }
        }
        Area main = screens.getFirst();
        double w = Math.min(remembered.map(Place::width).orElse(width), main.width());
        double h = Math.min(remembered.map(Place::height).orElse(height), main.height());
        return new Place(
                main.x() + (main.width() - w) / 2, main.y() + (main.height() - h) / 2, w, h,
                remembered.map(Place::maximised).orElse(false));
    }

    private static Place fit(Place was, Area screen) {
        return new Place(
                was.x(), Math.max(was.y(), screen.y()), Math.min(was.width(), screen.width()), Math.min(was.height(), screen.height()),
                was.maximised());
    }

    private static boolean reaches(Place place, Area screen) {
        double left = Math.max(place.x(), screen.x());
        double right = Math.min(place.x() + place.width(), screen.x() + screen.width());
        return place.width() > 0 && place.height() > 0 && right - left >= GRIP
                && place.y() <= screen.y() + screen.height() - GRIP / 2;
    }
}
