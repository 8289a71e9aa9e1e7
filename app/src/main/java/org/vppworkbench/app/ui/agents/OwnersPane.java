package org.vppworkbench.app.ui.agents;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.scenario.OwnerMessage;

/** What owners say during a run: read by rules, shown as it is understood, and confirmed before it binds. */
final class OwnersPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private String home = "";
    private @Nullable LocalDateTime at;

    OwnersPane(AgentsViewModel model) {
        ListView<OwnerMessage> said = new ListView<>(model.messages());
        said.setId("agents-said");
        said.setAccessibleText("What owners say in this scenario");
        said.setTooltip(new Tooltip("What owners say during the run; nobody knows it before"));
        said.setPlaceholder(new Label("no owner says anything"));
        said.setPrefHeight(Em.of(9));
        said.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable OwnerMessage item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : TIME.format(item.at()) + ": " + item.words());
            }
        });
        List<String> homes = model.places().stream().filter(id -> !id.equals(Envelope.AGGREGATOR)).toList();
        ChoiceField<String> who = new ChoiceField<>("agents-owner", "The home whose owner speaks", homes, id -> id, id -> home = id);
        home = homes.isEmpty() ? "" : homes.getFirst();
        who.show(home);
        List<LocalDateTime> times = model.times();
        ChoiceField<LocalDateTime> when = new ChoiceField<>("agents-owner-time", "Local time at which it is said", times, TIME::format, time -> at = time);
        at = times.isEmpty() ? null : times.get(times.size() / 2);
        when.show(at);
        TextField words = new TextField();
        words.setId("agents-owner-words");
        words.setPromptText("Don't sell from 6 to 8 pm tonight");
        words.setTooltip(new Tooltip("Quiet hours, a fuller car, another daily cap, another reserve, or no more sales"));
        words.setAccessibleText("Words of the owner");
        Button read = new Button("See how it is understood");
        read.setId("agents-owner-read");
        read.setTooltip(new Tooltip("Reads the words by rules; nothing leaves this machine"));
        Button confirm = new Button("That is meant: add");
        confirm.setId("agents-owner-confirm");
        confirm.setTooltip(new Tooltip("Adds it as it was understood; it binds from its time on"));
        confirm.setDisable(true);
        Label understood = new Label();
        understood.setId("agents-understood");
        understood.setWrapText(true);
        understood.setMinHeight(USE_PREF_SIZE);
        understood.textProperty().bind(model.understoodProperty());
        model.understoodProperty().addListener((o, was, is) -> confirm.setDisable(!model.canConfirm()));
        read.setOnAction(event -> {
            LocalDateTime time = at;
            if (time != null) {
                model.read(home, time, words.getText());
                confirm.setDisable(!model.canConfirm());
            }
        });
        confirm.setOnAction(event -> {
            model.confirm();
            words.clear();
            confirm.setDisable(true);
        });
        Button remove = new Button("Remove");
        remove.setId("agents-said-remove");
        remove.setTooltip(new Tooltip("The owner does not say the selected words"));
        remove.disableProperty().bind(said.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(event -> model.messages().remove(said.getSelectionModel().getSelectedItem()));
        HBox buttons = new HBox(read, confirm, remove);
        buttons.getStyleClass().add("legend-row");
        getChildren().setAll(said, new FormGrid().row("Owner of", who, "").row("At", when, "local time").row("Says", words, ""), buttons, understood);
        getStyleClass().add("column");
    }
}
