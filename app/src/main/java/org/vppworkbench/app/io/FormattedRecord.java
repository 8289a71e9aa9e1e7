package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;

/** A record as a document with {@code format} as its first field. */
final class FormattedRecord {
    private FormattedRecord() {}

    static <T> String write(String format, Class<T> type, T value) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = MetricsJson.pretty(text)) {
            json.setSerializeNulls(false);
            json.beginObject();
            json.name("format").value(format);
            RecordGson.fields(type).writeFields(json, value);
            json.endObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.append('\n').toString();
    }

    /** Reads a file by {@code reader(text, name)}; everything wrong with the file is a finding. */
    static <T> Reading<T> readFile(
            Path file, String what, String format, BiFunction<String, String, Reading<T>> reader) {
        String name = file.toString();
        try {
            return Files.isRegularFile(file)
                    ? reader.apply(Files.readString(file), name)
                    : Reading.refused(Finding.error(name, null, "no such file", what));
        } catch (CharacterCodingException e) {
            return Reading.refused(Finding.error(name, null, "not UTF-8 text", format));
        } catch (IOException e) {
            return Reading.refused(
                    Finding.error(name, null, "cannot be read: " + NewFolder.reason(e), "a file you may read"));
        }
    }

    static <T> Reading<T> read(String format, Class<T> type, String text, String file) {
        Findings findings = new Findings();
        JsonElement element = JsonText.parse(text, file, findings);
        if (element == null || !element.isJsonObject()) {
            findings.error(file, null, "not a JSON object", format);
            return new Reading<>(null, findings.list());
        }
        JsonObject object = element.getAsJsonObject();
        JsonElement found = object.remove("format");
        if (found == null || !found.isJsonPrimitive() || !found.getAsString().equals(format)) {
            String value = found == null ? null : found.toString();
            return Reading.refused(
                    Finding.error(file + ", format", value, "unknown format", format));
        }
        try {
            return Reading.of(RecordGson.GSON.fromJson(object, type));
        } catch (JsonParseException | IllegalArgumentException e) {
            return Reading.refused(Finding.error(file, null, JsonText.plain(e), format));
        }
    }
}
