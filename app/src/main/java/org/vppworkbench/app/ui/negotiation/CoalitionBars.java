package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.Numbers;

/** The coalition of every product of the hour against D: a block a home, as wide as its kW; hatched what is unmet. */
final class CoalitionBars extends VBox {
    /** Homes with a block of their own; beyond them the rest is one block that says how many it holds. */
    static final int LARGEST = 12;

    private static final Color[] COLOURS = {Color.web("#0072B2"), Color.web("#E69F00"), Color.web("#009E73"), Color.web("#D55E00"),
            Color.web("#CC79A7"), Color.web("#56B4E9")};
    private static final Color[] INKS = {Color.WHITE, Color.BLACK, Color.WHITE, Color.WHITE, Color.BLACK, Color.BLACK};

    private final Label none = new Label("Nothing is up for trade in this hour.");
    private final List<Bar> bars = List.of(new Bar(0), new Bar(1), new Bar(2));

    CoalitionBars(ObservableValue<List<CoalitionState>> states) {
        setId("coalition");
        getStyleClass().add("coalition");
        Label heading = new Label("Coalition against D [kW]");
        heading.getStyleClass().add("section-title");
        none.getStyleClass().add("muted");
        getChildren().setAll(heading, none);
        getChildren().addAll(bars);
        setMinHeight(USE_PREF_SIZE);
        states.addListener((o, was, is) -> show(is));
        show(states.getValue());
    }

    private void show(List<CoalitionState> states) {
        none.setVisible(states.isEmpty());
        none.setManaged(states.isEmpty());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            boolean used = i < states.size();
            bar.setVisible(used);
            bar.setManaged(used);
            if (used) {
                bar.show(states.get(i));
            }
        }
    }

    /** One product. */
    private static final class Bar extends VBox {
        private final Label words = new Label();
        private final Blocks blocks = new Blocks();
        private final Tooltip tooltip = new Tooltip();

        Bar(int index) {
            setId("coalition-" + index);
            words.getStyleClass().add("coalition-words");
            words.setMinWidth(0);
            getChildren().setAll(words, blocks);
            Tooltip.install(this, tooltip);
        }

        void show(CoalitionState state) {
            String text = Words.product(state.opportunity().product()) + ": " + Numbers.format("%.2f of ", state.kw())
                    + Words.kw(state.opportunity().requiredKw()) + " " + state.stage().words()
                    + (state.parts().isEmpty() ? "" : ", " + state.parts().size() + (state.parts().size() == 1 ? " home" : " homes"))
                    + (state.unmetKw() > 1e-9 ? ", " + Words.kw(state.unmetKw()) + " unmet" : "")
                    + (state.askedKw() > 0 ? ", " + Words.kw(state.askedKw()) + " asked" : "");
            words.setText(text);
            tooltip.setText(text + "\n" + state.parts().stream().limit(24)
                    .map(p -> p.home() + "  " + Words.kw(p.kw()) + " at " + Words.price(state.opportunity().product(), p.pricePerMwh()))
                    .collect(Collectors.joining("\n")) + (state.parts().size() > 24 ? "\nand " + (state.parts().size() - 24) + " more" : ""));
            setAccessibleText(text);
            blocks.show(state);
        }
    }

    private static final class Blocks extends Pane {
        private final Canvas canvas = new Canvas();
        private List<CoalitionState.Part> parts = List.of();
        private int others;
        private double requiredKw = 1;

        Blocks() {
            getStyleClass().add("coalition-blocks");
            setPrefHeight(Em.of(1.6));
            setMinHeight(Em.of(1.6));
            setMinWidth(0);
            getChildren().setAll(canvas);
        }

        void show(CoalitionState state) {
            requiredKw = state.opportunity().requiredKw();
            parts = new ArrayList<>(state.parts().subList(0, Math.min(LARGEST, state.parts().size())));
            others = state.parts().size() - parts.size();
            if (others > 0) {
                double rest = state.parts().stream().skip(LARGEST).mapToDouble(CoalitionState.Part::kw).sum();
                parts.add(new CoalitionState.Part(others + " others", rest, 0));
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }

        private void draw() {
            GraphicsContext g = canvas.getGraphicsContext2D();
            double width = getWidth();
            double height = getHeight();
            g.clearRect(0, 0, width, height);
            if (width < 10) {
                return;
            }
            double sum = parts.stream().mapToDouble(CoalitionState.Part::kw).sum();
            double scale = (width - 3) / Math.max(1e-9, Math.max(requiredKw, sum));
            double x = 0;
            g.setFont(Font.font(Em.of(0.8)));
            g.setTextAlign(TextAlignment.CENTER);
            for (int i = 0; i < parts.size(); i++) {
                double wide = parts.get(i).kw() * scale;
                boolean rest = others > 0 && i == parts.size() - 1;
                g.setFill(rest ? Color.web("#6e7781") : COLOURS[i % COLOURS.length]);
                g.fillRect(x, 0, Math.max(1, wide - 1), height);
                String name = parts.get(i).home().replace("home-", "");
                if (wide > name.length() * Em.of(0.5) + 4) {
                    g.setFill(rest ? Color.WHITE : INKS[i % INKS.length]);
                    g.fillText(name, x + wide / 2, height * 0.66);
                }
                x += wide;
            }
            double end = requiredKw * scale;
            hatch(g, x, end, height);
            g.setFill(Color.web("#D55E00"));
            g.fillRect(end, 0, 3, height);
        }

        /** What is unmet. */
        private static void hatch(GraphicsContext g, double from, double to, double height) {
            if (to <= from) {
                return;
            }
            g.save();
            g.beginPath();
            g.rect(from, 0, to - from, height);
            g.clip();
            g.setStroke(Color.web("#8c959f"));
            g.setLineWidth(1);
            for (double x = from - height; x < to; x += 7) {
                g.strokeLine(x, height, x + height, 0);
            }
            g.restore();
        }
    }
}
