package org.vppworkbench.app.ui.export;

import java.util.List;
import java.util.stream.Stream;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.paper.ExportFormat;

/**
 * A figure or a table that can be chosen.
 *
 * @param name of the catalogue
 * @param shows what it shows, in a sentence
 * @param isFigure whether it is a figure
 */
public record ExportItem(String name, String shows, boolean isFigure) {
    /** Everything there is, figures first. */
    static List<ExportItem> all() {
        return Stream.concat(
                        FigureCatalogue.all().stream().map(entry -> new ExportItem(entry.name(), entry.shows(), true)),
                        RunTables.all().stream().map(entry -> new ExportItem(entry.name(), entry.shows(), false)))
                .toList();
    }

    /** What it can be written as. */
    List<ExportFormat> formats() {
        return Stream.of(ExportFormat.values()).filter(isFigure ? ExportFormat::isOfFigures : ExportFormat::isOfTables).toList();
    }

    /** In a list of choices. */
    String text() {
        return (isFigure ? "Figure: " : "Table: ") + name;
    }
}
