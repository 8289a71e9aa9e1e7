package org.vppworkbench.app.ui.results;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.vppworkbench.app.ui.control.Em;

/** One tile; the only place that knows TilesFX. Made after the window shows, because the first tile is slow. */
final class KpiTile extends StackPane {
    /** A tile of this height puts its graphic to the top, where the title stands [em]. */
    private static final double BELOW_TITLE = 1.75;

    /**
     * @param onExplain shows what the number is, beside the tile
     */
    KpiTile(Kpi kpi, Consumer<KpiTile> onExplain) {
        getStyleClass().addAll("kpi", "clickable");
        setId("kpi-" + kpi.key());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> onExplain.accept(this));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                onExplain.accept(this);
            }
        });
        Tile tile =
                TileBuilder.create()
                        .skinType(Tile.SkinType.CUSTOM)
                        .animated(false)
                        .backgroundColor(Color.TRANSPARENT)
                        .foregroundColor(Color.TRANSPARENT)
                        .borderColor(Color.TRANSPARENT)
                        .graphic(number(kpi))
                        .roundedCorners(false)
                        .build();
        // a click is for the whole tile, and TilesFX would keep it
        tile.setMouseTransparent(true);
        tile.setPrefSize(Em.of(9), Em.of(6));
        tile.setMinSize(Em.of(7), Em.of(6));
        tile.setMaxSize(Double.MAX_VALUE, Em.of(6));
        Label title = new Label(kpi.title());
        title.getStyleClass().add("kpi-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label note = new Label(kpi.note());
        note.getStyleClass().add("kpi-note");
        String words = kpi.title() + ": " + kpi.value() + " " + kpi.unit() + ", " + kpi.note();
        Tooltip.install(this, new Tooltip(words + "\nClick for its definition and what was put in."));
        setAccessibleText(words);
        setMinWidth(0);
        setPrefWidth(Em.of(10));
        StackPane.setAlignment(title, Pos.TOP_LEFT);
        StackPane.setAlignment(note, Pos.BOTTOM_LEFT);
        getChildren().setAll(tile, title, note);
    }

    /** Its own node: the text of a tile shrinks with the tile until nobody can read it. */
    private static HBox number(Kpi kpi) {
        Label value = new Label(kpi.value());
        value.getStyleClass().addAll("kpi-value", kpi.good() ? "kpi-calm" : "kpi-warning");
        value.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(kpi.unit());
        unit.getStyleClass().add("kpi-unit");
        unit.setMinWidth(USE_PREF_SIZE);
        HBox number = new HBox(value, unit);
        number.getStyleClass().add("kpi-number");
        number.setAlignment(Pos.BASELINE_CENTER);
        number.setTranslateY(Em.of(BELOW_TITLE));
        return number;
    }
}
