package org.vppworkbench.app.ui.preferences;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.vppworkbench.app.io.Preferences;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.DialogButtons;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;

/** The preferences. What is chosen holds at once. */
public final class PreferencesDialog {
    private static final List<Double> FONTS = List.of(0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6);

    private final PreferencesViewModel model;

    public PreferencesDialog(PreferencesViewModel model) {
        this.model = model;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Preferences");
        dialog.setHeaderText("Preferences of the window. None of them changes a result.");
        dialog.setResizable(true);
        ButtonType reset = new ButtonType("Defaults", ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().setAll(reset, ButtonType.CLOSE);
        dialog.getDialogPane().setContent(form());
        dialog.getDialogPane().setMinWidth(Em.of(36));
        Button button = (Button) dialog.getDialogPane().lookupButton(reset);
        button.setTooltip(new Tooltip("Takes all choices of this page back"));
        button.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            event.consume();
            model.reset();
            dialog.getDialogPane().setContent(form());
        });
        DialogButtons.identify(dialog.getDialogPane(), "preferences");
        dialog.show();
    }

    private FormGrid form() {
        Preferences now = model.current();
        ChoiceField<Preferences.Theme> theme = new ChoiceField<>("preferences-theme", "Colours of the window; figures stay white, as on paper",
                List.of(Preferences.Theme.values()), Preferences.Theme::words, v -> model.change(p -> p.withTheme(v)));
        theme.show(now.theme());
        ChoiceField<Double> font = new ChoiceField<>("preferences-font", "Size of all text and with it of all controls, 80 to 160 %", FONTS,
                v -> String.format(Locale.ROOT, "%.0f %%", 100 * v), v -> model.change(p -> p.withFontScale(v)));
        font.show(now.fontScale());
        NumberField speed = new NumberField("preferences-speed", "Speed of playing when the window opens [turns/s]", 1, Preferences.MOST_TURNS, false,
                v -> model.change(p -> p.withTurnsPerSecond(v)));
        speed.show(now.turnsPerSecond());
        CheckBox optima = new CheckBox("Solve optima of small runs by itself");
        optima.setId("preferences-optima");
        optima.setTooltip(new Tooltip("Off: optima are solved only when you ask (F6)"));
        optima.setSelected(now.optimaByItself());
        optima.selectedProperty().addListener((o, was, is) -> model.change(p -> p.withOptimaByItself(is)));
        NumberField runs = new NumberField("preferences-runs", "How many finished runs one can go back to; a week is tens of megabytes [runs]", 1, Preferences.MOST_RUNS, true,
                v -> model.change(p -> p.withKeptRuns((int) v)));
        runs.show(now.keptRuns());
        return new FormGrid()
                .section("Appearance")
                .row("Theme", theme, "")
                .row("Font size", font, "")
                .section("Runs")
                .row("Playing", speed, "turns/s")
                .row("Keep", runs, "runs")
                .row("Optimum", optima, "");
    }
}
