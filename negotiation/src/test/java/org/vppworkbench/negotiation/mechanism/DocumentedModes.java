package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The table of what modes cost in {@code docs/negotiation.md}; a figure may differ by 2 %. */
final class DocumentedModes {
    private static final double WITHIN = 0.02;

    private final List<String> lines;

    private DocumentedModes(List<String> lines) {
        this.lines = lines;
    }

    static DocumentedModes read() throws IOException {
        return new DocumentedModes(Files.readAllLines(Path.of("..", "docs", "negotiation.md")));
    }

    /** The row of a mode has these figures, in this order. */
    void has(String mode, double... figures) {
        String row = lines.stream()
                .filter(line -> line.startsWith("| " + mode + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in docs/negotiation.md: " + mode));
        double[] told = Arrays.stream(row.split("\\|"))
                .skip(2)
                .mapToDouble(cell -> Double.parseDouble(cell.strip().replace(",", "")))
                .toArray();
        assertEquals(figures.length, told.length, row);
        for (int i = 0; i < figures.length; i++) {
            // a printed figure is rounded to a whole number
            assertEquals(figures[i], told[i], Math.max(0.5, WITHIN * figures[i]), row);
        }
    }
}
