package org.vppworkbench.negotiation.llm.sentinel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.llm.wire.Json;

/**
 * Fifty short questions with one short answer each, asked as repeatably as a provider allows. They measure nothing about a
 * model but whether it is still the same one.
 *
 * @param version of the set; answers of different versions are not compared
 * @param hash SHA-256 of the resource
 */
public record SentinelSet(String version, String hash, String system, List<Item> items) {
    private static final String RESOURCE = "sentinel-v1.json";
    private static final String SCHEMA =
            """
            {"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}""";
    private static final Sampling SAMPLING = new Sampling(0.0, null, 7, 256);

    /** One question. */
    public record Item(String id, String text) {}

    public SentinelSet {
        items = List.copyOf(items);
    }

    /** The set of this version of the application. */
    public static SentinelSet builtIn() {
        try (InputStream in = SentinelSet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the application");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SentinelSet of(String text) {
        JsonObject root = Objects.requireNonNull(Json.object(text), RESOURCE);
        List<Item> items = new ArrayList<>();
        for (JsonElement prompt : root.getAsJsonArray("prompts")) {
            JsonObject one = prompt.getAsJsonObject();
            items.add(new Item(one.get("id").getAsString(), one.get("text").getAsString()));
        }
        return new SentinelSet(
                root.get("version").getAsString(), TextHash.sha256(text), root.get("system").getAsString(), items);
    }

    Question question(Item item) {
        Prompt prompt =
                new Prompt(
                        "sentinel/" + version, hash, system, List.of(new Utterance(Utterance.Role.USER, item.text())));
        return new Question(
                new Origin("sentinel", "sentinel " + item.id(), 0, 0, 0, 0), prompt, new ReplySchema("sentinel", SCHEMA),
                SAMPLING);
    }
}
