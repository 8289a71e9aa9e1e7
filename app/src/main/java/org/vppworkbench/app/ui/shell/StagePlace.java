package org.vppworkbench.app.ui.shell;

import java.util.List;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.vppworkbench.app.io.Preferences.Place;
import org.vppworkbench.app.ui.preferences.PreferencesViewModel;
import org.vppworkbench.app.ui.preferences.WindowPlaces;

/** Puts the window where it was, and remembers where it is when it closes. */
final class StagePlace {
    /** As large as the panes need at the usual font size [px]; below it they scroll. */
    private static final double WIDTH = 1280;

    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 360;

    private final Stage stage;
    private final PreferencesViewModel preferences;

    StagePlace(Stage stage, PreferencesViewModel preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /** Before the window is shown. */
    void restore() {
        List<WindowPlaces.Area> screens = Screen.getScreens().stream().map(Screen::getVisualBounds)
                .map(b -> new WindowPlaces.Area(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight())).toList();
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (screens.isEmpty()) {
            return;
        }
        Place place = WindowPlaces.of(preferences.current().place(), WIDTH, HEIGHT, screens);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximised());
    }

    /** After it is shown. */
    void watch() {
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> preferences.change(p -> p.withPlace(
                stage.isMaximized()
                        ? p.place().map(was -> new Place(was.x(), was.y(), was.width(), was.height(), true))
                                .orElse(new Place(stage.getX(), stage.getY(), WIDTH, HEIGHT, true))
                        : new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false))));
    }
}
