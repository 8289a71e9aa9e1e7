package org.vppworkbench.app.ui.help;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;

/** Five steps over the real controls. It can be left at every step, and never begins by itself once seen. */
public final class Tour {
    /**
     * A step.
     *
     * @param pane that must be shown, by the name of its navigation button
     * @param node id of what is explained
     */
    public record Step(String pane, String node, String title, String words) {}

    /** What a newcomer needs to get from the sample to a result. */
    public static final List<Step> STEPS = List.of(
            new Step("scenario", "nav-scenario", "1 of 5 · The scenario",
                    "Sample, days, mechanism and market rules. Findings say what is wrong and what is allowed."),
            new Step("scenario", "run", "2 of 5 · Run",
                    "Runs in the background; the dialogue can be followed meanwhile. F5 does the same."),
            new Step("negotiation", "next-message", "3 of 5 · Step through the dialogue",
                    "Forward and back by message, round, hour or day, as often as you like. Choose a turn to see why it was said."),
            new Step("results", "nav-results", "4 of 5 · The results",
                    "The mechanism beside the certified optimum and beside no VPP. Every number keeps its unit and its label."),
            new Step("results", "menu-bar", "5 of 5 · Everything else",
                    "Ctrl+K finds every action, home, hour and help page by typing. F1 opens the help, and this tour is in the Help menu."));

    private final Scene scene;
    private final Consumer<String> showPane;
    private final Runnable seen;
    private @Nullable PopOver open;

    /**
     * @param showPane takes the name of a pane
     * @param seen called once the tour is left or at its end
     */
    public Tour(Scene scene, Consumer<String> showPane, Runnable seen) {
        this.scene = scene;
        this.showPane = showPane;
        this.seen = seen;
    }

    public void start() {
        show(0);
    }

    private void show(int index) {
        close();
        Step step = STEPS.get(index);
        showPane.accept(step.pane());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Node anchor = scene.lookup("#" + step.node());
        if (anchor == null || anchor.getScene() == null) {
            anchor = scene.lookup("#nav-" + step.pane());
        }
        PopOver popOver = new PopOver(content(step, index));
        popOver.setTitle(step.title());
        popOver.setHeaderAlwaysVisible(true);
        popOver.setCloseButtonEnabled(false);
        popOver.setDetachable(false);
        popOver.setAutoHide(false);
        popOver.setAnimated(false);
        popOver.setArrowLocation(step.node().startsWith("nav-") ? PopOver.ArrowLocation.LEFT_CENTER : PopOver.ArrowLocation.TOP_CENTER);
        popOver.getRoot().getStylesheets().addAll(scene.getStylesheets());
        open = popOver;
        popOver.show(anchor);
    }

    private Node content(Step step, int index) {
        Label words = new Label(step.words());
        words.setId("tour-words");
        words.setWrapText(true);
        words.setPrefWidth(Em.of(24));
        words.setMinHeight(Region.USE_PREF_SIZE);
        boolean last = index == STEPS.size() - 1;
        Button next = new Button(last ? "Done" : "Next");
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setDefaultButton(true);
        next.setTooltip(new Tooltip(last ? "Ends the tour" : "To the next step"));
        next.setOnAction(event -> {
            if (last) {
                end();
            } else {
                show(index + 1);
            }
        });
        Button skip = new Button("Skip the tour");
        skip.setId("tour-skip");
        skip.setTooltip(new Tooltip("Ends the tour; it can be started again from the Help menu"));
        skip.setOnAction(event -> end());
        skip.setVisible(!last);
        HBox buttons = new HBox(skip, next);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("tight-row");
        VBox box = new VBox(words, buttons);
        box.getStyleClass().add("certificate");
        box.setSpacing(Em.of(0.8));
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end();
                event.consume();
            }
        });
        return box;
    }

    private void end() {
        close();
        seen.run();
    }

    private void close() {
        PopOver shown = open;
        if (shown != null) {
            shown.hide();
            open = null;
        }
    }
}
