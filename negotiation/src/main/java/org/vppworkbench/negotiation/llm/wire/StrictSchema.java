package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;

/**
 * A schema in the form that strict mode takes: no further properties, every property required, and a property that was
 * optional may be null instead. Lengths of texts are not known there; whoever reads the reply checks them anyway.
 */
final class StrictSchema {
    private static final List<String> NOT_TAKEN = List.of("minLength", "maxLength", "$schema", "default", "examples");

    private StrictSchema() {}

    static String of(String schema) {
        JsonElement root = JsonParser.parseString(schema);
        adapt(root);
        return root.toString();
    }

    private static void adapt(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(StrictSchema::adapt);
        } else if (element.isJsonObject()) {
            adaptObject(element.getAsJsonObject());
        }
    }

    private static void adaptObject(JsonObject schema) {
        NOT_TAKEN.forEach(schema::remove);
        JsonObject properties = Json.object(schema, "properties");
        for (Map.Entry<String, JsonElement> member : schema.entrySet()) {
            if (properties == null || !member.getKey().equals("properties")) {
                adapt(member.getValue());
            }
        }
        if (properties == null) {
            return;
        }
        JsonElement required = Json.member(schema, "required");
        JsonArray all = new JsonArray();
        for (Map.Entry<String, JsonElement> property : properties.entrySet()) {
            adapt(property.getValue());
            JsonPrimitive name = new JsonPrimitive(property.getKey());
            boolean optional = required == null || !required.getAsJsonArray().contains(name);
            if (optional && property.getValue().isJsonObject()) {
                allowNull(property.getValue().getAsJsonObject());
            }
            all.add(name);
        }
        schema.add("required", all);
        schema.addProperty("additionalProperties", false);
    }

    private static void allowNull(JsonObject schema) {
        JsonElement type = Json.member(schema, "type");
        if (type == null || !type.isJsonPrimitive()) {
            return;
        }
        JsonArray types = new JsonArray();
        types.add(type);
        types.add("null");
        schema.add("type", types);
        JsonElement values = Json.member(schema, "enum");
        if (values != null && values.isJsonArray()) {
            values.getAsJsonArray().add(JsonNull.INSTANCE);
        }
    }
}
