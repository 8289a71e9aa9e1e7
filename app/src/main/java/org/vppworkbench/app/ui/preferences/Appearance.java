package org.vppworkbench.app.ui.preferences;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.vppworkbench.app.io.Preferences;
import org.vppworkbench.app.io.Preferences.Theme;
import org.vppworkbench.app.ui.control.Em;

/** Theme and font size of all windows of the program; follows the preferences and the system while it is on. */
public final class Appearance implements AutoCloseable {
    private final PreferencesViewModel preferences;
    private final ChangeListener<Object> refresh = (o, was, is) -> apply();
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(Appearance::size);
        }
    };
    private boolean dark;

    public Appearance(PreferencesViewModel preferences) {
        this.preferences = preferences;
        preferences.currentProperty().addListener(refresh);
        Platform.getPreferences().colorSchemeProperty().addListener(refresh);
        Window.getWindows().addListener(opened);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        apply();
    }

    /** Brings all windows to the size and colours that hold, such as after a scene was filled anew. */
    public void refresh() {
        apply();
    }

    /** Whether the dark theme is shown now. */
    public boolean isDark() {
        return dark;
    }

    /** From what is seen now to the other theme; from then on the system is not followed. */
    public void toggle() {
        preferences.change(p -> p.withTheme(dark ? Theme.LIGHT : Theme.DARK));
    }

    @Override
    public void close() {
        preferences.currentProperty().removeListener(refresh);
        Platform.getPreferences().colorSchemeProperty().removeListener(refresh);
        Window.getWindows().removeListener(opened);
    }

    private void apply() {
        Preferences chosen = preferences.current();
        boolean wanted = switch (chosen.theme()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        if (wanted != dark) {
            dark = wanted;
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        }
        Em.scale(chosen.fontScale());
        Window.getWindows().forEach(Appearance::size);
    }

    /** Every length of the style sheet is in em of the root. */
    private static void size(Window window) {
        Scene scene = window.getScene();
        if (window instanceof Stage && scene != null && scene.getRoot() != null) {
            String size = String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", Em.px());
            if (!size.equals(scene.getRoot().getStyle())) {
                scene.getRoot().setStyle(size);
            }
        }
    }
}
