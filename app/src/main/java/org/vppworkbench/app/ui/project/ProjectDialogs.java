package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.model.time.SeriesKind;

/** Asks in dialogs. */
public final class ProjectDialogs implements ProjectQuestions {
    private final Window owner;
    private final FileDialogs files;

    public ProjectDialogs(Window owner, FileDialogs files) {
        this.owner = owner;
        this.files = files;
    }

    /**
     * A button of a question.
     *
     * @param id node id
     * @param tooltip what it does
     */
    private record Choice(String id, ButtonType type, String tooltip) {}

    @Override
    public Unsaved unsaved(String next, List<String> losses, boolean canSave) {
        boolean running = losses.stream().anyMatch(loss -> loss.endsWith("still running"));
        String lose = canSave ? "Discard" : running ? "Stop and close" : "Discard";
        Choice save = new Choice("unsaved-save", new ButtonType("Save", ButtonData.YES), "Saves the project, then goes on; tasks are stopped");
        Choice discard = new Choice("unsaved-discard", new ButtonType(lose, ButtonData.NO), "Goes on; what is named above is lost");
        Choice cancel = new Choice("unsaved-cancel", new ButtonType("Cancel", ButtonData.CANCEL_CLOSE), "Changes nothing");
        List<Choice> choices = canSave ? List.of(save, discard, cancel) : List.of(discard, cancel);
        String heading = canSave ? next + ": this is not saved" : next + ": this is stopped and lost";
        ButtonType answer = ask("unsaved-dialog", next, heading, losses.stream().map(loss -> "• " + loss).collect(Collectors.joining("\n")), choices);
        return answer.equals(save.type()) ? Unsaved.SAVE : answer.equals(discard.type()) ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public Locked locked(Path project, String holder) {
        Choice only = new Choice("locked-read-only", new ButtonType("Open read-only", ButtonData.YES), "Shows the project; it can be saved elsewhere only");
        Choice copy = new Choice("locked-copy", new ButtonType("Open a copy", ButtonData.NO), "Takes scenario and fleet into a project of their own, in no folder yet");
        Choice cancel = new Choice("locked-cancel", new ButtonType("Cancel", ButtonData.CANCEL_CLOSE), "Changes nothing");
        ButtonType answer = ask("locked-dialog", "Open project", "Another window has this project open",
                project + "\nis open in " + holder + ".\n\nTwo windows must not save one project: the later would undo the earlier.",
                List.of(only, copy, cancel));
        return answer.equals(only.type()) ? Locked.READ_ONLY : answer.equals(copy.type()) ? Locked.COPY : Locked.CANCEL;
    }

    @Override
    public Optional<SeriesKind> priceLabel(Path file) {
        List<Choice> choices = new ArrayList<>();
        for (SeriesKind kind : SeriesKind.values()) {
            choices.add(new Choice("prices-" + kind.name().toLowerCase(Locale.ROOT), new ButtonType(kind.name(), ButtonData.OTHER),
                    "Prices labelled " + kind));
        }
        choices.add(new Choice("prices-cancel", new ButtonType("Cancel", ButtonData.CANCEL_CLOSE), "Changes nothing"));
        ButtonType answer = ask("prices-dialog", "Open prices", "What are the prices of " + file.getFileName() + "?",
                "The label stands on every figure, table and export of runs on these prices: REAL as published, DERIVED from published"
                        + " ones by a rule you can state, SYNTHETIC for all others.",
                choices);
        return Arrays.stream(SeriesKind.values()).filter(kind -> kind.name().equals(answer.getText())).findFirst();
    }

    @Override
    public Optional<Path> newProjectFolder(String suggestedName) {
        return files.save("New folder of the project", suggestedName, "Project folder", "*");
    }

    @Override
    public Optional<Path> folder(String title) {
        return files.folder(title);
    }

    private ButtonType ask(String id, String title, String heading, String text, List<Choice> choices) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, choices.stream().map(Choice::type).toArray(ButtonType[]::new));
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(heading);
        alert.getDialogPane().setId(id);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        for (Choice choice : choices) {
            Node button = alert.getDialogPane().lookupButton(choice.type());
            button.setId(choice.id());
            button.setAccessibleText(choice.type().getText());
            ((Button) button).setTooltip(new Tooltip(choice.tooltip()));
        }
        return alert.showAndWait().orElse(choices.getLast().type());
    }
}
