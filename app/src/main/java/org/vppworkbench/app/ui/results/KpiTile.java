package org.vppworkbench.app.ui.results;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.vppworkbench.app.ui.control.Em;

/** One tile; the only place that knows TilesFX. Made after the window shows, because the first tile is slow. */
final class KpiTile extends StackPane {
  private static final Color INK = Color.web("#24292f");
  private static final Color MUTED = Color.web("#57606a");

  KpiTile(Kpi kpi) {
    getStyleClass().add("kpi");
    Color value = kpi.good() ? Color.web("#0072B2") : Color.web("#B3470B");
    Tile tile =
        TileBuilder.create()
            .skinType(Tile.SkinType.CENTER_TEXT)
            .animated(false)
            .backgroundColor(Color.WHITE)
            .foregroundColor(INK)
            .titleColor(INK)
            .textColor(MUTED)
            .descriptionColor(value)
            .borderColor(Color.TRANSPARENT)
            .title(kpi.title())
            .text(kpi.note())
            .description(kpi.unit().isEmpty() ? kpi.value() : kpi.value() + " " + kpi.unit())
            .roundedCorners(false)
            .textSize(Tile.TextSize.BIGGER)
            .build();
    tile.setPrefSize(Em.of(11), Em.of(7.2));
    tile.setMinSize(Em.of(8), Em.of(7.2));
    tile.setMaxSize(Double.MAX_VALUE, Em.of(7.2));
    String words = kpi.title() + ": " + kpi.value() + " " + kpi.unit() + ", " + kpi.note();
    Tooltip.install(this, new Tooltip(words));
    setAccessibleText(words);
    getChildren().setAll(tile);
  }
}
