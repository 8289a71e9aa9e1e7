package org.vppworkbench.app.io;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as an object: components in order, absent ones left out, unknown or missing ones refused. */
final class RecordAdapter<T> extends RecordGson.FieldAdapter<T> {
    private final Class<T> type;
    private final Map<String, Component> components = new LinkedHashMap<>();

    private record Component(
            int index, RecordComponent component, TypeAdapter<Object> adapter, boolean nullable) {}

    @SuppressWarnings("unchecked") // an adapter of the component's own type
    RecordAdapter(Gson gson, Class<T> type) {
        this.type = type;
        RecordComponent[] all = type.getRecordComponents();
        for (int i = 0; i < all.length; i++) {
            all[i].getAccessor().trySetAccessible();
            TypeAdapter<?> adapter = gson.getAdapter(TypeToken.get(all[i].getGenericType()));
            boolean nullable = all[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            components.put(
                    all[i].getName(), new Component(i, all[i], (TypeAdapter<Object>) adapter, nullable));
        }
    }

    @Override
    void writeFields(JsonWriter out, T value) throws IOException {
        for (Component field : components.values()) {
            Object part = get(field, value);
            if (part != null) {
                out.name(field.component().getName());
                field.adapter().write(out, part);
            }
        }
    }

    @Override
    T readFields(JsonReader in) throws IOException {
        @Nullable Object[] parts = new @Nullable Object[components.size()];
        while (in.hasNext()) {
            String name = in.nextName();
            Component field = components.get(name);
            if (field == null) {
                throw new JsonParseException(
                        "unknown field " + in.getPath() + "; known: " + components.keySet());
            }
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
            } else {
                parts[field.index()] = field.adapter().read(in);
            }
        }
        for (Component field : components.values()) {
            if (parts[field.index()] == null && !field.nullable()) {
                throw new JsonParseException(
                        "missing field '" + field.component().getName() + "' in " + in.getPath());
            }
        }
        return make(parts);
    }

    private @Nullable Object get(Component field, T value) {
        try {
            return field.component().getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type + "." + field.component().getName(), e);
        }
    }

    private T make(@Nullable Object[] parts) {
        try {
            Constructor<T> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.trySetAccessible();
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new JsonParseException(type.getSimpleName() + ": " + cause.getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no canonical constructor of " + type, e);
        }
    }
}
