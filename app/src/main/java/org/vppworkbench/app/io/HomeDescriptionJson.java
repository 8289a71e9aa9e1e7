package org.vppworkbench.app.io;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.negotiation.text.HomeDraft;
import org.vppworkbench.negotiation.text.ParsedField;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.sample.FleetJson;

/**
 * The format {@code vpp-home/1}: the home of a description, and for each of its fields the value, the words it came from or
 * {@code default}, and how far it can be trusted. Canonical as a fleet file.
 */
public final class HomeDescriptionJson {
    public static final String FORMAT = "vpp-home/1";

    private static final Gson PRETTY =
            new GsonBuilder().setFormattingStyle(FormattingStyle.PRETTY).disableHtmlEscaping().create();

    private HomeDescriptionJson() {}

    /** The document, ending with a line feed. */
    public static String write(ParsedHome parsed, HomeDraft draft) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("parser", parsed.parser());
        json.addProperty("language", parsed.language().name().toLowerCase(java.util.Locale.ROOT));
        json.addProperty("instructionsFound", parsed.hostile());
        JsonObject fields = new JsonObject();
        draft.entries().forEach(entry -> fields.add(entry.key(), field(entry)));
        json.add("fields", fields);
        JsonArray abstained = new JsonArray();
        parsed.abstained().forEach(field -> abstained.add(field.key()));
        json.add("abstained", abstained);
        JsonArray findings = new JsonArray();
        draft.findings().forEach(finding -> findings.add(finding.oneLine()));
        json.add("findings", findings);
        Home home = draft.home();
        if (home != null) {
            json.add("home", home(home));
        }
        return PRETTY.toJson(json) + "\n";
    }

    /** The home as it stands in a fleet file. */
    private static JsonElement home(Home home) {
        String fleet = FleetJson.write(new Fleet("described", "described", List.of(home)));
        return JsonParser.parseString(fleet).getAsJsonObject().getAsJsonArray("homes").get(0);
    }

    private static JsonObject field(HomeDraft.Entry entry) {
        JsonObject json = new JsonObject();
        json.add("value", value(entry.value()));
        if (!entry.unit().isEmpty()) {
            json.addProperty("unit", entry.unit());
        }
        ParsedField said = entry.said();
        if (said == null) {
            json.addProperty("source", "default");
        } else {
            JsonObject source = new JsonObject();
            source.addProperty("start", said.span().start());
            source.addProperty("end", said.span().end());
            source.addProperty("words", said.words());
            json.add("source", source);
            json.addProperty("confidence", said.confidence());
        }
        if (!entry.note().isEmpty()) {
            json.addProperty("note", entry.note());
        }
        return json;
    }

    private static JsonElement value(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?") ? new JsonPrimitive(new BigDecimal(text)) : new JsonPrimitive(text);
    }
}
