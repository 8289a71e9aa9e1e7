package org.vppworkbench.app.io;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in LaTeX with the rules of booktabs; one that would not fit on a page uses longtable. */
public final class LatexTable {
    /** Rows of a page. */
    private static final int MOST_ROWS = 40;

    /** What is not plain text in LaTeX, by code point. */
    private static final Map<Integer, String> SPECIAL = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "\\symbol{34}"),
            Map.entry(0x2212, "$-$"),
            Map.entry(0x2070, "\\textsuperscript{0}"),
            Map.entry(0x00b2, "\\textsuperscript{2}"),
            Map.entry(0x00b7, "$\\cdot$"),
            Map.entry(0x2013, "--"),
            Map.entry(0x2014, "---"),
            Map.entry(0x2026, "\\ldots{}"),
            Map.entry(0x2264, "$\\le$"),
            Map.entry(0x2265, "$\\ge$"),
            Map.entry(0x00d7, "$\\times$"),
            Map.entry(0x221e, "$\\infty$"),
            Map.entry(0x03b7, "$\\eta$"),
            Map.entry(0x03c0, "$\\pi$"),
            Map.entry(0x03c6, "$\\varphi$"),
            Map.entry(0x0394, "$\\Delta$"),
            Map.entry(0x03a0, "$\\Pi$"),
            Map.entry(0x03a3, "$\\Sigma$"));

    private LatexTable() {}

    /** The text of a file to be read by {@code \input}. */
    public static String text(DataTable table) {
        int[] shown = IntStream.range(0, table.columns().size()).filter(i -> table.columns().get(i).printed()).toArray();
        boolean isLong = table.rows().size() > MOST_ROWS;
        String alignment = IntStream.of(shown)
                .mapToObj(i -> table.columns().get(i).number() ? "r" : "l")
                .collect(Collectors.joining());
        String head = IntStream.of(shown)
                .mapToObj(i -> escaped(table.columns().get(i).heading()))
                .collect(Collectors.joining(" & "));
        String caption = "\\caption{" + escaped(table.title() + ". " + table.note()) + "}";
        String label = "\\label{tab:" + table.name() + "}";
        StringBuilder out = new StringBuilder();
        line(out, "% needs \\usepackage{booktabs}" + (isLong ? " and \\usepackage{longtable}" : ""));
        if (isLong) {
            line(out, "\\begin{longtable}{" + alignment + "}");
            line(out, "  " + caption + " " + label + " \\\\");
        } else {
            line(out, "\\begin{table}");
            line(out, "  \\centering");
            line(out, "  " + caption);
            line(out, "  " + label);
            line(out, "  \\begin{tabular}{" + alignment + "}");
        }
        line(out, "    \\toprule");
        line(out, "    " + head + " \\\\");
        line(out, "    \\midrule");
        if (isLong) {
            line(out, "  \\endhead");
        }
        for (var row : table.rows()) {
            line(out, "    " + IntStream.of(shown)
                    .mapToObj(i -> escaped(row.get(i).shown()))
                    .collect(Collectors.joining(" & ")) + " \\\\");
        }
        line(out, "    \\bottomrule");
        line(out, isLong ? "\\end{longtable}" : "  \\end{tabular}");
        if (!isLong) {
            line(out, "\\end{table}");
        }
        return out.toString();
    }

    /** Plain text as LaTeX sets it: nothing in it is a command, and it stays on its line. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            String special = SPECIAL.get(c);
            if (special != null) {
                out.append(special);
            } else if (Character.getType(c) == Character.CONTROL) {
                out.append(' ');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
