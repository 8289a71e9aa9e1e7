package org.vppworkbench.app.report;

import java.util.List;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.io.DataTable;

/** A piece of a report. */
public sealed interface ReportBlock {
    /** Plain words. */
    record Words(String text) implements ReportBlock {}

    /** Points of a list. */
    record Points(List<String> points) implements ReportBlock {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** A table with its printed columns. */
    record Table(DataTable table) implements ReportBlock {}

    /**
     * A figure.
     *
     * @param figure made for paper
     * @param caption what it shows
     */
    record Picture(Figure figure, String caption) implements ReportBlock {}
}
