package org.vppworkbench.app.figure.paper;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.io.ApplicationInfo;

/**
 * A document of A4 pages that fills from the top: text, rows of a table and figures, the font embedded. The same calls give the
 * same bytes.
 */
public final class PdfPages implements AutoCloseable {
    /** Room for text between the margins [pt]. */
    public static final float WIDTH = 595.28f - 2 * 50;

    private static final float MARGIN = 50;
    private static final float FOOT = 30;
    private static final float LINE = 1.35f;
    private static final float UNITS_PER_POINT = 100f / 72;

    private final PDDocument document = new PDDocument();
    private final PdfBoxGraphics2DFontTextDrawer texts = new PdfBoxGraphics2DFontTextDrawer();
    private final PDType0Font font;
    private final String footer;
    private @Nullable PDPageContentStream content;
    private float y;

    /**
     * @param footer on every page, before its number
     */
    public PdfPages(String title, String footer) throws IOException {
        this.footer = footer;
        try (InputStream in = PaperFont.open()) {
            font = PDType0Font.load(document, in, true);
        }
        try (InputStream in = PaperFont.open()) {
            texts.registerFont(PaperFont.FAMILY, PDType0Font.load(document, in, true));
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator(ApplicationInfo.NAME + " " + ApplicationInfo.current().version());
        document.setDocumentId((long) title.hashCode());
    }

    /** How long a text is [pt]. */
    public static float width(String text, float size) {
        return (float) (PaperFont.width(PaperFont.printable(text), size * UNITS_PER_POINT) / UNITS_PER_POINT);
    }

    /** A text in lines no longer than a width; a word that is longer is cut. */
    public static List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            while (width(rest, size) > width && rest.length() > 1) {
                int fits = rest.length() - 1;
                while (fits > 1 && width(rest.substring(0, fits), size) > width) {
                    fits--;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (!line.isEmpty() && width(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Text in lines.
     *
     * @param before room above it [pt]
     * @param after room that must be left below it on the same page [pt]
     */
    public void text(String text, float size, Color colour, float before, float after) throws IOException {
        List<String> lines = lines(text, size, WIDTH);
        room(before + size * LINE * Math.min(3, lines.size()) + after);
        y -= before;
        for (String line : lines) {
            room(size * LINE);
            y -= size * LINE;
            write(line, MARGIN, size, colour);
        }
    }

    /**
     * One row of a table; its cells wrap.
     *
     * @param widths of the columns [pt]
     * @param right which of them stand at the right
     * @param ruled whether a line is drawn below
     */
    public void row(List<String> cells, float[] widths, boolean[] right, float size, Color colour, boolean ruled) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = lines(cells.get(i), size, widths[i] - 4);
            wrapped.add(lines);
            most = Math.max(most, lines.size());
        }
        room(most * size * LINE + 3);
        float top = y;
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            y = top;
            for (String line : wrapped.get(i)) {
                y -= size * LINE;
                write(line, right[i] ? x + widths[i] - 4 - width(line, size) : x, size, colour);
            }
            x += widths[i];
        }
        y = top - most * size * LINE - 2;
        if (ruled) {
            PDPageContentStream on = page();
            on.setStrokingColor(Color.GRAY);
            on.setLineWidth(0.5f);
            on.moveTo(MARGIN, y);
            on.lineTo(x, y);
            on.stroke();
            y -= 1;
        }
    }

    /** Whether so much room is left on the page [pt]. */
    public boolean fits(float height) {
        return content != null && y - height >= MARGIN;
    }

    /** A figure, as wide as the page at most. */
    public void figure(Figure figure) throws IOException {
        float width = (float) figure.widthInches() * 72;
        float height = (float) figure.heightInches() * 72;
        float scale = Math.min(Math.min(1, WIDTH / width), (841.89f - 2 * MARGIN) / height);
        room(scale * height + 6);
        y -= scale * height + 6;
        PDFormXObject form = PdfWriter.form(document, texts, figure);
        PDPageContentStream on = page();
        on.saveGraphicsState();
        on.transform(Matrix.getTranslateInstance(MARGIN, y));
        on.transform(Matrix.getScaleInstance(scale, scale));
        on.drawForm(form);
        on.restoreGraphicsState();
    }

    /** Empty room [pt]. */
    public void gap(float height) {
        y -= height;
    }

    /** Writes the document; nothing can be added afterwards. */
    public void write(OutputStream out) throws IOException {
        end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        bytes.writeTo(out);
    }

    private void room(float height) throws IOException {
        if (content == null || y - height < MARGIN) {
            newPage();
        }
    }

    /** Goes on at the top of another page. */
    public void newPage() throws IOException {
        end();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private PDPageContentStream page() {
        PDPageContentStream on = content;
        if (on == null) {
            throw new IllegalStateException("no page yet");
        }
        return on;
    }

    private void end() throws IOException {
        PDPageContentStream on = content;
        if (on != null) {
            float before = y;
            y = FOOT;
            write(footer + "   " + document.getNumberOfPages(), MARGIN, 7, Color.DARK_GRAY);
            y = before;
            on.close();
            content = null;
        }
    }

    private void write(String text, float x, float size, Color colour) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        PDPageContentStream on = page();
        on.setNonStrokingColor(colour);
        on.beginText();
        on.setFont(font, size);
        on.newLineAtOffset(x, y);
        on.showText(PaperFont.printable(text));
        on.endText();
    }

    @Override
    public void close() throws IOException {
        PDPageContentStream on = content;
        if (on != null) {
            on.close();
        }
        texts.close();
        document.close();
    }
}
