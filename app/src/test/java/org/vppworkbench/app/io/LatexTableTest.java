package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.DataTable.Cell;
import org.vppworkbench.app.io.DataTable.Column;

class LatexTableTest {
    private static final DataTable TABLE = new DataTable(
            "wild", "Homes & more", "RULE \u00b7 HOURLY (STYLISED)",
            List.of(
                    new Column("home", "Home_id", false, true),
                    new Column("gain_usd", "W \u2212 W\u2070 [$]", true, true),
                    new Column("why", "", false, false),
                    new Column("share_percent", "Share [%]", true, true)),
            List.of(
                    List.of(Cell.of("a\\b {c} ~d^ #1 \"q\""), new Cell("1.23456", "1.23"), Cell.of("hidden"), new Cell("50", "50")),
                    List.of(Cell.of("\\input{/etc/passwd}"), new Cell("-2.0", "\u22122.00"), Cell.of(""), new Cell("0", "< 0.001")),
                    List.of(Cell.of("two\nlines"), new Cell("", "\u2013"), Cell.of(""), new Cell("3", "\u2264 3"))));

    @Test
    void isTheGoldenTable() throws IOException {
        String text = LatexTable.text(TABLE);
        assertEquals(GoldenFile.text("table.tex", text), text);
    }

    @Test
    void noCellIsACommandOrEndsItsLine() {
        String row = LatexTable.text(TABLE).lines().filter(line -> line.contains("passwd")).findFirst().orElseThrow();
        assertTrue(row.startsWith("    \\textbackslash{}input\\{/etc/passwd\\} & $-$2.00"), row);
        assertFalse(LatexTable.text(TABLE).contains("hidden"), "what is not in print");
        assertTrue(LatexTable.text(TABLE).contains("two lines"));
    }

    @Test
    void csvHasEveryColumnExactly() {
        List<String> lines = TABLE.csv().lines().toList();
        assertEquals("home,gain_usd,why,share_percent", lines.getFirst());
        assertTrue(lines.get(1).endsWith(",1.23456,hidden,50"), lines.get(1));
    }

    @Test
    void longTablesBreakBetweenPages() {
        DataTable many = new DataTable("many", "Many", "", TABLE.columns(), Collections.nCopies(41, TABLE.rows().getFirst()));
        String text = LatexTable.text(many);
        assertTrue(text.contains("\\begin{longtable}{lrr}") && text.contains("\\end{longtable}"), text);
        assertFalse(text.contains("tabular"), text);
    }

    @Test
    void aRaggedTableIsABug() {
        assertThrows(IllegalArgumentException.class,
                () -> new DataTable("x", "x", "", TABLE.columns(), List.of(List.of(Cell.of("one")))));
    }

    @Test
    void tablesOfARunHaveUnitsInTheirHeadings() {
        var run = SmallRuns.run("rule", 1, true);
        Pattern unit = Pattern.compile(".*\\[.+\\]");
        for (RunTables.Entry entry : RunTables.all()) {
            DataTable table = entry.maker().apply(run, "note");
            assertEquals(entry.name(), table.name());
            assertFalse(table.rows().isEmpty(), entry.name());
            for (Column column : table.columns()) {
                boolean ownUnits = entry.name().equals("metrics");
                assertTrue(!column.number() || !column.printed() || ownUnits || unit.matcher(column.heading()).matches(),
                        entry.name() + ": " + column.heading());
            }
        }
        DataTable optimum = RunTables.find("optimum").orElseThrow().maker().apply(run, "note");
        assertEquals(List.of("HOME", "AWARE", "BLIND"), optimum.rows().stream().map(row -> row.getFirst().exact()).toList());
        DataTable metrics = RunTables.find("metrics").orElseThrow().maker().apply(run, "note");
        assertEquals(run.metrics().week().size(), metrics.rows().size());
        List<Cell> welfare = metrics.rows().stream().filter(row -> row.getFirst().exact().equals("welfareUsd")).findFirst().orElseThrow();
        assertEquals(run.welfareUsd(), Double.parseDouble(welfare.get(2).exact()));
    }
}
