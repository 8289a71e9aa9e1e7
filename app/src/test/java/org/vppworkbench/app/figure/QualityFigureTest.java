package org.vppworkbench.app.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.quality.DataQuality;

class QualityFigureTest {
    private static final Instant NEW_YEAR = Instant.parse("2023-01-01T08:00:00Z");
    private static final int NEGATIVE = 0x56B4E9;
    private static final int WHOLE_DAY = 0x009E73;
    private static final int PART = 0xE69F00;

    private static FolderSeries series(SeriesRole role, int hours, double value) {
        return new FolderSeries(
                role, Duration.ofHours(1), NEW_YEAR, TimeSeries.constant(hours, value), SeriesKind.REAL, "", "", "", "", "");
    }

    private static Figure figure(FolderSeries... series) {
        return QualityFigure.of(
                DataQuality.assess(new SeriesFolder("x", "x", Horizon.LOS_ANGELES, List.of(series))), "note");
    }

    private static byte[] png(Figure figure) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FigureExporter.writePng(figure, bytes);
        return bytes.toByteArray();
    }

    /** Share of the pixels with a colour. */
    private static double share(Figure figure, int colour) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(figure)));
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return (double) count / image.getWidth() / image.getHeight();
    }

    @Test
    void coloursShowTheClassesOfPricesAndDays() throws IOException {
        Figure negative = figure(series(SeriesRole.of(SeriesRole.Type.ENERGY), 48, -1));
        assertTrue(share(negative, NEGATIVE) > 0.2);
        assertTrue(share(figure(series(SeriesRole.of(SeriesRole.Type.ENERGY), 48, 1)), NEGATIVE) < 0.01);
        assertTrue(share(negative, WHOLE_DAY) > 0.02);
        // the second day is there in part
        Figure part = figure(series(SeriesRole.of(SeriesRole.Type.ENERGY), 36, 1));
        assertTrue(share(part, PART) > 2 * share(negative, PART));
    }

    @Test
    void loadsAloneMakeAFigureToo() throws IOException {
        Figure loads = figure(series(new SeriesRole(SeriesRole.Type.LOAD, "villa"), 48, 1));
        assertTrue(share(loads, WHOLE_DAY) > 0.02);
    }

    @Test
    void aYearOfTwoPricesStaysARaster() {
        Figure year = figure(
                series(SeriesRole.of(SeriesRole.Type.ENERGY), 8760, 1), series(SeriesRole.of(SeriesRole.Type.SPIN), 8760, 1));
        assertEquals(
                List.of("data-quality.png"),
                FigureExporter.pictures(List.of(year)).stream().map(BundleContent.Picture::name).toList());
    }

    @Test
    void twoDrawsAreTheSameBytes() throws IOException {
        Figure figure = QualityFigure.of(DataQuality.assess(SampleLibrary.load("sp15-2024-08").orThrow()), "note");
        assertArrayEquals(png(figure), png(figure));
        assertEquals(2, FigureExporter.pictures(List.of(figure)).size());
    }
}
