package org.vppworkbench.app.ui.negotiation;

import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.event.RunEvent;

/** The coalition against the required quantity: one block per home, as wide as its kW. */
final class CoalitionBar extends VBox {
    private static final String[] COLOURS = {"#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9"};
    private static final String[] INKS = {"white", "black", "white", "white", "black", "black"};

    private final Label text = new Label();
    private final Blocks blocks = new Blocks();

    CoalitionBar() {
        setId("coalition");
        getStyleClass().add("coalition");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("muted");
        Label heading = new Label("Coalition against the requirement");
        heading.getStyleClass().add("section-title");
        getChildren().setAll(heading, blocks, text);
        show(null);
    }

    void show(RunEvent.@Nullable CoalitionFormed formed) {
        blocks.show(formed);
        if (formed == null) {
            text.setText("No coalition yet for this opportunity.");
        } else {
            double kw = formed.members().stream().mapToDouble(RunEvent.Member::kw).sum();
            text.setText(formed.members().size() + " homes (" + formed.members().stream()
                    .map(m -> m.prosumer().replace("home-", "")).collect(Collectors.joining(", ")) + "), " + Words.kw(kw) + " of "
                    + Words.kw(formed.opportunity().requiredKw()) + " bought at most");
        }
        blocks.setAccessibleText(text.getText());
    }

    private static final class Blocks extends Pane {
        private RunEvent.@Nullable CoalitionFormed formed;

        Blocks() {
            getStyleClass().add("coalition-blocks");
            setPrefHeight(Em.of(1.8));
            setMinHeight(Em.of(1.8));
            setMinWidth(0);
        }

        void show(RunEvent.@Nullable CoalitionFormed next) {
            formed = next;
            getChildren().clear();
            if (next != null) {
                int i = 0;
                for (RunEvent.Member member : next.members()) {
                    Label block = new Label(member.prosumer().replace("home-", ""));
                    block.setStyle("-fx-background-color: " + COLOURS[i % COLOURS.length] + "; -fx-text-fill: " + INKS[i % INKS.length] + ";");
                    i++;
                    block.getStyleClass().add("coalition-block");
                    block.setTooltip(new Tooltip(member.prosumer() + ": " + Words.kw(member.kw()) + " at "
                            + Words.price(next.opportunity().product(), member.pricePerMwh())));
                    getChildren().add(block);
                }
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            RunEvent.CoalitionFormed shown = formed;
            if (shown == null) {
                return;
            }
            double x = 0;
            double scale = getWidth() / Math.max(1e-9, shown.opportunity().requiredKw());
            for (int i = 0; i < shown.members().size(); i++) {
                double width = shown.members().get(i).kw() * scale;
                Region block = (Region) getChildren().get(i);
                block.resizeRelocate(x, 0, Math.max(1, width - 1), getHeight());
                ((Label) block).setContentDisplay(
                        width > Em.of(2.4) ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
                x += width;
            }
        }
    }

}
