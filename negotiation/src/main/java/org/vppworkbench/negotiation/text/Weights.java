package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Trained weights: for each model, such as {@code 1 pv.kwDc}, the weight of each feature by name. They come with the program
 * as a table; how they were trained stands in {@code docs/describing-homes.md}.
 */
final class Weights {
    /** Prefix of the weights for the first look at a text, and for the second. */
    static final String FIRST = "1 ";

    static final String SECOND = "2 ";

    private static final String RESOURCE = "weights.tsv";
    /** Weights are kept in hundredths. */
    private static final int PER_UNIT = 100;

    private final Map<String, Integer> models = new HashMap<>();
    /** By feature: number of a model, weight in hundredths, number of the next model, and so on. */
    private final Map<String, int[]> features = new HashMap<>();

    /** Read when first asked for. */
    private static final class Standard {
        private static final Weights WEIGHTS = Weights.read(TextResource.text(RESOURCE));
    }

    private Weights() {}

    /** The weights that come with the program. */
    static Weights standard() {
        return Standard.WEIGHTS;
    }

    /**
     * Weights of a table: models in the first line, then a feature a line with {@code model:hundredths} for each model that
     * weighs it.
     *
     * @throws NumberFormatException if it is none
     */
    static Weights read(String table) {
        Weights weights = new Weights();
        List<String> lines = table.lines().toList();
        for (String model : lines.getFirst().split("\t", -1)) {
            weights.models.put(model, weights.models.size());
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            int[] row = new int[2 * (cells.length - 1)];
            for (int i = 1; i < cells.length; i++) {
                int colon = cells[i].indexOf(':');
                row[2 * i - 2] = Integer.parseInt(cells[i], 0, colon, 10);
                row[2 * i - 1] = Integer.parseInt(cells[i], colon + 1, cells[i].length(), 10);
            }
            weights.features.put(cells[0], row);
        }
        return weights;
    }

    /** The table of weights by model and feature; what rounds to nothing is left out. */
    static String table(Map<String, Map<String, Double>> weights) {
        List<String> models = new ArrayList<>(new TreeSet<>(weights.keySet()));
        Map<String, StringBuilder> rows = new TreeMap<>();
        for (int m = 0; m < models.size(); m++) {
            int number = m;
            weights.getOrDefault(models.get(m), Map.of()).forEach((feature, weight) -> {
                long hundredths = Math.round(weight * PER_UNIT);
                if (hundredths != 0) {
                    rows.computeIfAbsent(feature, f -> new StringBuilder(f)).append('\t').append(number).append(':').append(hundredths);
                }
            });
        }
        StringBuilder table = new StringBuilder(String.join("\t", models)).append('\n');
        rows.values().forEach(row -> table.append(row).append('\n'));
        return table.toString();
    }

    /** Sum of the weights that a model gives to features; 0 for a model without any. */
    double score(String model, List<String> names) {
        @Nullable Integer number = models.get(model);
        if (number == null) {
            return 0;
        }
        long sum = 0;
        for (String name : names) {
            int[] row = features.get(name);
            for (int i = 0; row != null && i < row.length; i += 2) {
                sum += row[i] == number ? row[i + 1] : 0;
            }
        }
        return (double) sum / PER_UNIT;
    }
}
