package org.vppworkbench.packaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * The icon of the program: a house with a flash on a rounded square. Coordinates are shares of the width, y downwards, so
 * that one drawing serves every size.
 */
final class IconDrawing {
    static final Color GROUND = new Color(0x0B5A6F);
    static final Color HOUSE = Color.WHITE;
    static final Color FLASH = new Color(0xE8A200);

    private static final double[][] HOUSE_OUTLINE = {
        {0.50, 0.14}, {0.88, 0.48}, {0.78, 0.48}, {0.78, 0.84}, {0.22, 0.84}, {0.22, 0.48}, {0.12, 0.48}
    };
    private static final double[][] FLASH_OUTLINE = {
        {0.56, 0.36}, {0.36, 0.62}, {0.48, 0.62}, {0.43, 0.80}, {0.64, 0.53}, {0.52, 0.53}
    };

    private IconDrawing() {}

    /** The icon of a size, in pixels; transparent around the rounded square. */
    static BufferedImage of(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(size, size);
            graphics.setColor(GROUND);
            graphics.fill(new RoundRectangle2D.Double(0, 0, 1, 1, 0.36, 0.36));
            graphics.setColor(HOUSE);
            graphics.fill(polygon(HOUSE_OUTLINE));
            graphics.setColor(FLASH);
            graphics.fill(polygon(FLASH_OUTLINE));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static Path2D polygon(double[][] corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0][0], corners[0][1]);
        for (int i = 1; i < corners.length; i++) {
            path.lineTo(corners[i][0], corners[i][1]);
        }
        path.closePath();
        return path;
    }
}
