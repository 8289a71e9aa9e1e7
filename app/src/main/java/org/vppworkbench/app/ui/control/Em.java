package org.vppworkbench.app.ui.control;

import javafx.scene.text.Font;

/** Where code needs a length: one em of the default font. Everything else says em in the style sheet. */
public final class Em {
  /** The default font of the program has 13 px; AtlantaFX draws 14 px. */
  private static final double SCALE = 14.0 / 13.0;

  private Em() {}

  /** One em [px]. */
  public static double px() {
    return Font.getDefault().getSize() * SCALE;
  }

  /** {@code count} em [px]. */
  public static double of(double count) {
    return count * px();
  }
}
