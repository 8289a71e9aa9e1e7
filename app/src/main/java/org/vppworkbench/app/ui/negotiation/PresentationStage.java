package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.vppworkbench.model.event.StepKind;

/**
 * The negotiation for a talk: full screen, in larger type, with timeline, dialogue and offers only. Left and right step by a
 * message, with Shift by a round, Page up and down by an hour with proposals; Space plays, Escape ends it.
 */
public final class PresentationStage extends Stage {
    private final TransportViewModel transport;
    private final DialogueList dialogue;

    /**
     * @param styles style sheets of the window
     */
    public PresentationStage(TransportViewModel transport, NegotiationViewModel model, List<String> styles, Stage owner) {
        this.transport = transport;
        initOwner(owner);
        setTitle("VPP Workbench · presentation");
        Label headline = new Label();
        headline.setId("presentation-headline");
        headline.getStyleClass().add("pane-title");
        headline.setMinWidth(0);
        headline.textProperty().bind(model.headlineProperty());
        Label story = new Label();
        story.getStyleClass().add("day-story");
        story.setMinWidth(0);
        story.textProperty().bind(model.dayStoryProperty());
        dialogue = new DialogueList(transport, model, "presentation-dialogue");
        OffersPane offers = new OffersPane(transport, model, pane -> { });
        SplitPane split = new SplitPane(dialogue, offers);
        split.setDividerPositions(0.56);
        split.getStyleClass().add("main-split");
        BorderPane root = new BorderPane(split);
        root.setId("presentation");
        root.getStyleClass().addAll("pane", "presentation");
        root.setTop(new VBox(6, headline, new TimelineStrip(new ShownRunTimeline(transport), "presentation-timeline"), story));
        Scene scene = new Scene(root, 1280, 800);
        scene.getStylesheets().setAll(styles);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setScene(scene);
        setFullScreenExitHint("");
        // it is made once and shown again: what nobody sees follows nothing
        setOnShowing(event -> {
            dialogue.attend();
            offers.watchedProperty().set(true);
            setFullScreen(true);
        });
        setOnHidden(event -> {
            dialogue.forget();
            offers.watchedProperty().set(false);
        });
    }

    private void key(KeyEvent event) {
        boolean done = true;
        boolean shift = event.isShiftDown();
        switch (event.getCode()) {
            case RIGHT -> transport.next(shift ? StepKind.ROUND : StepKind.MESSAGE);
            case LEFT -> transport.previous(shift ? StepKind.ROUND : StepKind.MESSAGE);
            case PAGE_DOWN -> transport.next(StepKind.HOUR_WITH_PROPOSALS);
            case PAGE_UP -> transport.previous(StepKind.HOUR_WITH_PROPOSALS);
            case SPACE -> transport.playingProperty().set(!transport.playingProperty().get());
            case ESCAPE -> close();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }
}
