package org.vppworkbench.app.ui.seat;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.time.Horizon;

/** Asks which seat is taken, and tells what is recorded before it is. */
public final class SeatDialog {
    /** What is told before a seat is taken. */
    static final String CONSENT = "Always recorded, because the run cannot be made again without it: your moves. Only where you agree: for each decision the"
            + " time it took, the what-ifs you tried, what was on the table, and what the rule would have done, computed after your move."
            + " All of it stays on this machine, in the bundle you save; nothing is sent. No name is asked or kept.";

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final double MOST_SECONDS = 3600;

    private final SeatViewModel model;
    private final CheckBox consent = new CheckBox("I agree that this is kept in the bundle, for a study");
    private final TextField limit = new TextField();
    private final Label problem = new Label();
    private @Nullable String place;
    private int fromHour;

    public SeatDialog(SeatViewModel model) {
        this.model = model;
    }

    /**
     * Shows the dialog over a window.
     *
     * @param suggested home to suggest; empty for the first of the fleet
     * @param horizon days of the run to be
     * @param hour hour of the run the seat begins at, as suggested
     * @param taken follows where the run was started
     */
    public void show(Window owner, String suggested, Horizon horizon, int hour, Runnable taken) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Take a seat");
        dialog.setHeaderText("Take a seat: a new run of the scenario in which you decide");
        ButtonType take = new ButtonType("Take the seat", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(take, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content(suggested, horizon, hour));
        dialog.getDialogPane().setPrefWidth(Em.of(46));
        Button ok = (Button) dialog.getDialogPane().lookupButton(take);
        ok.setId("seat-take");
        ok.setTooltip(new Tooltip("Starts the run; it waits whenever it is your turn"));
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setId("seat-cancel");
        cancel.setTooltip(new Tooltip("Closes without a run"));
        ok.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            if (!start()) {
                event.consume();
            } else {
                taken.run();
            }
        });
        dialog.show();
    }

    private VBox content(String suggested, Horizon horizon, int hour) {
        List<String> places = model.places();
        String first = places.contains(suggested) ? suggested : places.size() > 1 ? places.get(1) : places.getFirst();
        place = first;
        ComboBox<String> who = choice("seat-place", "The home you play, or the aggregator", places, first, id -> place = id);
        List<Integer> hours = IntStream.range(0, horizon.intervals() / Horizon.firstInterval(1)).boxed().toList();
        fromHour = Math.clamp(hour, 0, hours.size() - 1);
        ChoiceField<Integer> from = new ChoiceField<>("seat-from", "The first hour of delivery you are asked about; the rule decides for earlier ones",
                hours, h -> HOUR.format(horizon.localStart(Horizon.firstInterval(h))), h -> fromHour = h);
        from.show(fromHour);
        limit.setId("seat-limit");
        limit.setPromptText("no limit");
        limit.setTooltip(new Tooltip("Seconds for a decision, above 0 to 3600 s; empty for no limit. When they are over the rule decides, which is recorded and counted"));
        limit.setAccessibleText("Seconds for a decision, empty for no limit");
        problem.setId("seat-problem");
        problem.getStyleClass().add("field-error");
        Label told = new Label(CONSENT);
        told.setId("seat-consent-text");
        told.setWrapText(true);
        told.setMinHeight(Label.USE_PREF_SIZE);
        consent.setId("seat-consent");
        consent.setTooltip(new Tooltip("Without it nothing but your moves is recorded"));
        FormGrid form = new FormGrid().row("You play", who, "").row("From", from, "").row("Time to decide", limit, "s");
        VBox box = new VBox(form, problem, told, consent);
        box.getStyleClass().add("dialog-form");
        return box;
    }

    private static ComboBox<String> choice(
            String id, String tooltip, List<String> values, String shown, java.util.function.Consumer<String> commit) {
        ChoiceField<String> field = new ChoiceField<>(id, tooltip, values, value -> value, commit);
        field.show(shown);
        return field;
    }

    private boolean start() {
        String chosen = place;
        Double seconds = null;
        String typed = limit.getText().strip();
        if (!typed.isEmpty()) {
            try {
                seconds = Double.valueOf(typed);
            } catch (NumberFormatException e) {
                seconds = -1.0;
            }
            if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
                problem.setText("“" + typed + "” is no time for a decision. Allowed: above 0 to 3600 s, or nothing.");
                return false;
            }
        }
        return chosen != null && model.take(new HumanSeat(chosen, seconds), consent.isSelected(), fromHour);
    }
}
