package org.vppworkbench.app.ui.negotiation;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.time.Horizon;

/**
 * All hours of a run, coloured by what became of them; a click jumps. Height tells the same as colour. The line at
 * the bottom goes as far as energy was delivered.
 */
final class TimelineStrip extends Pane {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final TransportViewModel transport;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    /** Never seen: a canvas knows no style sheet, so these take the colours of the theme for it. */
    private final Label ink = new Label();

    private final Label muted = new Label();

    TimelineStrip(TransportViewModel transport) {
        this.transport = transport;
        setId("timeline");
        getStyleClass().add("timeline");
        setMinWidth(0);
        setPrefHeight(Em.of(3.4));
        setMinHeight(Em.of(3.4));
        ink.getStyleClass().add("timeline-ink");
        muted.getStyleClass().add("timeline-muted");
        for (Label colour : List.of(ink, muted)) {
            colour.setVisible(false);
            colour.setManaged(false);
            colour.textFillProperty().addListener((o, was, is) -> draw());
        }
        getChildren().setAll(canvas, ink, muted);
        setAccessibleText("Timeline of the run: one bar per hour, coloured by outcome; click to jump");
        Tooltip.install(this, tooltip);
        transport.knownProperty().addListener((o, was, is) -> draw());
        transport.stateProperty().addListener((o, was, is) -> draw());
        transport.runProperty().addListener((o, was, is) -> draw());
        setOnMouseMoved(event -> tooltip.setText(describe(hourAt(event.getX()))));
        setOnMouseClicked(event -> transport.jumpToHour(hourAt(event.getX())));
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

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        Horizon horizon = transport.horizon();
        if (horizon == null || width <= 0) {
            return;
        }
        double top = Em.of(1.1);
        double bottom = height - 3;
        double step = width / horizon.hours();
        g.setFont(Font.font(Em.of(0.8)));
        for (int hour = 0; hour < horizon.hours(); hour++) {
            drawHour(g, hour, hour * step, step, top, bottom);
        }
        drawDelivered(
                g, transport.stateProperty().get().dispatched() * step / Horizon.INTERVALS_PER_HOUR, height);
        g.setTextAlign(TextAlignment.LEFT);
        for (int day = 0; day < horizon.days(); day++) {
            double x = Horizon.hourOf(horizon.dayStart(day)) * step;
            g.setFill(muted.getTextFill());
            g.fillText(DAY.format(horizon.date(day)), x + 3, Em.of(0.8));
            g.fillRect(Math.floor(x), 0, 1, height);
            if (horizon.days() <= 2) {
                g.setTextAlign(TextAlignment.CENTER);
                for (int h = 6; h < 24; h += 6) {
                    g.fillText(h + ":00", x + h * step, Em.of(0.8));
                }
                g.setTextAlign(TextAlignment.LEFT);
            }
        }
    }

    private void drawHour(GraphicsContext g, int hour, double x, double step, double top, double bottom) {
        Optional<HourSummary> known = transport.hour(hour);
        double gap = step > 4 ? 1 : 0;
        double full = bottom - top;
        if (known.isPresent()) {
            HourSummary.Kind kind = known.get().kind();
            double share = 0.2 + 0.2 * kind.ordinal();
            g.setFill(colour(kind));
            g.fillRect(x + gap, bottom - share * full, Math.max(1, step - 2 * gap), share * full);
        }
        if (hour == transport.shownHour()) {
            g.setStroke(ink.getTextFill());
            g.setLineWidth(2);
            g.strokeRect(x + 1, top, Math.max(2, step - 2), full);
        }
    }

    /** A bar along the bottom up to where energy was delivered; trading may be a day ahead of it. */
    private void drawDelivered(GraphicsContext g, double until, double height) {
        g.setFill(ink.getTextFill());
        g.fillRect(0, height - 2, until, 2);
    }

    private int hourAt(double x) {
        Horizon horizon = transport.horizon();
        return horizon == null ? -1 : Math.clamp((long) (x / getWidth() * horizon.hours()), 0, horizon.hours() - 1);
    }

    private String describe(int hour) {
        Horizon horizon = transport.horizon();
        if (horizon == null || hour < 0) {
            return "";
        }
        ZonedDateTime start = horizon.localStart(Horizon.firstInterval(hour));
        ZonedDateTime gate = transport.tradedAt(hour);
        return HOUR.format(start)
                + (gate == null ? "" : ", traded " + HOUR.format(gate))
                + transport.hour(hour)
                        .map(
                                s ->
                                        String.format(
                                                Locale.ROOT,
                                                ": %s%n%d proposals, %d refusals, %d contracts%nenergy %.1f kW, reserve %.1f kW",
                                                words(s.kind()),
                                                s.proposals(),
                                                s.refusals(),
                                                s.contracts(),
                                                s.soldKw(),
                                                s.reserveKw()))
                        .orElse(": not computed yet");
    }
}
