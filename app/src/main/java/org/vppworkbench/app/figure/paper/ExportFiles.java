package org.vppworkbench.app.figure.paper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.io.DataTable;
import org.vppworkbench.app.io.LatexTable;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.model.simulation.CancelToken;

/** Figures and tables in the formats asked for, written into a new folder all or none. */
public final class ExportFiles {
    private final int dpi;
    private final Set<ExportFormat> formats;
    private final List<Item> items = new ArrayList<>();

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private record Item(String name, Content content) {}

    /**
     * @param dpi dots per inch of PNG
     * @param formats empty for all but the numbers of figures
     */
    public ExportFiles(int dpi, Set<ExportFormat> formats) {
        this.dpi = dpi;
        this.formats = Set.copyOf(formats);
    }

    /**
     * Takes a figure.
     *
     * @param figure made by {@link PaperStyle}
     * @return in which formats it makes no sense, with the reasons
     */
    public List<String> add(Figure figure) {
        List<String> problems = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            PictureFormat picture = format.picture();
            boolean wanted = formats.isEmpty() ? format != ExportFormat.CSV : formats.contains(format);
            if (picture == null || !wanted) {
                continue;
            }
            String name = figure.name() + "." + picture.ending();
            String problem = picture.problem(figure);
            if (problem.isEmpty()) {
                items.add(new Item(name, out -> picture.write(figure, dpi, out)));
            } else {
                problems.add(name + ": " + problem);
            }
        }
        return problems;
    }

    /** Takes a table. */
    public void add(DataTable table) {
        if (formats.isEmpty() || formats.contains(ExportFormat.CSV)) {
            text("table-" + table.name() + ".csv", table.csv());
        }
        if (formats.isEmpty() || formats.contains(ExportFormat.LATEX)) {
            text("table-" + table.name() + ".tex", LatexTable.text(table));
        }
    }

    private void text(String name, String text) {
        items.add(new Item(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Whether nothing was taken. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Names of the files, in the order they are written. */
    public List<String> names() {
        return items.stream().map(Item::name).toList();
    }

    /**
     * Writes everything.
     *
     * @param cancel asked before every file
     * @throws org.vppworkbench.app.io.RefusedException where the folder cannot be made
     * @throws java.util.concurrent.CancellationException where the user cancelled; nothing is left behind
     */
    public void write(Path folder, CancelToken cancel) {
        NewFolder.make(folder, cancel, part -> {
            for (Item item : items) {
                cancel.check(item.name() + " was written");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part.resolve(item.name())))) {
                    item.content().write(out);
                }
            }
        });
    }
}
