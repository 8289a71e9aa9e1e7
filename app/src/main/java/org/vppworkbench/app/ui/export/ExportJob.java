package org.vppworkbench.app.ui.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.figure.catalogue.Drawing;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.figure.paper.ExportFormat;
import org.vppworkbench.app.figure.paper.PaperStyle;
import org.vppworkbench.app.figure.paper.PictureFormat;
import org.vppworkbench.app.figure.paper.Preset;
import org.vppworkbench.app.io.DataTable;
import org.vppworkbench.app.io.LatexTable;
import org.vppworkbench.app.io.RefusedException;

/**
 * What was chosen, at one moment: it can be made off the JavaFX thread.
 *
 * @param result the run; {@code null} where only a figure of the window is there
 * @param shapleyUsd share of every home in the optimum, or {@code null} where it is not worked out [$]
 * @param item figure or table
 * @param format one that the item can be written as
 * @param preset width of a figure
 * @param dpi dots per inch of PNG and of the clipboard
 * @param titled whether the title is in the picture
 */
public record ExportJob(
        @Nullable ExperimentResult result, @Nullable Map<String, Double> shapleyUsd, ExportItem item, ExportFormat format, Preset preset, int dpi, boolean titled) {
    /**
     * The bytes of the file.
     *
     * @throws RefusedException where the run cannot support it; the message says why
     */
    public byte[] bytes() throws IOException {
        if (!item.isFigure()) {
            return text().getBytes(StandardCharsets.UTF_8);
        }
        Figure figure = figure();
        PictureFormat picture = Objects.requireNonNull(format.picture(), "no format of figures");
        String problem = picture.problem(figure);
        if (!problem.isEmpty()) {
            throw refused(problem);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.write(figure, dpi, out);
        return out.toByteArray();
    }

    /**
     * A figure in dots.
     *
     * @throws RefusedException where the run cannot support it; the message says why
     */
    public BufferedImage raster() {
        return PictureFormat.raster(figure(), dpi);
    }

    /**
     * A table as text.
     *
     * @throws RefusedException where it would have no row
     */
    public String text() {
        DataTable table = RunTables.find(item.name()).orElseThrow().maker().apply(run(), RunFigures.note(run()));
        if (table.rows().isEmpty()) {
            throw refused("the table would have no row");
        }
        return format == ExportFormat.LATEX ? LatexTable.text(table) : table.csv();
    }

    private Figure figure() {
        Figure shown = item.drawn();
        if (shown != null) {
            // the chart is changed for print, and this one is not the last to be written
            return PaperStyle.of(shown.copy(), preset, titled);
        }
        Drawing drawing = FigureCatalogue.find(item.name()).orElseThrow()
                .draw(new FigureSource(run(), null, shapleyUsd, null, null));
        return switch (drawing) {
            case Drawing.Drawn drawn -> PaperStyle.of(drawn.figure(), preset, titled);
            case Drawing.Impossible no -> throw refused(no.reason());
        };
    }

    private ExperimentResult run() {
        return Objects.requireNonNull(result, "no run");
    }

    private RefusedException refused(String why) {
        return RefusedException.because(item.name(), why, "another figure, table or format");
    }

    /** Ending of the file name, without a dot. */
    public String ending() {
        return format == ExportFormat.LATEX ? "tex" : format.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A name for the file. */
    public String fileName() {
        return (item.isFigure() ? "" : "table-") + item.name() + "." + ending();
    }
}
