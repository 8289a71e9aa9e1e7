package org.vppworkbench.app.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYZDataset;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.vppworkbench.app.io.BundleContent;
import org.w3c.dom.Document;

/** Writes figures as PNG with 300 dots per inch and as SVG; the same chart gives the same bytes. */
public final class FigureExporter {
    /** Cells above which a heat map is written as PNG only; the vector writer needs the square of that time. */
    private static final int MOST_VECTOR_CELLS = 15_000;

    /** Resolution of PNG files, also written into them [dots per inch]. */
    public static final int DPI = 300;

    private static final double UNITS_PER_INCH = 100;
    private static final double METRES_PER_INCH = 0.0254;

    private FigureExporter() {}

    /** PNG and SVG of every figure, for a bundle. */
    public static List<BundleContent.Picture> pictures(List<Figure> figures) {
        List<BundleContent.Picture> pictures = new ArrayList<>();
        for (Figure figure : figures) {
            pictures.add(picture(figure.name() + ".png", out -> writePng(figure, out)));
            if (isVector(figure)) {
                pictures.add(picture(figure.name() + ".svg", out -> writeSvg(figure, out)));
            }
        }
        return pictures;
    }

    /** Whether a figure makes a sensible vector picture: a heat map of very many cells stays a raster. */
    public static boolean isVector(Figure figure) {
        return !(figure.chart().getPlot() instanceof XYPlot plot) || cells(plot) <= MOST_VECTOR_CELLS;
    }

    /** Cells of the heat maps of a plot and of its panels. */
    private static int cells(XYPlot plot) {
        if (plot instanceof CombinedDomainXYPlot combined) {
            return combined.getSubplots().stream().mapToInt(FigureExporter::cells).sum();
        }
        return plot.getDataset() instanceof XYZDataset cells && cells.getSeriesCount() > 0 ? cells.getItemCount(0) : 0;
    }

    public static void writePng(Figure figure, OutputStream out) throws IOException {
        double scale = DPI / UNITS_PER_INCH;
        Rectangle2D area = area(figure);
        BufferedImage image =
                new BufferedImage(
                        (int) Math.round(area.getWidth() * scale),
                        (int) Math.round(area.getHeight() * scale),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        figure.chart().draw(graphics, area);
        graphics.dispose();
        writePng(image, out);
    }

    /** Writes any picture as PNG with {@link #DPI} in its metadata. */
    public static void writePng(BufferedImage image, OutputStream out) throws IOException {
        writePng(image, DPI, out);
    }

    /**
     * Writes any picture as PNG with the resolution in its metadata.
     *
     * @param dpi dots per inch, above 0
     */
    public static void writePng(BufferedImage image, int dpi, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // Not ImageIO.createImageOutputStream: its cache file needs a shutdown hook, which nobody gets once Ctrl-C was pressed.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            metadata.mergeTree("javax_imageio_png_1.0", resolution(dpi));
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    public static void writeSvg(Figure figure, OutputStream out) throws IOException {
        Document document =
                GenericDOMImplementation.getDOMImplementation()
                        .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(figure.title() + ", VPP Workbench");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        Rectangle2D area = area(figure);
        graphics.setSVGCanvasSize(
                new java.awt.Dimension((int) Math.round(area.getWidth()), (int) Math.round(area.getHeight())));
        figure.chart().draw(graphics, area);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        graphics.stream(writer, true);
        writer.flush();
    }

    private static Rectangle2D area(Figure figure) {
        return new Rectangle2D.Double(
                0, 0,
                Math.round(figure.widthInches() * UNITS_PER_INCH),
                Math.round(figure.heightInches() * UNITS_PER_INCH));
    }

    private static IIOMetadataNode resolution(int dpi) {
        String perMetre = String.valueOf(Math.round(dpi / METRES_PER_INCH));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(physical);
        return root;
    }

    private interface Draw {
        void to(OutputStream out) throws IOException;
    }

    private static BundleContent.Picture picture(String name, Draw draw) {
        return new BundleContent.Picture() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void write(OutputStream out) throws IOException {
                draw.to(out);
            }
        };
    }
}
