package org.vppworkbench.app.figure.paper;

import java.util.List;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/**
 * Labels that are known.
 *
 * @param texts one per category
 */
record PrintableLabels(List<String> texts) implements CategoryItemLabelGenerator {
    PrintableLabels {
        texts = List.copyOf(texts);
    }

    @Override
    public String generateRowLabel(CategoryDataset dataset, int row) {
        return String.valueOf(dataset.getRowKey(row));
    }

    @Override
    public String generateColumnLabel(CategoryDataset dataset, int column) {
        return String.valueOf(dataset.getColumnKey(column));
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
        return texts.get(column);
    }
}
