package org.vppworkbench.app.figure.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one font of exported figures: Liberation Sans, which has the widths of Arial and comes with PDFBox. A figure looks the
 * same on every machine, and what is embedded may be.
 */
public final class PaperFont {
    public static final String FAMILY = "Liberation Sans";

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** What a reader needs of a font file to draw outlines; instructions for coarse screens are left out. */
    private static final List<String> TABLES =
            List.of("head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post");

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font FONT = load();

    private PaperFont() {}

    /**
     * The font.
     *
     * @param units size [1/100 inch]
     */
    static Font of(double units) {
        return FONT.deriveFont((float) units);
    }

    /** Text with what the font lacks replaced: the superscript 0 of W⁰ becomes the subscript, all else a question mark. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\u2070' ? '\u2080' : c)
                .forEach(c -> out.appendCodePoint(FONT.canDisplay(c) ? c : '?'));
        return out.toString();
    }

    /**
     * How long a text is.
     *
     * @param units size of the font [1/100 inch]
     * @return length [1/100 inch]
     */
    public static double width(String text, double units) {
        return of(units).getStringBounds(text, EXACT).getWidth();
    }

    /** The whole font file. */
    public static InputStream open() {
        InputStream in = PDDocument.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("PDFBox comes without " + RESOURCE);
        }
        return in;
    }

    /** A font file with the characters of a text and no others. */
    static byte[] subset(String text) throws IOException {
        try (InputStream in = open();
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole, TABLES);
            text.codePoints().sorted().distinct().filter(FONT::canDisplay).forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        }
    }

    private static Font load() {
        try (InputStream in = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(RESOURCE, e);
        }
    }
}
