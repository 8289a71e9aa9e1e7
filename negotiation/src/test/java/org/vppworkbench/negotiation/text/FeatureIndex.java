package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers for features that occur often enough. */
final class FeatureIndex {
    /** Rarer features are left out. */
    private static final int LEAST = 6;
    /** Smaller weights are left out. */
    private static final double KEPT = 0.03;

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void count(String model, List<String> features) {
        features.forEach(feature -> counts.merge(model + "\t" + feature, 1, Integer::sum));
    }

    int size() {
        return numbers.size();
    }

    int[] numbers(String model, List<String> features) {
        int[] known = new int[features.size()];
        int n = 0;
        for (String feature : features) {
            String key = model + "\t" + feature;
            if (counts.getOrDefault(key, 0) >= LEAST) {
                known[n++] = numbers.computeIfAbsent(key, k -> numbers.size());
            }
        }
        return Arrays.copyOf(known, n);
    }

    /** Features of the candidates of a choice, none last. */
    int[][] numbers(String look, Choice choice, List<List<String>> more) {
        int[][] all = new int[choice.proposals().size() + 1][];
        for (int i = 0; i < all.length; i++) {
            List<String> features = new ArrayList<>(choice.features(i));
            features.addAll(more.isEmpty() ? List.of() : more.get(i));
            all[i] = numbers(look + choice.model(i), features);
        }
        return all;
    }

    /** Weights by model and feature, of models whose names begin in one of some ways. */
    Map<String, Map<String, Double>> named(double[] weights, String... prefixes) {
        Map<String, Map<String, Double>> named = new TreeMap<>();
        numbers.forEach((key, i) -> {
            boolean wanted = i < weights.length && Math.abs(weights[i]) > KEPT && Arrays.stream(prefixes).anyMatch(key::startsWith);
            if (wanted) {
                int cut = key.indexOf('\t');
                named.computeIfAbsent(key.substring(0, cut), k -> new HashMap<>()).put(key.substring(cut + 1), weights[i]);
            }
        });
        return named;
    }
}
