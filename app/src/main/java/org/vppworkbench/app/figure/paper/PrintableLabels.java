package org.vppworkbench.app.figure.paper;

import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/** The labels of another generator in the characters of {@link PaperFont}. */
record PrintableLabels(CategoryItemLabelGenerator labels) implements CategoryItemLabelGenerator {
    @Override
    public String generateRowLabel(CategoryDataset dataset, int row) {
        return PaperFont.printable(labels.generateRowLabel(dataset, row));
    }

    @Override
    public String generateColumnLabel(CategoryDataset dataset, int column) {
        return PaperFont.printable(labels.generateColumnLabel(dataset, column));
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
        return PaperFont.printable(labels.generateLabel(dataset, row, column));
    }
}
