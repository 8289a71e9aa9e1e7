package org.vppworkbench.negotiation.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labelled descriptions the weights are trained on. Neither evaluation set is among them. */
final class TrainingSet {
    static final Path FOLDER = Path.of("src/test/resources/org/vppworkbench/negotiation/text/training");
    /** Parts a text can be left out with. */
    static final int FOLDS = 4;

    private TrainingSet() {}

    /** All descriptions, file by file in the order of their names. */
    static List<EvaluationCase> all() throws IOException {
        List<EvaluationCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                cases.addAll(read(file));
            }
        }
        return cases;
    }

    static List<EvaluationCase> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(TrainingSet::read).toList();
    }

    private static EvaluationCase read(String line) {
        JsonObject object = JsonParser.parseString(line).getAsJsonObject();
        Map<HomeField, @Nullable String> labels = new LinkedHashMap<>();
        boolean hostile = false;
        for (Map.Entry<String, JsonElement> label : object.getAsJsonObject("labels").entrySet()) {
            hostile |= label.getKey().equals("hostile");
            HomeField.of(label.getKey()).ifPresent(field -> labels.put(field, value(field, label.getValue())));
        }
        return new EvaluationCase(text(object, "id"), text(object, "split"), text(object, "style"), text(object, "language"),
                text(object, "text"), labels, hostile);
    }

    private static @Nullable String value(HomeField field, JsonElement label) {
        if (label.isJsonNull()) {
            return null;
        }
        return field.isNumber() ? Claims.shortest(label.getAsDouble()) : label.getAsString();
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    /** The part a text belongs to; the same wherever it stands. */
    static int fold(EvaluationCase text) {
        return Math.floorMod((text.id().hashCode() * 31) >> 3, FOLDS);
    }

    /** Whether a proposal is what the labels say. */
    static boolean right(EvaluationCase text, Proposal p) {
        if (p.field() == HomeField.BLACKOUT_FROM) {
            return first(text, p) || window(text, p, HomeField.BLACKOUT2_FROM, HomeField.BLACKOUT2_TO);
        }
        String label = text.labels().get(p.field());
        return label != null && FieldMatch.same(p.field(), p.value(), label);
    }

    /** Whether it is the first of the quiet hours. */
    static boolean first(EvaluationCase text, Proposal p) {
        return window(text, p, HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO);
    }

    private static boolean window(EvaluationCase text, Proposal p, HomeField from, HomeField to) {
        String a = text.labels().get(from);
        String b = text.labels().get(to);
        return a != null && b != null && FieldMatch.same(from, p.value().substring(0, 5), a) && FieldMatch.same(to, p.value().substring(6), b);
    }
}
