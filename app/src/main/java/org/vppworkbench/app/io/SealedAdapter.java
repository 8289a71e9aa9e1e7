package org.vppworkbench.app.io;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A member of a closed family: its name as {@code type}, which comes first, then its own fields. */
final class SealedAdapter<T> extends RecordGson.FieldAdapter<T> {
    private final Map<String, RecordGson.FieldAdapter<T>> byName = new TreeMap<>();

    @SuppressWarnings("unchecked") // permitted subclasses of T
    SealedAdapter(Gson gson, Class<T> family) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isRecord()) {
                byName.put(
                        member.getSimpleName(),
                        (RecordGson.FieldAdapter<T>) new RecordAdapter<>(gson, member));
            }
        }
    }

    @Override
    void writeFields(JsonWriter out, T value) throws IOException {
        String name = value.getClass().getSimpleName();
        out.name("type").value(name);
        member(name).writeFields(out, value);
    }

    @Override
    T readFields(JsonReader in) throws IOException {
        String first = in.hasNext() ? in.nextName() : "nothing";
        if (!first.equals("type")) {
            throw new JsonParseException("'" + first + "' where 'type' must come first, " + in.getPath());
        }
        return member(in.nextString()).readFields(in);
    }

    private RecordGson.FieldAdapter<T> member(String name) {
        RecordGson.FieldAdapter<T> adapter = byName.get(name);
        if (adapter == null) {
            throw new JsonParseException("type '" + name + "' is not one of " + byName.keySet());
        }
        return adapter;
    }
}
