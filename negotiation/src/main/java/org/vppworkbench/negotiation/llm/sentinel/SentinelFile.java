package org.vppworkbench.negotiation.llm.sentinel;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.wire.Json;

/** Text form of a record, {@code vpp-sentinel-record/1}, to be kept and compared later. What it cost is not kept. */
public final class SentinelFile {
    private static final String FORMAT = "vpp-sentinel-record/1";

    private SentinelFile() {}

    public static String write(SentinelRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("version", record.version());
        json.addProperty("setHash", record.setHash());
        json.addProperty("date", record.date());
        json.addProperty("provider", record.identity().provider());
        json.addProperty("model", record.identity().model());
        json.addProperty("host", record.identity().host());
        json.addProperty("providersOwn", record.identity().providersOwn());
        json.addProperty("fingerprint", record.fingerprint());
        JsonArray versions = new JsonArray();
        record.versions().forEach(versions::add);
        json.add("versions", versions);
        JsonArray replies = new JsonArray();
        for (SentinelRecord.Reply reply : record.replies()) {
            JsonObject one = new JsonObject();
            one.addProperty("id", reply.id());
            one.addProperty("answered", reply.answered());
            one.addProperty("text", reply.text());
            one.addProperty("hash", reply.hash());
            replies.add(one);
        }
        json.add("replies", replies);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
    }

    /**
     * Reads a record.
     *
     * @param file its name, for findings
     */
    public static Reading<SentinelRecord> read(String file, String text) {
        Findings findings = new Findings();
        JsonObject json = Json.object(text);
        if (json == null || !FORMAT.equals(Json.text(json, "format"))) {
            findings.error(file, Json.text(json, "format"), "not a record of sentinel questions, or of another version", FORMAT);
            return new Reading<>(null, findings.list());
        }
        List<String> versions = new ArrayList<>();
        List<SentinelRecord.Reply> replies = new ArrayList<>();
        elements(json, "versions").forEach(one -> versions.add(one.isJsonPrimitive() ? one.getAsString() : ""));
        for (JsonElement one : elements(json, "replies")) {
            SentinelRecord.Reply reply = one.isJsonObject() ? reply(one.getAsJsonObject()) : null;
            if (reply == null) {
                findings.error(file + ", replies", one, "not an answer", null);
            } else {
                replies.add(reply);
            }
        }
        SentinelRecord record =
                new SentinelRecord(
                        required(file, json, "version", findings), required(file, json, "setHash", findings),
                        required(file, json, "date", findings),
                        new ModelIdentity(
                                required(file, json, "provider", findings), required(file, json, "model", findings),
                                required(file, json, "host", findings), flag(json, "providersOwn"), false),
                        versions, replies, Usage.NONE);
        if (!findings.hasErrors() && !record.fingerprint().equals(Json.text(json, "fingerprint"))) {
            findings.error(file + ", fingerprint", null, "changed since it was written: the fingerprint does not fit", null);
        }
        return new Reading<>(findings.hasErrors() ? null : record, findings.list());
    }

    private static Iterable<JsonElement> elements(JsonObject json, String name) {
        return json.get(name) instanceof JsonArray array ? array : List.of();
    }

    private static SentinelRecord.@Nullable Reply reply(JsonObject json) {
        String id = Json.text(json, "id");
        String text = Json.text(json, "text");
        return id == null || text == null ? null : new SentinelRecord.Reply(id, text, flag(json, "answered"));
    }

    private static boolean flag(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    private static String required(String file, JsonObject json, String name, Findings findings) {
        String text = Json.text(json, name);
        if (text == null) {
            findings.error(file + ", " + name, null, "missing", null);
            return "";
        }
        return text;
    }
}
