package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What a journal would find in an exported figure. */
final class ExportedFile {
    private ExportedFile() {}

    /** It has its size, its dots per inch, and something is drawn. */
    static void png(Path file, double millimetres, int dpi) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(millimetres / 25.4 * dpi, image.getWidth(), 0.5, file.toString());
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertEquals(Math.round(dpi / 0.0254), ByteBuffer.wrap(bytes).getInt(at + 4), file.toString());
        assertEquals(1, bytes[at + 12], "per metre");
        assertDrawn(image, file);
    }

    /** Ink all over the picture, in many tones. */
    private static void assertDrawn(BufferedImage image, Path file) {
        Set<Integer> colours = new HashSet<>();
        int[] ink = new int[4];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y) & 0xffffff;
                colours.add(rgb);
                if (rgb != 0xffffff) {
                    ink[2 * (2 * y / image.getHeight()) + 2 * x / image.getWidth()]++;
                }
            }
        }
        assertTrue(colours.size() > 20, file + ": " + colours.size() + " colours");
        double quarter = image.getWidth() * image.getHeight() / 4.0;
        for (int count : ink) {
            assertTrue(count > 0.01 * quarter, file + ": a quarter of it is blank");
        }
    }

    /** It is XML of its size, and the font inside has every character of its texts. */
    static void svg(Path file, double millimetres) throws IOException {
        Document document = xml(file);
        var root = document.getDocumentElement();
        assertEquals("svg", root.getLocalName());
        assertEquals(millimetres, Double.parseDouble(root.getAttribute("width").replace("mm", "")), 0.01, file.toString());
        String style = root.getElementsByTagNameNS("*", "style").item(0).getTextContent();
        String base64 = style.substring(style.indexOf("base64,") + 7, style.indexOf(')'));
        Font font = font(Base64.getDecoder().decode(base64));
        var texts = root.getElementsByTagNameNS("*", "text");
        assertTrue(texts.getLength() > 4, file + ": " + texts.getLength() + " texts");
        for (int i = 0; i < texts.getLength(); i++) {
            assertEquals(-1, font.canDisplayUpTo(texts.item(i).getTextContent()), file + ": " + texts.item(i).getTextContent());
        }
        int shapes = root.getElementsByTagNameNS("*", "path").getLength()
                + root.getElementsByTagNameNS("*", "rect").getLength()
                + root.getElementsByTagNameNS("*", "line").getLength();
        assertTrue(shapes > 10, file + ": " + shapes + " shapes");
        assertTrue(Files.readString(file).contains("'Liberation Sans'"), file + " is set in the font it embeds");
        assertFalse(Files.readString(file).contains("sans-serif"), file + " needs no font of the reader");
    }

    private static Document xml(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static Font font(byte[] bytes) throws IOException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
        } catch (FontFormatException e) {
            throw new AssertionError("the embedded font cannot be read", e);
        }
    }

    /** It has its size, all fonts embedded, text of 7 to 9 pt inside the page, and something is drawn. */
    static void pdf(Path file, double millimetres) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            var page = document.getPage(0);
            assertEquals(millimetres / 25.4 * 72, page.getMediaBox().getWidth(), 0.01, file.toString());
            List<PDFont> fonts = new ArrayList<>();
            fonts(page.getResources(), fonts);
            assertFalse(fonts.isEmpty(), file + " has no font: its text would be outlines");
            fonts.forEach(font -> assertTrue(font.isEmbedded(), file + ": " + font.getName()));
            Letters letters = new Letters();
            letters.getText(document);
            assertTrue(letters.all.size() > 40, file + ": " + letters.all.size() + " letters");
            for (TextPosition letter : letters.all) {
                double size = Math.max(letter.getXScale(), letter.getYScale());
                assertTrue(size > 6.9 && size < 9.1, file + ": " + letter + " has " + size + " pt");
                boolean inside = letter.getX() >= 0 && letter.getY() >= 0
                        && letter.getX() + letter.getWidth() <= page.getMediaBox().getWidth() + 0.5
                        && letter.getY() <= page.getMediaBox().getHeight() + 0.5;
                assertTrue(inside, file + ": " + letter + " at " + letter.getX() + ", " + letter.getY());
            }
            assertDrawn(new PDFRenderer(document).renderImageWithDPI(0, 100), file);
        }
    }

    /** The words of a PDF, on one line. */
    static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void fonts(PDResources resources, List<PDFont> out) throws IOException {
        for (COSName name : resources.getFontNames()) {
            out.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                fonts(form.getResources(), out);
            }
        }
    }

    private static final class Letters extends PDFTextStripper {
        private final List<TextPosition> all = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            all.add(text);
            super.processTextPosition(text);
        }
    }
}
