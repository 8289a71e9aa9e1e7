package org.vppworkbench.app.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.app.figure.paper.PdfPages;
import org.vppworkbench.app.io.DataTable;

/** Writes a report as PDF on A4, figures as lines and text, fonts embedded. */
public final class PdfReport {
    private static final float BODY = 9;
    private static final float CELLS = 7.5f;
    private static final float ROOM_FOR_FIGURE = 230;
    private static final Color INK = Color.BLACK;
    private static final Color QUIET = Color.DARK_GRAY;

    private final PdfPages pages;
    private int figures;

    private PdfReport(PdfPages pages) {
        this.pages = pages;
    }

    /** The bytes of the file. */
    public static byte[] bytes(Report report) throws IOException {
        try (PdfPages pages = new PdfPages(report.title(), report.label())) {
            new PdfReport(pages).write(report);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pages.write(out);
            return out.toByteArray();
        }
    }

    private void write(Report report) throws IOException {
        pages.text(report.title(), 17, INK, 0, 0);
        pages.text(report.label(), BODY, QUIET, 2, 0);
        for (Report.Section section : report.sections()) {
            boolean picture = !section.blocks().isEmpty() && section.blocks().getFirst() instanceof ReportBlock.Picture;
            pages.text(section.title(), 13, INK, 14, picture ? ROOM_FOR_FIGURE : 40);
            for (ReportBlock block : section.blocks()) {
                write(block);
            }
        }
    }

    private void write(ReportBlock block) throws IOException {
        switch (block) {
            case ReportBlock.Words words -> pages.text(words.text(), BODY, INK, 3, 0);
            case ReportBlock.Points points -> {
                for (String point : points.points()) {
                    pages.text("\u2022 " + point, BODY, INK, 2, 0);
                }
            }
            case ReportBlock.Table table -> write(table.table());
            case ReportBlock.Picture picture -> {
                figures++;
                pages.gap(6);
                pages.figure(picture.figure());
                pages.text("Figure " + figures + ". " + picture.caption(), 8, QUIET, 2, 0);
            }
        }
    }

    private void write(DataTable table) throws IOException {
        int[] printed = IntStream.range(0, table.columns().size()).filter(i -> table.columns().get(i).printed()).toArray();
        List<String> headings = new ArrayList<>();
        boolean[] right = new boolean[printed.length];
        for (int i = 0; i < printed.length; i++) {
            headings.add(table.columns().get(printed[i]).heading());
            right[i] = table.columns().get(printed[i]).number();
        }
        List<List<String>> rows = table.rows().stream()
                .map(row -> IntStream.of(printed).mapToObj(i -> row.get(i).shown()).toList())
                .toList();
        float[] widths = widths(headings, rows, right);
        pages.text(table.title(), BODY, INK, 8, 30);
        pages.row(headings, widths, right, CELLS, INK, true);
        for (List<String> row : rows) {
            if (!pages.fits(CELLS * 4)) {
                pages.newPage();
                pages.text(table.title() + ", continued", CELLS, QUIET, 0, 0);
                pages.row(headings, widths, right, CELLS, INK, true);
            }
            pages.row(row, widths, right, CELLS, INK, false);
        }
    }

    /** Every column gets what it needs; where that is too much, the widest ones of words share what the others leave. */
    private static float[] widths(List<String> headings, List<List<String>> rows, boolean[] right) {
        float[] widths = new float[right.length];
        for (int i = 0; i < widths.length; i++) {
            float most = PdfPages.width(headings.get(i), CELLS);
            for (List<String> row : rows) {
                most = Math.max(most, PdfPages.width(row.get(i), CELLS));
            }
            widths[i] = most + 10;
        }
        float cap = cap(widths, right);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = right[i] ? widths[i] : Math.min(widths[i], cap);
        }
        return widths;
    }

    /** The width no column of words may pass, so that all of them fit. */
    private static float cap(float[] widths, boolean[] right) {
        float low = 24;
        float high = PdfPages.WIDTH;
        for (int step = 0; step < 40; step++) {
            float middle = (low + high) / 2;
            float sum = 0;
            for (int i = 0; i < widths.length; i++) {
                sum += right[i] ? widths[i] : Math.min(widths[i], middle);
            }
            if (sum > PdfPages.WIDTH) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
