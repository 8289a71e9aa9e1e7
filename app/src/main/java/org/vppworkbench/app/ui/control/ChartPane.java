package org.vppworkbench.app.ui.control;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A figure on screen: drag to zoom, wheel to zoom, tooltip with values, reset, and export. */
public final class ChartPane extends BorderPane {
    private String figure;
    private boolean ofRun;
    private final StackPane body = new StackPane();
    private final EmptyState empty;
    private final Button reset;
    private final Button save;
    private final Line cursor = new Line();
    private @Nullable ChartViewer viewer;
    private @Nullable DoubleConsumer hover;
    private @Nullable Runnable home;
    private @Nullable JFreeChart chart;

    /**
     * @param figure node id and file name, such as {@code market}
     * @param title heading, or empty
     * @param emptyText shown while there is no figure
     * @param onSave takes the figure to be saved; told this pane
     */
    public ChartPane(String figure, String title, String emptyText, Consumer<ChartPane> onSave) {
        this.figure = figure;
        this.empty = new EmptyState("mdal-insert_chart_outlined", emptyText);
        setId("chart-" + figure);
        getStyleClass().add("chart-pane");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        heading.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        reset = button("reset-" + figure, "mdmz-zoom_out_map", "Shows the whole figure again after a zoom (drag or wheel zooms)");
        reset.setOnAction(event -> resetZoom());
        save = button("save-" + figure, "mdmz-save_alt", "Exports this figure: PNG, SVG, PDF or its numbers, in the width of a column; or copies it");
        save.setOnAction(event -> onSave.accept(this));
        HBox bar = new HBox(heading, gap, reset, save);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("figure-bar");
        setTop(bar);
        setCenter(body);
        body.setMinSize(0, 0);
        cursor.setVisible(false);
        cursor.getStyleClass().add("chart-cursor");
        show(null);
    }

    /** Takes another name: this pane shows one of several figures. */
    public void name(String name) {
        figure = name;
    }

    /** Says that the figure is that of the catalogue with its name, of the run shown. */
    public ChartPane ofRun() {
        ofRun = true;
        return this;
    }

    /** Whether it is one of the catalogue. */
    public boolean isOfRun() {
        return ofRun;
    }

    /** Name of the figure, used as a file name. */
    public String figure() {
        return figure;
    }

    /** The figure shown, or {@code null}. */
    public @Nullable JFreeChart chart() {
        return chart;
    }

    /** Shows a figure, or the empty text for {@code null}. */
    public void show(@Nullable JFreeChart next) {
        chart = next;
        reset.setDisable(next == null);
        save.setDisable(next == null);
        if (next == null) {
            body.getChildren().setAll(empty);
            return;
        }
        ChartViewer known = viewer;
        if (known == null) {
            known = new ChartViewer(next, false);
            known.setMinSize(0, 0);
            known.setAccessibleText(figure + " chart");
            known.setId("viewer-" + figure);
            known.getCanvas().setId("canvas-" + figure);
            known.getCanvas().setAccessibleText(figure + " chart");
            known.addEventHandler(MouseEvent.MOUSE_MOVED, event -> look(event.getX()));
            known.addEventHandler(MouseEvent.MOUSE_EXITED, event -> look(Double.NaN));
            viewer = known;
        } else {
            known.setChart(next);
        }
        if (!body.getChildren().contains(known)) {
            body.getChildren().setAll(known, new Pane(cursor));
            body.getChildren().getLast().setMouseTransparent(true);
        }
    }

    /** Text shown while there is no figure. */
    public void setEmptyText(String words) {
        empty.setText(words);
    }

    /**
     * Follows the mouse: a line stands at it, and its place on the x axis is told; {@code NaN} where it is outside.
     *
     * @param told takes the place [unit of the axis]
     */
    public void onHover(DoubleConsumer told) {
        hover = told;
    }

    /** What the reset button does instead of showing everything. */
    public void onReset(Runnable action) {
        home = action;
    }

    private void look(double x) {
        DoubleConsumer told = hover;
        ChartViewer shown = viewer;
        JFreeChart drawn = chart;
        if (told == null || shown == null || drawn == null || shown.getRenderingInfo() == null || !(drawn.getPlot() instanceof XYPlot plot)) {
            return;
        }
        Rectangle2D area = shown.getRenderingInfo().getPlotInfo().getDataArea();
        boolean inside = x >= area.getMinX() && x <= area.getMaxX();
        cursor.setVisible(inside);
        cursor.setStartX(x);
        cursor.setEndX(x);
        cursor.setStartY(area.getMinY());
        cursor.setEndY(area.getMaxY());
        told.accept(inside ? plot.getDomainAxis().java2DToValue(x, area, RectangleEdge.BOTTOM) : Double.NaN);
    }

    private void resetZoom() {
        Runnable instead = home;
        if (instead != null) {
            instead.run();
            return;
        }
        JFreeChart shown = chart;
        if (shown != null && shown.getPlot() instanceof org.jfree.chart.plot.Zoomable plot) {
            plot.zoomDomainAxes(0, null, null);
            plot.zoomRangeAxes(0, null, null);
        }
    }

    private static Button button(String id, String icon, String tooltip) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        return button;
    }
}
