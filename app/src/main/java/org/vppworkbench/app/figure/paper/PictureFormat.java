package org.vppworkbench.app.figure.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.FigureExporter;

/** What a figure can be written as; the same figure gives the same bytes. */
public enum PictureFormat {
    /** Dots, with their number per inch in the file. */
    PNG,
    /** Lines and text, with the characters it needs embedded as a font. */
    SVG,
    /** Lines and text on a page as large as the figure, fonts embedded. */
    PDF,
    /** The numbers that are drawn. */
    CSV;

    /** Lengths of charts are in 1/100 inch. */
    static final double UNITS_PER_INCH = 100;

    /**
     * Writes a figure; the stream stays open.
     *
     * @param figure made by {@link PaperStyle}
     * @param dpi dots per inch, for PNG
     */
    public void write(Figure figure, int dpi, OutputStream out) throws IOException {
        switch (this) {
            case PNG -> FigureExporter.writePng(raster(figure, dpi), dpi, out);
            case SVG -> SvgWriter.write(figure, out);
            case PDF -> PdfWriter.write(figure, out);
            case CSV -> FigureNumbers.write(figure, out);
        }
    }

    /** Why a figure makes no sense in this format, or an empty text. */
    public String problem(Figure figure) {
        return this == SVG && !FigureExporter.isVector(figure)
                ? "too many cells for SVG; take png or pdf"
                : "";
    }

    /** Ending of the file name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure in dots. */
    public static BufferedImage raster(Figure figure, int dpi) {
        BufferedImage image = new BufferedImage(
                Math.toIntExact(Math.round(figure.widthInches() * dpi)),
                Math.toIntExact(Math.round(figure.heightInches() * dpi)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(dpi / UNITS_PER_INCH, dpi / UNITS_PER_INCH);
        // the layout must not depend on the dots
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        figure.chart().draw(graphics, area(figure));
        graphics.dispose();
        return image;
    }

    static Rectangle2D area(Figure figure) {
        return new Rectangle2D.Double(
                0, 0, figure.widthInches() * UNITS_PER_INCH, figure.heightInches() * UNITS_PER_INCH);
    }
}
