package org.vppworkbench.app.ui.negotiation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.Explained;
import org.vppworkbench.app.ui.control.FormGrid;

/** Small dialogs that ask for what a branch needs; they stay open, with the reason, where it cannot be made. */
final class BranchDialogs {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private BranchDialogs() {}

    static void ask(BranchViewModel model, Window owner) {
        TextField share = field("branch-share", "Share of the ask its agent would make, such as 0.9 for 10 % less; never below its cost", "0.9");
        FormGrid form = new FormGrid().row("Share of its ask", share, "0.9 = 10 % less");
        open(model.homeProperty().get() + " asks another price", form, owner, () -> {
            try {
                return model.ask(Double.parseDouble(share.getText().strip()));
            } catch (NumberFormatException e) {
                return "“" + share.getText() + "” is not a number. Allowed: above 0 to 10.";
            }
        });
    }

    static void leave(BranchViewModel model, Window owner) {
        List<LocalDate> days = model.departureDays();
        TextField time = field("branch-time", "New local time of departure, such as 06:00, rounded down to the quarter hour", "");
        ChoiceField<LocalDate> day = new ChoiceField<>("branch-day", "Local day of the departure", days, DAY::format,
                chosen -> time.setText(model.departure(chosen).map(String::valueOf).orElse("")));
        if (!days.isEmpty()) {
            day.setValue(days.getFirst());
        }
        day.setPromptText("no departure is left");
        FormGrid form = new FormGrid().row("Day", day, "").row("Leaves at", time, "local time");
        open(model.homeProperty().get() + "’s car leaves at another time", form, owner,
                () -> model.leave(day.getValue(), time.getText()));
    }

    private static TextField field(String id, String tooltip, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setTooltip(new Tooltip(tooltip));
        field.setAccessibleText(tooltip);
        return field;
    }

    /** Shows the form; the button starts the branch and closes the dialog unless there is an objection. */
    private static void open(String title, Node form, Window owner, Supplier<String> start) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Branch from here");
        dialog.setHeaderText(title);
        ButtonType branch = new ButtonType("Run branch", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(branch, ButtonType.CANCEL);
        Explained explained = new Explained(form);
        explained.getStyleClass().add("dialog-form");
        explained.setPrefWidth(Em.of(30));
        dialog.getDialogPane().setContent(explained);
        Node button = dialog.getDialogPane().lookupButton(branch);
        button.setId("branch-run");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            String objection = start.get();
            if (!objection.isEmpty()) {
                explained.explain(objection);
                dialog.getDialogPane().getScene().getWindow().sizeToScene();
                event.consume();
            }
        });
        dialog.show();
    }
}
