package org.vppworkbench.app.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.app.bench.Attack;
import org.vppworkbench.app.bench.Attack.Channel;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;

/** The attacks that come with the program: one JSON object a line, as {@code docs/safety.md} says. */
public final class AttackFile {
    private static final String NAME = "/org/vppworkbench/app/safety/attacks.jsonl";

    private AttackFile() {}

    /** All attacks in order. */
    public static Reading<List<Attack>> shipped() {
        try (InputStream stream = AttackFile.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException("this build comes without " + NAME);
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(NAME, e);
        }
    }

    private static Reading<List<Attack>> read(String text) {
        Findings out = new Findings();
        List<Attack> attacks = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String at = "attacks.jsonl, line " + number;
            JsonElement element = line.isBlank() ? null : JsonText.parse(line, at, out);
            if (element instanceof JsonObject object) {
                attacks.add(attack(object, at, out));
            }
        }
        return new Reading<>(out.hasErrors() ? null : attacks, out.list());
    }

    private static Attack attack(JsonObject object, String at, Findings out) {
        JsonNode node = new JsonNode(object, at, out);
        Channel channel = Channel.OWNER_WORDS;
        String named = node.text("channel");
        for (Channel one : Channel.values()) {
            channel = one.name().equals(named) ? one : channel;
        }
        if (!channel.name().equals(named)) {
            out.error(at + ", channel", named, "unknown", List.of(Channel.values()).toString());
        }
        return new Attack(
                node.text("id"), node.text("category"), channel, node.text("goal"), node.text("text"),
                numbers(object, "forbidden"), numbers(object, "misleading"));
    }

    private static List<String> numbers(JsonObject object, String name) {
        List<String> numbers = new ArrayList<>();
        if (object.get(name) instanceof JsonArray array) {
            array.forEach(one -> numbers.add(one.getAsString()));
        }
        return numbers;
    }
}
