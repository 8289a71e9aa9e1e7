package org.vppworkbench.app.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.app.experiment.SmallRuns;

class FigureExporterTest {
    static List<Figure> figures() {
        return RunFigures.of(SmallRuns.run("rule", 1, true));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void pictureIsNotBlankAndHasItsSize(Figure figure) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(figure)));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }

        assertTrue(colours.size() > 20, colours.size() + " colours");
        assertEquals(Math.round(figure.widthInches() * 300), image.getWidth());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void pictureSaysThreeHundredDotsPerInch(Figure figure) throws IOException {
        byte[] bytes = png(figure);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");

        assertTrue(at > 0);
        assertEquals(11811, ByteBuffer.wrap(bytes).getInt(at + 4));
        assertEquals(11811, ByteBuffer.wrap(bytes).getInt(at + 8));
        assertEquals(1, bytes[at + 12]);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void twoDrawsAreTheSameBytes(Figure figure) throws IOException {
        assertArrayEquals(svg(figure), svg(figure));
        assertArrayEquals(png(figure), png(figure));
    }

    private static byte[] png(Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureExporter.writePng(figure, out);
        return out.toByteArray();
    }

    private static byte[] svg(Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureExporter.writeSvg(figure, out);
        return out.toByteArray();
    }
}
