package org.vppworkbench.app.io;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vppworkbench.model.scenario.Finding;

/**
 * {@code preferences.json}, format {@code vpp-preferences/1}. Unlike the files of a run it is read leniently: a value that is
 * wrong is told and its default taken, because no preference is worth keeping the window shut.
 */
final class PreferencesJson {
    static final String FORMAT = "vpp-preferences/1";
    private static final String FAMILY = "vpp-preferences/";

    /** What a text holds. */
    enum Kind {
        /** This format; single values may be wrong. */
        READ,
        /** Of a later version of the program. */
        NEWER,
        /** No preferences at all. */
        CORRUPT
    }

    /**
     * What was read.
     *
     * @param preferences what could be taken, else the defaults
     */
    record Outcome(Kind kind, Preferences preferences, List<Finding> findings) {}

    private final JsonObject json;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private Preferences found = Preferences.DEFAULT;

    private PreferencesJson(JsonObject json, String file) {
        this.json = json;
        this.file = file;
    }

    static String write(Preferences p) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("theme", p.theme().name());
        json.addProperty("fontScale", p.fontScale());
        json.addProperty("turnsPerSecond", p.turnsPerSecond());
        json.addProperty("optimaByItself", p.optimaByItself());
        json.addProperty("keptRuns", p.keptRuns());
        p.place().ifPresent(place -> {
            JsonObject at = new JsonObject();
            at.addProperty("x", place.x());
            at.addProperty("y", place.y());
            at.addProperty("width", place.width());
            at.addProperty("height", place.height());
            at.addProperty("maximised", place.maximised());
            json.add("window", at);
        });
        json.addProperty("tourSeen", p.tourSeen());
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    static Outcome read(String text, String file) {
        JsonObject json;
        try {
            JsonElement parsed = JsonParser.parseString(text);
            if (!parsed.isJsonObject() || !parsed.getAsJsonObject().has("format")) {
                return corrupt(file, "is not a file of preferences");
            }
            json = parsed.getAsJsonObject();
        } catch (JsonParseException e) {
            return corrupt(file, "is not JSON");
        }
        String format = json.get("format").isJsonPrimitive() ? json.get("format").getAsString() : "";
        if (!format.equals(FORMAT)) {
            return format.startsWith(FAMILY)
                    ? new Outcome(Kind.NEWER, Preferences.DEFAULT, List.of(Finding.warning(
                            file, format, "Preferences of a newer version are left as they are. The defaults hold, and changes are not kept", FORMAT)))
                    : corrupt(file, "has the format “" + format + "”");
        }
        return new PreferencesJson(json, file).all();
    }

    private static Outcome corrupt(String file, String why) {
        return new Outcome(Kind.CORRUPT, Preferences.DEFAULT, List.of(Finding.warning(
                file, null, "The file of preferences " + why + ". The defaults hold; before the first change is kept the file is put aside",
                FORMAT)));
    }

    private Outcome all() {
        take("theme", "SYSTEM, LIGHT or DARK", v -> found.withTheme(Preferences.Theme.valueOf(v.getAsString().toUpperCase(Locale.ROOT))));
        take("fontScale", "0.8 to 1.6", v -> found.withFontScale(v.getAsDouble()));
        take("turnsPerSecond", "1 to 50 turns/s", v -> found.withTurnsPerSecond(v.getAsDouble()));
        take("optimaByItself", "true or false", v -> found.withOptimaByItself(truth(v)));
        take("keptRuns", "1 to 20", v -> found.withKeptRuns(v.getAsInt()));
        take("window", "x, y, width, height, maximised", v -> found.withPlace(place(v.getAsJsonObject())));
        take("tourSeen", "true or false", v -> found.withTourSeen(truth(v)));
        return new Outcome(Kind.READ, found, findings);
    }

    /** Takes a value, or tells what is wrong with it and leaves the default. */
    private void take(String name, String allowed, Taken taken) {
        JsonElement value = json.get(name);
        if (value == null) {
            return;
        }
        try {
            found = taken.of(value);
        } catch (IllegalArgumentException | UnsupportedOperationException | IllegalStateException e) {
            findings.add(Finding.warning(file + ": " + name, String.valueOf(value), "This preference cannot be taken; its default holds", allowed));
        }
    }

    private static boolean truth(JsonElement value) {
        if (!value.getAsJsonPrimitive().isBoolean()) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return value.getAsBoolean();
    }

    private static Preferences.Place place(JsonObject at) {
        return new Preferences.Place(
                number(at, "x"), number(at, "y"), number(at, "width"), number(at, "height"),
                Optional.ofNullable(at.get("maximised")).map(PreferencesJson::truth).orElse(false));
    }

    private static double number(JsonObject at, String name) {
        double value = Optional.ofNullable(at.get(name)).orElseThrow(() -> new IllegalArgumentException("no " + name)).getAsDouble();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is no number");
        }
        return value;
    }

    /** Makes preferences with a value. */
    @FunctionalInterface
    private interface Taken {
        Preferences of(JsonElement value);
    }
}
