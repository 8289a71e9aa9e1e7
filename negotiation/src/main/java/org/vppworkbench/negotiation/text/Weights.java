package org.vppworkbench.negotiation.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trained weights: a logistic score for each model, by the names of features. */
final class Weights {
    /** Prefix of the weights for the first look at a text, and for the second. */
    static final String FIRST = "1 ";

    static final String SECOND = "2 ";

    private final Map<String, Map<String, Float>> models = new HashMap<>();

    void put(String model, String feature, float weight) {
        models.computeIfAbsent(model, key -> new HashMap<>()).put(feature, weight);
    }

    void putAll(Weights other) {
        other.models.forEach((model, weights) -> weights.forEach((feature, weight) -> put(model, feature, weight)));
    }

    boolean has(String model) {
        return models.containsKey(model);
    }

    /** For training. */
    void write(java.nio.file.Path file) throws java.io.IOException {
        StringBuilder text = new StringBuilder("model\tfeature\tweight\n");
        new java.util.TreeMap<>(models).forEach((model, weights) -> new java.util.TreeMap<>(weights)
                .forEach((feature, weight) -> text.append(model).append('\t').append(feature).append('\t').append(weight).append('\n')));
        java.nio.file.Files.writeString(file, text);
    }

    /** Sum of the weights of features. */
    double score(String model, List<String> features) {
        Map<String, Float> weights = models.get(model);
        if (weights == null) {
            return 0;
        }
        double sum = 0;
        for (String feature : features) {
            sum += weights.getOrDefault(feature, 0f);
        }
        return sum;
    }
}
