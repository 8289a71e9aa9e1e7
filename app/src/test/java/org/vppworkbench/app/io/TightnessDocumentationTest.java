package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/tightness.md} are those of {@code docs/tightness.csv}, which the deep test of the profile
 * {@code glop} makes again and compares.
 */
class TightnessDocumentationTest {
    private static final List<Double> EDGES = List.of(1e-4, 1e-3, 1e-2, 0.05, 0.1, Double.POSITIVE_INFINITY);

    /** One fleet: what UB(AWARE) is above UB(HOME), and above the best of three kinds [$]. */
    private record Fleet(int day, double stake, double flat, double oneDirection, double corrected, boolean proven) {}

    @Test
    void theTablesSayWhatWasMeasured() throws IOException {
        List<Fleet> all = Files.readAllLines(Path.of("..", "docs", "tightness.csv")).stream()
                .skip(1)
                .map(TightnessDocumentationTest::fleet)
                .toList();
        assertEquals(100, all.size());
        for (Fleet f : all) {
            assertTrue(f.proven() && f.oneDirection() >= -1e-6, f::toString);
            assertTrue(f.corrected() >= f.oneDirection() - 1e-4 && f.flat() >= f.oneDirection() - 1e-4, f::toString);
        }
        String page = Files.readString(Path.of("..", "docs", "tightness.md"));
        stands(page, spread("flat contracts, one direction", all, Fleet::flat));
        stands(page, spread("one direction, shaped freely", all, Fleet::oneDirection));
        stands(page, spread("corrected schedule of the workbench (one direction)", all, Fleet::corrected));
        stands(page, counts("fleets, flat contracts", all, Fleet::flat));
        stands(page, counts("fleets, one direction", all, Fleet::oneDirection));
        stands(page, part("15 August", all.stream().filter(f -> f.day() == 0).toList()));
        stands(page, part("16 August", all.stream().filter(f -> f.day() == 1).toList()));
        stands(page, part("more than 1 $ at stake", all.stream().filter(f -> f.stake() > 1).toList()));
    }

    private static void stands(String page, String row) {
        assertTrue(page.contains(row + "\n"), () -> "not in docs/tightness.md: " + row);
    }

    private static Fleet fleet(String line) {
        String[] cells = line.split(",", -1);
        return new Fleet(
                Integer.parseInt(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]), Double.parseDouble(cells[6]), Boolean.parseBoolean(cells[7]));
    }

    private static String spread(String name, List<Fleet> fleets, ToDoubleFunction<Fleet> distance) {
        List<Double> s = shares(fleets, distance);
        return row(name, percent(median(s)), percent(s.get(75)), percent(s.get(90)), percent(s.getLast()),
                percent(together(fleets, distance)));
    }

    private static String counts(String name, List<Fleet> fleets, ToDoubleFunction<Fleet> distance) {
        int[] counts = new int[EDGES.size()];
        for (double share : shares(fleets, distance)) {
            int k = 0;
            while (share > EDGES.get(k)) {
                k++;
            }
            counts[k]++;
        }
        return row(name, java.util.Arrays.stream(counts).mapToObj(Integer::toString).toArray(String[]::new));
    }

    private static String part(String name, List<Fleet> fleets) {
        return row(name, Integer.toString(fleets.size()), percent(median(shares(fleets, Fleet::flat))),
                percent(together(fleets, Fleet::flat)), percent(together(fleets, Fleet::oneDirection)));
    }

    /** Distances as shares of max(1 $, stake), ascending. */
    private static List<Double> shares(List<Fleet> fleets, ToDoubleFunction<Fleet> distance) {
        return fleets.stream().map(f -> distance.applyAsDouble(f) / Math.max(1, f.stake())).sorted().toList();
    }

    private static double together(List<Fleet> fleets, ToDoubleFunction<Fleet> distance) {
        return fleets.stream().mapToDouble(distance).sum() / fleets.stream().mapToDouble(Fleet::stake).sum();
    }

    private static double median(List<Double> sorted) {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    private static String percent(double share) {
        double p = 100 * share;
        if (p < 0.001) {
            return "< 0.001 %";
        }
        String format = p >= 10 ? "%.0f" : p >= 1 ? "%.1f" : p >= 0.01 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format + " %%", p);
    }

    private static String row(String name, String... cells) {
        return "| " + name + " | " + String.join(" | ", cells) + " |";
    }
}
