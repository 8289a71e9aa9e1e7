package org.vppworkbench.negotiation.llm.tape;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Usage;

/** Takes typed fields out of a line and remembers the first that is missing or of another type. */
final class TapeFields {
    private final JsonObject json;
    private final String path;
    private final TapeFields root;
    private @Nullable String fault;

    TapeFields(JsonObject json) {
        this.json = json;
        path = "";
        root = this;
    }

    private TapeFields(JsonObject json, String path, TapeFields root) {
        this.json = json;
        this.path = path;
        this.root = root;
    }

    /** What is wrong, or {@code null}. */
    @Nullable String fault() {
        return root.fault;
    }

    /** The line as an entry, or {@code null} with a fault. */
    @Nullable TapeEntry entry(String line) {
        String kindName = text("kind");
        TapeEntry.Kind kind =
                Arrays.stream(TapeEntry.Kind.values()).filter(one -> one.name().equals(kindName)).findFirst().orElse(null);
        if (kind == null) {
            missing("kind");
            return null;
        }
        Answer answer = kind == TapeEntry.Kind.CANCEL ? null : answer(kind);
        TapeEntry entry =
                new TapeEntry(
                        kind, text("key"), origin(object("origin")), text("promptId"), text("promptHash"), answer, text("when"),
                        line);
        if (entry.key().length() != 64) {
            missing("key");
        }
        return fault() == null ? entry : null;
    }

    private Answer answer(TapeEntry.Kind kind) {
        TapeFields answer = object("answer");
        Usage usage = usage(object("usage"));
        if (kind == TapeEntry.Kind.ANSWER) {
            Provenance provenance =
                    new Provenance(
                            answer.text("requestedModel"), answer.text("returnedModel"), answer.text("host"),
                            answer.text("rawHash"), false);
            return new Answer.Said(answer.text("text"), usage, provenance);
        }
        String name = answer.text("failure");
        FailureKind failure =
                Arrays.stream(FailureKind.values()).filter(one -> one.name().equals(name)).findFirst().orElse(null);
        if (failure == null) {
            answer.missing("failure");
        }
        return new Answer.Failed(
                Objects.requireNonNullElse(failure, FailureKind.BAD_REQUEST), answer.text("words"), usage);
    }

    private static Origin origin(TapeFields in) {
        return new Origin(
                in.text("agent"), in.text("subject"), (int) in.count("round"), (int) in.count("turn"),
                (int) in.count("attempt"), (int) in.count("step"));
    }

    private static Usage usage(TapeFields in) {
        return new Usage(
                in.count("promptTokens"), in.count("cachedTokens"), in.count("outputTokens"), in.count("thoughtTokens"),
                in.flag("estimated"), (int) in.count("attempts"), in.number("usd"), in.flag("priced"), in.number("seconds"));
    }

    String text(String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
            missing(name);
            return "";
        }
        return element.getAsString();
    }

    /** Texts by name; empty where there is no such member. */
    Map<String, String> texts(String name) {
        if (!json.has(name)) {
            return Map.of();
        }
        TapeFields in = object(name);
        Map<String, String> texts = new TreeMap<>();
        in.json.keySet().forEach(key -> texts.put(key, in.text(key)));
        return texts;
    }

    boolean flag(String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
            missing(name);
            return false;
        }
        return element.getAsBoolean();
    }

    private long count(String name) {
        double value = number(name);
        if (value < 0 || value > 1e15 || value != Math.rint(value)) {
            missing(name);
        }
        return (long) value;
    }

    private double number(String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonPrimitive() || !element.getAsJsonPrimitive().isNumber()) {
            missing(name);
            return 0;
        }
        return element.getAsDouble();
    }

    private TapeFields object(String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonObject()) {
            missing(name);
            return new TapeFields(new JsonObject(), path + name + ".", root);
        }
        return new TapeFields(element.getAsJsonObject(), path + name + ".", root);
    }

    private void missing(String name) {
        if (root.fault == null) {
            root.fault = path + name + " is missing or not of its type";
        }
    }
}
