package org.vppworkbench.app.ui.results;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunNumbers;
import org.vppworkbench.app.explain.PlainSummary;
import org.vppworkbench.app.explain.Sentence;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.Em;

/** The run in sentences that follow from its numbers, each with the numbers it rests on. */
final class WordsPane extends BorderPane {
    private final VBox sentences = new VBox();

    WordsPane(ResultsViewModel model) {
        setId("words-pane");
        sentences.setId("sentences");
        sentences.setSpacing(Em.of(0.9));
        sentences.getStyleClass().add("column");
        Badge label = new Badge(PlainSummary.LABEL, "info", "Written by fixed rules from the table of metrics; no language model took part");
        label.setId("words-label");
        Label how = new Label("Click a number for its definition. A language model explains the run with \u201cvpp explain --bundle DIR --by model\u201d:"
                + " every figure it states is checked against the same table.");
        how.setWrapText(true);
        how.getStyleClass().add("muted");
        VBox top = new VBox(label, how);
        top.setSpacing(Em.of(0.4));
        top.getStyleClass().add("column");
        setTop(top);
        ScrollPane scroll = new ScrollPane(sentences);
        scroll.setFitToWidth(true);
        scroll.setId("words-scroll");
        scroll.setAccessibleText("The run in sentences");
        setCenter(scroll);
        model.resultProperty().addListener((o, was, is) -> show(is));
        show(model.resultProperty().get());
    }

    private void show(@Nullable ExperimentResult result) {
        sentences.getChildren().clear();
        if (result == null) {
            return;
        }
        RunNumbers numbers = RunNumbers.of(result);
        int number = 1;
        for (Sentence sentence : PlainSummary.of(result)) {
            sentences.getChildren().add(line(sentence, numbers, number++));
        }
    }

    private static VBox line(Sentence sentence, RunNumbers numbers, int number) {
        Label text = new Label(sentence.text());
        text.setId("sentence-" + number);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        FlowPane cites = new FlowPane();
        cites.setHgap(Em.of(1.2));
        for (String key : sentence.cites()) {
            if (org.vppworkbench.model.metrics.definition.MetricDefinitions.find(key).isEmpty()) {
                continue;
            }
            NumberWords words = NumberWords.of(numbers.explain(key));
            Hyperlink link = new Hyperlink(words.title());
            link.setId("cite-" + number + "-" + key);
            link.setTooltip(new Tooltip(words.value()));
            link.setAccessibleText(words.title() + ": " + words.value());
            link.setOnAction(event -> NumberPopOver.show(link, words));
            cites.getChildren().add(link);
        }
        return new VBox(text, cites);
    }
}
