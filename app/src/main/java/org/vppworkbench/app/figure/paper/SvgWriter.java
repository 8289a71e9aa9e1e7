package org.vppworkbench.app.figure.paper;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.vppworkbench.app.figure.Figure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a figure as SVG in millimetres, with the characters of its texts embedded as a font. */
final class SvgWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double MM_PER_UNIT = 0.254;

    private SvgWriter() {}

    static void write(Figure figure, OutputStream out) throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(figure.title() + ", VPP Workbench");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        Rectangle2D area = PictureFormat.area(figure);
        figure.chart().draw(graphics, area);
        Element root = graphics.getRoot();
        root.setAttribute("width", number(area.getWidth() * MM_PER_UNIT) + "mm");
        root.setAttribute("height", number(area.getHeight() * MM_PER_UNIT) + "mm");
        root.setAttribute("viewBox", "0 0 " + number(area.getWidth()) + " " + number(area.getHeight()));
        Element style = document.createElementNS(NAMESPACE, "style");
        style.setAttribute("type", "text/css");
        style.appendChild(document.createTextNode(
                "@font-face{font-family:'" + PaperFont.FAMILY + "';src:url(data:font/ttf;base64,"
                        + Base64.getEncoder().encodeToString(PaperFont.subset(words(root))) + ");}"));
        root.insertBefore(style, root.getFirstChild());
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        graphics.stream(root, writer, true, false);
        writer.flush();
    }

    private static String words(Element root) {
        StringBuilder all = new StringBuilder();
        var texts = root.getElementsByTagNameNS(NAMESPACE, "text");
        for (int i = 0; i < texts.getLength(); i++) {
            all.append(texts.item(i).getTextContent());
        }
        return all.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
