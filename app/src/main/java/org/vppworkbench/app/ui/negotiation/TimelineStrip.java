package org.vppworkbench.app.ui.negotiation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.time.Horizon;

/**
 * All hours of a run, or of the day shown, coloured by what became of them; a click or the arrow keys jump. Height tells the
 * same as colour. The line at the bottom goes as far as energy was delivered; a triangle marks hours that differ from the run
 * beside it.
 */
final class TimelineStrip extends Pane {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final Color DIFFERENT = Color.web("#D55E00");

    private final TimelineSource source;
    private final Canvas canvas = new Canvas();
    private final Label cardTitle = new Label();
    private final Label cardLines = new Label();
    private final BooleanProperty oneDay = new SimpleBooleanProperty(this, "oneDay");
    /** Never seen: a canvas knows no style sheet, so these take the colours of the theme for it. */
    private final Label ink = new Label();

    private final Label muted = new Label();

    TimelineStrip(TimelineSource source, String id) {
        this.source = source;
        setId(id);
        getStyleClass().add("timeline");
        setMinWidth(0);
        setPrefHeight(Em.of(3.4));
        setMinHeight(Em.of(3.4));
        ink.getStyleClass().add("timeline-ink");
        muted.getStyleClass().add("timeline-muted");
        for (Label colour : List.of(ink, muted)) {
            colour.setVisible(false);
            colour.setManaged(false);
            colour.textFillProperty().addListener((o, was, is) -> requestLayout());
        }
        getChildren().setAll(canvas, ink, muted);
        setAccessibleText("Timeline of the run: one bar per hour, coloured by outcome; click or arrow keys jump");
        setFocusTraversable(true);
        installCard();
        // drawn once per pulse, however much happened since the last
        InvalidationListener change = o -> requestLayout();
        source.causes().forEach(cause -> cause.addListener(change));
        oneDay.addListener(change);
        focusedProperty().addListener(change);
        setOnMouseClicked(event -> {
            requestFocus();
            source.jumpToHour(hourAt(event.getX()));
        });
        setOnKeyPressed(event -> {
            int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
            Horizon horizon = source.horizon();
            if (step != 0 && horizon != null && !event.isAltDown() && !event.isShortcutDown()) {
                source.jumpToHour(Math.clamp(source.shownHour() + (long) step, 0, horizon.hours() - 1));
                event.consume();
            }
        });
    }

    private void installCard() {
        cardTitle.getStyleClass().add("card-title");
        cardLines.setWrapText(true);
        cardLines.setMaxWidth(Em.of(36));
        Tooltip card = new Tooltip();
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setGraphic(new VBox(4, cardTitle, cardLines));
        card.setShowDelay(Duration.millis(150));
        card.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(this, card);
        setOnMouseMoved(event -> {
            int hour = hourAt(event.getX());
            cardTitle.setText(hour < 0 ? "Nothing was run yet" : source.title(hour));
            cardLines.setText(hour < 0 ? "" : String.join("\n", source.lines(hour)));
        });
    }

    /** Whether only the day shown is drawn. */
    BooleanProperty oneDayProperty() {
        return oneDay;
    }

    static Color colour(HourSummary.Kind kind) {
        return switch (kind) {
            case QUIET -> Color.web("#d0d7de");
            case NO_PROPOSAL -> Color.web("#8c959f");
            case NO_AGREEMENT -> Color.web("#E69F00");
            case NOT_CLEARED -> Color.web("#CC79A7");
            case TRADED -> Color.web("#0072B2");
        };
    }

    static String words(HourSummary.Kind kind) {
        return switch (kind) {
            case QUIET -> "quiet: below the minimum stake";
            case NO_PROPOSAL -> "no proposal";
            case NO_AGREEMENT -> "no agreement";
            case NOT_CLEARED -> "offer not cleared";
            case TRADED -> "contracts";
        };
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    /** First hour drawn, and the one after the last. */
    private int[] range(Horizon horizon) {
        if (!oneDay.get()) {
            return new int[] {0, horizon.hours()};
        }
        int hour = Math.clamp(source.shownHour(), 0, horizon.hours() - 1);
        int day = horizon.dayOf(Horizon.firstInterval(hour));
        return new int[] {Horizon.hourOf(horizon.dayStart(day)), Horizon.hourOf(horizon.dayStart(day + 1))};
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        Horizon horizon = source.horizon();
        if (horizon == null || width <= 0) {
            return;
        }
        int[] range = range(horizon);
        double top = Em.of(1.1);
        double bottom = height - 3;
        double step = width / (range[1] - range[0]);
        g.setFont(Font.font(Em.of(0.8)));
        for (int hour = range[0]; hour < range[1]; hour++) {
            drawHour(g, hour, (hour - range[0]) * step, step, top, bottom);
        }
        double delivered = (double) source.dispatched() / Horizon.INTERVALS_PER_HOUR - range[0];
        g.setFill(ink.getTextFill());
        g.fillRect(0, height - 2, Math.clamp(delivered * step, 0, width), 2);
        drawDays(g, horizon, range, step, height);
        if (isFocused()) {
            g.setStroke(ink.getTextFill());
            g.setLineWidth(1);
            g.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }

    private void drawDays(GraphicsContext g, Horizon horizon, int[] range, double step, double height) {
        boolean clocks = range[1] - range[0] <= 50;
        for (int day = 0; day < horizon.days(); day++) {
            int first = Horizon.hourOf(horizon.dayStart(day));
            if (first < range[0] || first >= range[1]) {
                continue;
            }
            double x = (first - range[0]) * step;
            g.setTextAlign(TextAlignment.LEFT);
            g.setFill(muted.getTextFill());
            g.fillText(DAY.format(horizon.date(day)), x + 3, Em.of(0.8));
            g.fillRect(Math.floor(x), 0, 1, height);
            if (clocks) {
                g.setTextAlign(TextAlignment.CENTER);
                for (int h = 6; h < 24; h += oneDay.get() ? 3 : 6) {
                    g.fillText(h + ":00", x + h * step, Em.of(0.8));
                }
            }
        }
    }

    private void drawHour(GraphicsContext g, int hour, double x, double step, double top, double bottom) {
        double gap = step > 4 ? 1 : 0;
        double full = bottom - top;
        source.hour(hour).ifPresent(summary -> {
            double share = 0.2 + 0.2 * summary.kind().ordinal();
            g.setFill(colour(summary.kind()));
            g.fillRect(x + gap, bottom - share * full, Math.max(1, step - 2 * gap), share * full);
        });
        if (source.differs(hour)) {
            double middle = x + step / 2;
            double half = Math.clamp(step / 2, 2.5, 5);
            g.setFill(DIFFERENT);
            g.fillPolygon(new double[] {middle - half, middle + half, middle}, new double[] {top, top, top + 1.6 * half}, 3);
        }
        if (hour == source.shownHour()) {
            g.setStroke(ink.getTextFill());
            g.setLineWidth(2);
            g.strokeRect(x + 1, top, Math.max(2, step - 2), full);
        }
    }

    private int hourAt(double x) {
        Horizon horizon = source.horizon();
        if (horizon == null || getWidth() <= 0) {
            return -1;
        }
        int[] range = range(horizon);
        return range[0] + Math.clamp((long) (x / getWidth() * (range[1] - range[0])), 0, range[1] - range[0] - 1);
    }
}
