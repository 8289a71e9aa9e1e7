package org.vppworkbench.app.figure.paper;

import org.jspecify.annotations.Nullable;

/** What a figure or a table can be written as. */
public enum ExportFormat {
    PNG(PictureFormat.PNG),
    SVG(PictureFormat.SVG),
    PDF(PictureFormat.PDF),
    /** The numbers of a figure; a table with exact numbers. */
    CSV(PictureFormat.CSV),
    /** A table with the rules of booktabs. */
    LATEX(null);

    private final @Nullable PictureFormat picture;

    ExportFormat(@Nullable PictureFormat picture) {
        this.picture = picture;
    }

    /** How a figure is written, or {@code null} where figures are not. */
    public @Nullable PictureFormat picture() {
        return picture;
    }

    public boolean isOfFigures() {
        return picture != null;
    }

    public boolean isOfTables() {
        return this == CSV || this == LATEX;
    }
}
