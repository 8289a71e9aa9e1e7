package org.vppworkbench.sample.imports.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.JsonText;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Reads a reply of the PVWatts v8 API. */
final class PvwattsJson {
    /** A reply with all hourly series is about half a million characters. */
    private static final int MAX_CHARACTERS = 10_000_000;

    private final String file;
    private final JsonObject reply;
    private final ImportLog log;

    private PvwattsJson(String file, JsonObject reply, ImportLog log) {
        this.file = file;
        this.reply = reply;
        this.log = log;
    }

    /** The system, or {@code null} with findings. */
    static @Nullable PvwattsSystem read(FilePart part, ImportLog log) throws IOException {
        Findings findings = new Findings();
        JsonElement parsed = JsonText.parse(part.text(MAX_CHARACTERS), part.name(), findings);
        findings.list().forEach(log::add);
        if (parsed == null) {
            return null;
        }
        if (!(parsed instanceof JsonObject reply)) {
            log.error(part.name(), null, "the reply is not an object", "{\"inputs\": …, \"outputs\": …}");
            return null;
        }
        return new PvwattsJson(part.name(), reply, log).system();
    }

    private @Nullable PvwattsSystem system() throws InputRefusedException {
        if (tellsErrors()) {
            return null;
        }
        messages("warnings").forEach(text -> log.warning(file + ", warnings", null, "PVWatts warns: " + text, null));
        OptionalDouble capacity = number(reply.get("inputs"), "inputs", "system_capacity");
        OptionalDouble zone = number(reply.get("station_info"), "station_info", "tz");
        TimeSeries watts = watts();
        if (watts == null || capacity.isEmpty() || zone.isEmpty()) {
            return null;
        }
        double hours = zone.getAsDouble();
        if (!(Math.abs(hours) <= 14) || hours * 4 != Math.rint(hours * 4)) {
            log.error(file + ", station_info.tz", hours, "not an offset from UTC", "quarter hours in [-14, 14] h");
            return null;
        }
        return new PvwattsSystem(
                watts, capacity.getAsDouble(), ZoneOffset.ofTotalSeconds((int) (hours * 3600)), place());
    }

    private boolean tellsErrors() throws InputRefusedException {
        boolean any = false;
        for (String text : messages("errors")) {
            log.error(file + ", errors", null, "PVWatts answers: " + text, "a reply without errors");
            any = true;
        }
        if (reply.get("error") instanceof JsonObject error) {
            log.error(file + ", error", error, "the service refused the request", "a reply of PVWatts v8");
            any = true;
        }
        return any;
    }

    private List<String> messages(String key) {
        JsonElement value = reply.get(key);
        if (value == null || value.isJsonNull()) {
            return List.of();
        }
        if (value instanceof JsonArray list) {
            return list.asList().stream().map(PvwattsJson::text).toList();
        }
        return List.of(text(value));
    }

    private static String text(JsonElement value) {
        String text = value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private @Nullable TimeSeries watts() throws InputRefusedException {
        JsonElement outputs = reply.get("outputs");
        JsonElement ac = outputs instanceof JsonObject object ? object.get("ac") : null;
        if (!(ac instanceof JsonArray list)) {
            boolean monthly = outputs instanceof JsonObject object && object.has("ac_monthly");
            log.error(file + ", outputs.ac", null, monthly ? "the reply has monthly values only" : "missing",
                    StandardYear.HOURS + " values; ask with timeframe=hourly");
            return null;
        }
        if (list.size() != StandardYear.HOURS) {
            log.error(file + ", outputs.ac", list.size() + " values", "not the hours of a year without leap day",
                    StandardYear.HOURS + " values");
            return null;
        }
        double[] watts = new double[list.size()];
        for (int i = 0; i < watts.length; i++) {
            OptionalDouble value = finite(list.get(i), false);
            if (value.isEmpty()) {
                log.error(file + ", outputs.ac[" + i + "]", list.get(i), "not a finite number", "W, without quotes");
                return null;
            }
            watts[i] = value.getAsDouble();
        }
        return TimeSeries.of(watts);
    }

    /** Inputs come back as they were sent: as texts. */
    private OptionalDouble number(@Nullable JsonElement object, String name, String key) throws InputRefusedException {
        JsonElement value = object instanceof JsonObject known ? known.get(key) : null;
        OptionalDouble number = value == null ? OptionalDouble.empty() : finite(value, true);
        if (number.isEmpty()) {
            log.error(file + ", " + name + "." + key, value, value == null ? "missing" : "not a finite number", "a number");
        }
        return number;
    }

    private static OptionalDouble finite(JsonElement value, boolean textToo) {
        if (!(value instanceof JsonPrimitive primitive) || !(primitive.isNumber() || (textToo && primitive.isString()))) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(primitive.getAsString());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private String place() {
        JsonElement inputs = reply.get("inputs");
        JsonElement station = reply.get("station_info");
        StringBuilder place = new StringBuilder();
        if (inputs instanceof JsonObject object) {
            for (String key : List.of("lat", "lon", "tilt", "azimuth", "array_type", "losses", "dataset")) {
                append(place, key, object.get(key));
            }
        }
        if (station instanceof JsonObject object) {
            append(place, "weather file", object.get("solar_resource_file"));
        }
        return place.toString();
    }

    private static void append(StringBuilder place, String key, @Nullable JsonElement value) {
        if (value != null && value.isJsonPrimitive()) {
            place.append(place.isEmpty() ? "" : ", ").append(key).append(' ').append(text(value));
        }
    }
}
