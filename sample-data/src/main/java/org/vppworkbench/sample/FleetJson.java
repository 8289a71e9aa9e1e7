package org.vppworkbench.sample;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;

/**
 * The file format {@code vpp-fleet/1}. Writing is canonical: the same fleet gives the same bytes, and numbers are the
 * shortest that read back to the same double. Reading checks form and types, and that no id stands twice; whether values
 * are in range is the work of {@link org.vppworkbench.model.scenario.FleetValidation}, so that a fleet with a bad value can
 * be opened and corrected.
 */
public final class FleetJson {
    /** Name and version of the format. */
    public static final String FORMAT = "vpp-fleet/1";

    private static final Gson PRETTY = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .create();

    private FleetJson() {}

    /** The fleet as JSON text, ending with a line feed. */
    public static String write(Fleet fleet) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("id", fleet.id());
        json.addProperty("name", fleet.name());
        JsonArray homes = new JsonArray();
        fleet.homes().forEach(home -> homes.add(HomeJson.write(home)));
        json.add("homes", homes);
        return PRETTY.toJson(json) + "\n";
    }

    /** Reads a fleet file; a file that is missing, unreadable or not UTF-8 is a finding. */
    public static Reading<Fleet> read(Path path) {
        Reading<String> text = TextFile.read(path);
        String content = text.value();
        return content == null ? new Reading<>(null, text.findings()) : read(content, path.toString());
    }

    /**
     * Reads a fleet.
     *
     * @param text JSON text
     * @param file name for findings
     */
    public static Reading<Fleet> read(String text, String file) {
        Findings out = new Findings();
        JsonElement root = JsonText.parse(text, file, out);
        if (root == null) {
            return new Reading<>(null, out.list());
        }
        if (!(root instanceof JsonObject object)) {
            out.error(file, null, "not a fleet", "a JSON object with \"format\": \"" + FORMAT + "\"");
            return new Reading<>(null, out.list());
        }
        Fleet fleet = read(object, file, out);
        return new Reading<>(out.hasErrors() ? null : fleet, out.list());
    }

    /** A number that reads back to the same double, without a fraction where it is whole. */
    static JsonElement number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " cannot be written: JSON has finite numbers only");
        }
        return new JsonPrimitive(new BigDecimal(Findings.number(value)));
    }

    private static Fleet read(JsonObject object, String file, Findings out) {
        JsonFields json = new JsonFields(object, file + ", ", out);
        String format = json.text("format");
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            json.wrong("format", new JsonPrimitive(format), FORMAT);
        }
        String id = json.text("id");
        String name = json.textOr("name", id);
        if (!json.has("homes")) {
            out.error(file + ", homes", null, "missing", "a list [ … ] of homes");
        }
        List<Home> homes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<JsonElement> elements = json.list("homes");
        for (int i = 0; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof JsonObject home)) {
                out.error(file + ", homes[" + i + "]", elements.get(i), "not a home", "an object { … }");
                continue;
            }
            String homeId = home.get("id") instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
            String at = file + ", " + (homeId.isEmpty() ? "homes[" + i + "]" : homeId) + ", ";
            if (!homeId.isEmpty() && !ids.add(homeId)) {
                out.error(at + "id", homeId, "duplicate id", "every id once");
            }
            homes.add(HomeJson.read(new JsonFields(home, at, out)));
        }
        json.warnUnknown();
        return new Fleet(id, name, homes);
    }
}
