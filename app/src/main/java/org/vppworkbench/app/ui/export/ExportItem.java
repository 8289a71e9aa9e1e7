package org.vppworkbench.app.ui.export;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.paper.ExportFormat;

/**
 * A figure or a table that can be chosen.
 *
 * @param name of the catalogue
 * @param shows what it shows, in a sentence
 * @param isFigure whether it is a figure
 * @param drawn the figure as it stands in the window, where it is not one of the catalogue; else {@code null}
 */
public record ExportItem(String name, String shows, boolean isFigure, @Nullable Figure drawn) {
    /** A figure of the window that is no figure of a run, such as the offers up to where one stands. */
    public static ExportItem of(Figure drawn) {
        return new ExportItem(drawn.name(), "As it stands in the window: " + drawn.title() + ".", true, drawn);
    }

    /** Everything there is, figures first. */
    static List<ExportItem> all() {
        return Stream.concat(
                        FigureCatalogue.all().stream().map(entry -> new ExportItem(entry.name(), entry.shows(), true, null)),
                        RunTables.all().stream().map(entry -> new ExportItem(entry.name(), entry.shows(), false, null)))
                .toList();
    }

    /** What it can be written as. */
    List<ExportFormat> formats() {
        return Stream.of(ExportFormat.values()).filter(isFigure ? ExportFormat::isOfFigures : ExportFormat::isOfTables).toList();
    }

    /** In a list of choices. */
    String text() {
        return (drawn != null ? "As shown: " : isFigure ? "Figure: " : "Table: ") + name;
    }
}
