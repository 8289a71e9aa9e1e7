package org.vppworkbench.app.figure.paper;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.io.ApplicationInfo;

/** Writes a figure as PDF of one page as large as the figure; text stays text, in an embedded font. */
final class PdfWriter {
    private static final float POINTS_PER_INCH = 72;

    private PdfWriter() {}

    static void write(Figure figure, OutputStream out) throws IOException {
        float width = (float) (figure.widthInches() * POINTS_PER_INCH);
        float height = (float) (figure.heightInches() * POINTS_PER_INCH);
        try (PDDocument document = new PDDocument();
                PdfBoxGraphics2DFontTextDrawer texts = new PdfBoxGraphics2DFontTextDrawer();
                InputStream font = PaperFont.open()) {
            texts.registerFont(PaperFont.FAMILY, PDType0Font.load(document, font, true));
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDFormXObject form = form(document, texts, figure);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
            document.getDocumentInformation().setTitle(figure.title());
            document.getDocumentInformation().setCreator(ApplicationInfo.NAME + " " + ApplicationInfo.current().version());
            // else the time of day makes an id, and the same figure other bytes
            document.setDocumentId((long) figure.name().hashCode());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            bytes.writeTo(out);
        }
    }

    /** The figure as a part of a page, in points. */
    static PDFormXObject form(PDDocument document, PdfBoxGraphics2DFontTextDrawer texts, Figure figure) throws IOException {
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(
                document, (float) (figure.widthInches() * POINTS_PER_INCH), (float) (figure.heightInches() * POINTS_PER_INCH));
        graphics.setFontTextDrawer(texts);
        double scale = POINTS_PER_INCH / PictureFormat.UNITS_PER_INCH;
        graphics.scale(scale, scale);
        figure.chart().draw(graphics, PictureFormat.area(figure));
        graphics.dispose();
        return graphics.getXFormObject();
    }
}
